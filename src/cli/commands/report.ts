import { basename } from 'node:path';
import { languageInUse, translationsInUse } from '../../core/text/localize';
import { gatherReport } from '../../features/report/gather';
import { pointOf } from '../../features/report/historyPoint';
import { placeLinks } from '../../features/report/links';
import type { HistoryPoint } from '../../features/report/model';
import { cachePlace, type CacheOptions } from '../cache/place';
import { writeResults } from '../check/outputs';
import { isSelected, validate } from '../check/selection';
import { checkedInWords } from '../check/summary';
import { UsageError, type ExitCode, type Io } from '../io';
import { speak } from '../report/language';
import { linkBase } from '../report/linkBase';
import { loadRepository, type OpenedRepository } from '../openRepository';
import { findRepository } from '../target';

export interface ReportOptions extends CacheOptions {
  readonly output: string;
  readonly history?: string;
  readonly linkBase?: string;
  readonly locale?: string;
}

/** `report [path]`: the health of what lies below a path, as one HTML file. */
export async function report(path: string, options: ReportOptions, io: Io): Promise<ExitCode> {
  await speak(options.locale);
  const commits = options.history === undefined ? 0 : numberOfCommits(options.history);
  const cache = cachePlace(options, io);
  const opened = await loadRepository(await findRepository(io.cwd, [path], { mustExist: true, cache }), 'auto');
  const { root, repository, targets } = opened;
  const base = await linkBase(root, options.linkBase);
  const failure = repository.configurationFailure();
  if (failure !== undefined) throw new UsageError(failure);
  const files = await validate(opened, io);
  const holds = (file: string): boolean => isSelected(file, targets);
  const folder = targets[0]?.path ?? '';
  const name = folder === '' ? basename(root) : folder;
  const health = await gatherReport(repository, { name, files, holds });
  const history = commits === 0 ? [] : [...(await pastOf(opened, commits, io)), pointOf(health)];
  // Loaded for this alone: drawing is a program of its own.
  const { reportHtml, useTranslations } = await import('../../features/report/reportHtml');
  useTranslations(translationsInUse(), languageInUse());
  const html = reportHtml({ ...health, history }, base === undefined ? {} : { hrefOf: placeLinks(base) });
  if (options.output === '-') io.stdout(html);
  else if (!(await writeResults(options.output, html, io))) return 2;
  const place = options.output === '-' ? '' : ` The report is in '${options.output}'.`;
  io.stderr(`${checkedInWords(files.length, health.counts)}${place}\n`);
  return 0;
}

/** Loaded for this alone: it runs git. */
async function pastOf({ root, targets }: OpenedRepository, commits: number, io: Io): Promise<readonly HistoryPoint[]> {
  const history = await import('../report/history');
  return history.pastOf(root, targets, commits, io);
}

function numberOfCommits(written: string): number {
  if (!/^[1-9]\d{0,3}$/.test(written))
    throw new UsageError(`--history takes a number of commits from 1 to 9999, not '${written}'.`);
  return Number(written);
}
