import { parentPort, workerData } from 'node:worker_threads';
import { useTranslations } from '../../core/text/localize';
import { atOnce, NodeHost } from '../../server/node/nodeHost';
import { createRepository } from '../createRepository';
import { Batches } from './batches';
import type { BatchFacts, Share, ThreadData } from './protocol';

/** A thread that reads files for the main one, from the last batch on: that one begins with the first. */
export async function readForMainThread(): Promise<void> {
  const { opening, walk, owner, translations, language } = workerData as ThreadData;
  useTranslations(translations, language);
  const share = new Promise<Share>((resolve) => parentPort?.once('message', resolve));
  const { repository } = await createRepository(opening, new NodeHost(opening.root, new Set(), atOnce));
  await repository.load(walk);
  const { paths, memory } = await share;
  const batches = new Batches(paths, memory);
  for (let batch = batches.count - 1; batch >= 0; batch--) {
    if (!batches.claim(batch, owner)) continue;
    const facts = await Promise.all(batches.pathsOf(batch).map((path) => repository.factsOf(path)));
    const told: BatchFacts = { batch, facts: facts.filter((one) => one !== undefined) };
    parentPort?.postMessage(told);
  }
}
