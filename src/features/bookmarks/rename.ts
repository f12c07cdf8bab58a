import { bodyStart } from '../../core/includes/body';
import { placedBookmarks, type PlacedBookmark } from '../../core/links/placedBookmarks';
import { isHeading } from '../../core/includes/blockStarts';
import { applyEdits, type TextEdit } from '../../core/text/edit';
import { t } from '../../core/text/localize';
import type { Refusal } from '../refusal';

/** What another name of one bookmark makes of all those of its file. */
export interface Renaming {
  /** Of the file itself, its links left out. */
  readonly edits: readonly TextEdit[];
  /** Every id that something in the file loses. */
  readonly lost: readonly string[];
  /** The id by which a bookmark is linked to from now on, where a link has this one. */
  readonly idOf: (index: number, id: string) => string;
}

/**
 * Gives one bookmark of a text another name. A heading that gets the id of another one, or leaves it to it, changes how the
 * build numbers those.
 *
 * @param bookmarks those of the text
 * @param index of the one that is renamed
 */
export function renaming(
  text: string,
  bookmarks: readonly PlacedBookmark[],
  index: number,
  newName: string,
): Renaming | Refusal {
  const renamed = bookmarks[index];
  const name = newName.trim();
  const edits = renamed?.kind === 'anchor' ? idEdits(bookmarks, renamed, name) : titleEdits(text, renamed, name);
  if ('refused' in edits) return edits;
  const changed = applyEdits(text, edits);
  const after = placedBookmarks(changed, bodyStart(changed));
  const written = edits[0]?.newText ?? '';
  const isAsMeant =
    after.length === bookmarks.length &&
    bookmarks.every((before, i) => {
      const now = after[i];
      const isRenamed = before === renamed || (renamed?.kind === 'anchor' && before.ids[0] === renamed.ids[0]);
      return now?.kind === before.kind && nameOf(changed, now) === (isRenamed ? written : nameOf(text, before));
    });
  if (!isAsMeant) return { refused: t("'{0}' cannot stand there.", name) };
  const idOf = (at: number, id: string): string => {
    const ids = after[at]?.ids;
    return ids === undefined || ids.includes(id) ? id : ids[0];
  };
  const lost = bookmarks.flatMap(({ ids }, at) => ids.filter((id) => idOf(at, id) !== id));
  return { edits, lost, idOf };
}

function nameOf(text: string, { nameSpan }: PlacedBookmark): string {
  return text.slice(nameSpan.start, nameSpan.end);
}

function titleEdits(text: string, heading: PlacedBookmark | undefined, name: string): TextEdit[] | Refusal {
  if (heading === undefined || name === '') return { refused: t('A heading needs a text.') };
  const { span, nameSpan } = heading;
  // At the end of a line that starts with marks, others would belong to these.
  const isMarked = isHeading(text, span.start, span.end);
  const newText = isMarked ? name.replace(/(?<=^|[ \t])#+$/, '\\$&') : name;
  return [{ span: nameSpan, newText }];
}

/** A tag may give the same id twice: as `name` for old browsers, and as `id`. */
function idEdits(
  bookmarks: readonly PlacedBookmark[],
  { ids: [id] }: PlacedBookmark,
  name: string,
): TextEdit[] | Refusal {
  if (!/^[^\s"'<>=`]{1,300}$/.test(name))
    return { refused: t('An id is one word, without quotation marks and angle brackets.') };
  if (name !== id && bookmarks.some(({ ids }) => ids.includes(name)))
    return { refused: t("There is already a bookmark '{0}' in this file.", `#${name}`) };
  const same = bookmarks.filter(({ kind, ids }) => kind === 'anchor' && ids[0] === id);
  return same.map(({ span }) => ({ span, newText: name }));
}
