import type { Repository } from '../../core/docset/repository';
import { isMarkdown } from '../../core/text/path';
import { t } from '../../core/text/localize';
import type { Refusal } from '../refusal';

/** The current text of an article or an include file. */
export async function articleText(repository: Repository, path: string): Promise<{ readonly text: string } | Refusal> {
  if (!isMarkdown(path)) return { refused: t("'{0}' is no Markdown file. Name an article or an include file.", path) };
  const text = await repository.sources.textOf(path);
  if (text !== undefined) return { text };
  return { refused: repository.sources.problemOf(path)?.message ?? t("There is no file '{0}'.", path) };
}
