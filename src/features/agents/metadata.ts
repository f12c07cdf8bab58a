import type { Repository } from '../../core/docset/repository';
import { metadataJson, whyIgnored } from '../metadata/metadataJson';
import type { Refusal } from '../refusal';
import { fitting, shortLine } from './bounds';
import type { ToolAnswer } from './tools';

/** What the build will see of a file, each key with its source. */
export async function metadataAnswer(repository: Repository, path: string): Promise<ToolAnswer | Refusal> {
  const { metadata: effective, frontMatter, context } = await repository.metadataOf(path);
  const isThere = repository.allFiles().has(path) || frontMatter !== undefined;
  if (!isThere && context.docset === undefined) return { refused: `There is no file '${path}'.` };
  const { metadata, ...rest } = metadataJson(path, context.docset?.path, [...effective.values()]);
  const { kept, left } = fitting(Object.entries(metadata));
  const notes = [
    ...(isThere ? [] : ['There is no such file: this is what docfx.json would supply to it.']),
    ...[repository.sources.problemOf(path)?.message ?? [], whyIgnored(frontMatter) ?? []].flat(),
    ...(left.length === 0 ? [] : [`Too long to be shown: ${named(left.map(([key]) => key))}.`]),
  ];
  const json = { ...rest, metadata: Object.fromEntries(kept), ...(notes.length === 0 ? {} : { notes }) };
  return { json, texts: [JSON.stringify(json)] };
}

function named(keys: readonly string[]): string {
  const names = keys.slice(0, 10).map(shortLine);
  return keys.length > names.length ? `${names.join(', ')} and ${keys.length - names.length} more` : names.join(', ');
}
