import type { Repository } from '../../core/docset/repository';
import { t } from '../../core/text/localize';
import { metadataJson, whyIgnored } from '../metadata/metadataJson';
import type { Refusal } from '../refusal';
import { fitting, shortLine } from './bounds';
import type { ToolAnswer } from './tools';

/** What the build will see of a file, each key with its source. */
export async function metadataAnswer(repository: Repository, path: string): Promise<ToolAnswer | Refusal> {
  const { metadata: effective, frontMatter, context } = await repository.metadataOf(path);
  const isThere = repository.files.all().has(path) || frontMatter !== undefined;
  if (!isThere && context.docset === undefined) return { refused: t("There is no file '{0}'.", path) };
  const { metadata, ...rest } = metadataJson(path, context.docset?.path, [...effective.values()]);
  const { kept, left } = fitting(Object.entries(metadata));
  const notes = [
    ...(isThere ? [] : [t('There is no such file: this is what docfx.json would supply to it.')]),
    ...[repository.sources.problemOf(path)?.message ?? [], whyIgnored(frontMatter) ?? []].flat(),
    ...(left.length === 0 ? [] : [t('Too long to be shown: {0}.', named(left.map(([key]) => key)))]),
  ];
  const json = { ...rest, metadata: Object.fromEntries(kept), ...(notes.length === 0 ? {} : { notes }) };
  return { json, texts: [JSON.stringify(json)] };
}

function named(keys: readonly string[]): string {
  const names = keys.slice(0, 10).map(shortLine);
  return keys.length > names.length
    ? t('{0} and {1} more', names.join(', '), keys.length - names.length)
    : names.join(', ');
}
