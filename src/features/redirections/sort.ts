import { orderOf, usualOrder } from '../../core/links/redirectionOrder';
import { applyEdits, type TextEdit } from '../../core/text/edit';
import { t } from '../../core/text/localize';
import type { SourceDocument } from '../../core/text/sourceDocument';
import { reorderList } from '../json/reorderList';
import type { Refusal } from '../refusal';
import { readEntryList } from './entryList';

/**
 * Sorts the entries of a file of redirections by their source paths. Of two for one page the first stays the first: it is
 * the one that counts.
 *
 * @returns at most one edit; none where the file is sorted
 */
export function sortRedirections(document: SourceDocument): readonly TextEdit[] | Refusal {
  const { path, text } = document;
  const read = readEntryList(document);
  if (read === 'empty') return [];
  if (read === 'broken') return { refused: t("'{0}' cannot be read as JSON. Put it right first.", path) };
  const sources: string[] = [];
  for (const { source, span } of read.entries) {
    if (source === undefined)
      return { refused: t("The entry in line {0} of '{1}' has no source path.", lineOf(document, span.start), path) };
    sources.push(source.text);
  }
  if (orderOf(sources) !== undefined) return [];
  const order = sources
    .map((source, index) => ({ source, index }))
    .sort((a, b) => usualOrder(a.source, b.source))
    .map(({ index }) => index);
  const reordered = reorderList(text, read.list, order);
  if ('edits' in reordered) return [wholeChange(text, reordered.edits)];
  return {
    refused: t(
      "It is not plain which entry the comment in line {0} of '{1}' belongs to. Put it behind that entry, on the same line, and sort again.",
      lineOf(document, reordered.unclear),
      path,
    ),
  };
}

function lineOf(document: SourceDocument, offset: number): number {
  return document.rangeOf({ start: offset, end: offset }).start.line + 1;
}

/** One edit for them all: thousands that swap entries are no easier to follow, and cost more everywhere. */
function wholeChange(text: string, edits: readonly TextEdit[]): TextEdit {
  const start = edits[0]?.span.start ?? 0;
  const end = edits.at(-1)?.span.end ?? start;
  const inside = edits.map(({ span, newText }) => ({
    span: { start: span.start - start, end: span.end - start },
    newText,
  }));
  return { span: { start, end }, newText: applyEdits(text.slice(start, end), inside) };
}
