import type { LocationLink, Position } from 'vscode-languageserver';
import { isMarkdown } from '../core/text/path';
import { bookmarkAt } from '../features/bookmarks/bookmarkAt';
import { Pages } from '../features/bookmarks/pages';
import type { Located } from './sessions';
import { uriOf } from './uris';

/**
 * Where the bookmark of a link leads.
 *
 * @param findsHeadings whether the editor finds headings itself in the files that links of Markdown name: they are left to it,
 * so that none is shown twice. Of includes it does not know.
 */
export async function bookmarkDefinition(
  { session, path }: Located,
  position: Position,
  findsHeadings: boolean,
): Promise<LocationLink[] | null> {
  const pages = new Pages(session.repository);
  const found = await bookmarkAt(session.repository, pages, path, position);
  const file = found === undefined ? undefined : await pages.fileOf(found.path);
  if (found?.linkedFile === undefined || file === undefined) return null;
  if (findsHeadings && isMarkdown(path) && found.path === found.linkedFile) return null;
  const { span, nameSpan } = found.bookmark;
  return [
    {
      originSelectionRange: found.range,
      targetUri: uriOf(session.root, found.path),
      targetRange: file.document.rangeOf(span),
      targetSelectionRange: file.document.rangeOf(nameSpan),
    },
  ];
}
