import type { Repository } from '../../core/docset/repository';
import { isContent } from '../../core/metadata/docfxConfig';
import { t } from '../../core/text/localize';
import { resolvePath } from '../../core/text/path';
import type { Refusal } from '../refusal';
import type { WantedRedirection } from './plan';

/** Whether something is an address, on the site or elsewhere, and no path of the repository. */
export function isAddress(written: string): boolean {
  return /^(?:\/|https?:\/\/)/i.test(written);
}

/** Whether the build publishes a page from a path, were there a file: only then has it readers who can be led on. */
export function isPublished(repository: Repository, path: string): boolean {
  const { kind, context } = repository.files.infoOf(path);
  if (kind === 'article') return true;
  return kind === 'other' && /\.yml$/i.test(path) && context.docset !== undefined && isContent(context.docset, path);
}

/**
 * The redirection that a person asks for, or why there can be none.
 *
 * @param source root-relative path of the page that is gone, or will be
 * @param target an address, or the root-relative path of a page
 */
export function wantedRedirection(repository: Repository, source: string, target: string): WantedRedirection | Refusal {
  const from = resolvePath('', source);
  if (from === undefined || from === '') return { refused: t("'{0}' lies outside of the repository.", source) };
  if (!isPublished(repository, from)) return { refused: t("'{0}' is no page of a docset.", from) };
  if (isAddress(target)) return { source: from, target: { url: target } };
  const page = resolvePath('', target);
  if (page === undefined) return { refused: t("'{0}' lies outside of the repository.", target) };
  if (page === from) return { refused: t('Lead readers to another page than the one that is gone.') };
  if (!repository.files.all().has(page)) return { refused: t("There is no file '{0}'.", page) };
  if (!isPublished(repository, page)) return { refused: t("'{0}' is no page of a docset.", page) };
  return { source: from, target: { page } };
}
