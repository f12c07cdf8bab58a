import type { TextEdit } from '../../core/text/edit';
import type { JsonValue } from '../../core/text/locatedNode';
import { dirname, relativePath } from '../../core/text/path';
import type { Span } from '../../core/text/position';
import type { SourceDocument } from '../../core/text/sourceDocument';
import { setJson } from '../json/jsonEdits';
import { changeList } from '../json/jsonList';
import { itemText } from '../json/jsonText';
import { habitOf, readEntryList, usualHabit, type EntryHabit, type EntryList } from './entryList';
import { orderOf } from '../../core/links/redirectionOrder';

export interface NewEntry {
  /** Root-relative. */
  readonly source: string;
  readonly url: string;
}

/** What is to become of the entries of one file. */
export interface EntryChanges {
  readonly document: SourceDocument;
  readonly added: NewEntry[];
  /** Indices of entries. */
  readonly removed: Set<number>;
  /** New addresses, by the index of the entry, with the place of the old one. */
  readonly urls: Map<number, { readonly span: Span; readonly url: string }>;
}

/** The edits of the file, in the order of its text; `undefined` where it cannot be read. */
export function editsOf({ document, added, removed, urls }: EntryChanges): readonly TextEdit[] | undefined {
  const { path, text } = document;
  const read = readEntryList(document);
  if (read === 'broken') return undefined;
  if (read === 'empty') {
    const entries = added.map((entry) => jsonEntry(path, entry, usualHabit));
    return setJson(text, ['redirections'], entries);
  }
  const changed = [...urls].flatMap(([index, { span, url }]): TextEdit[] =>
    removed.has(index) ? [] : [{ span, newText: JSON.stringify(url) }],
  );
  const inserted = insertions(document, read, added);
  return [...changeList(text, read.list, { removed, inserted }), ...changed].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
}

/** New entries as text, by the index of the entry that they stand before: at their place where the file is sorted, else at its end. */
function insertions(
  { path, text }: SourceDocument,
  read: EntryList,
  added: readonly NewEntry[],
): ReadonlyMap<number, readonly string[]> {
  const habit = habitOf(read);
  const sources = read.entries.map(({ source }) => source?.text ?? '');
  const order = sources.includes('') ? undefined : orderOf(sources);
  const written = added.map((entry) => ({ entry, source: sourceOf(path, entry.source, habit) }));
  if (order !== undefined) written.sort((a, b) => order(a.source, b.source));
  const inserted = new Map<number, string[]>();
  for (const { entry, source } of written) {
    const after = order === undefined ? -1 : sources.findIndex((other) => order(source, other) < 0);
    const at = after === -1 ? sources.length : after;
    const item = habit.isMap
      ? `${JSON.stringify(source)}: ${JSON.stringify(entry.url)}`
      : itemText(text, read.list, jsonEntry(path, entry, habit));
    inserted.set(at, [...(inserted.get(at) ?? []), item]);
  }
  return inserted;
}

function sourceOf(path: string, source: string, { isFromRoot, hasSlash }: EntryHabit): string {
  if (!isFromRoot) return relativePath(dirname(path), source);
  return hasSlash ? `/${source}` : source;
}

function jsonEntry(path: string, { source, url }: NewEntry, habit: EntryHabit): JsonValue {
  return {
    [habit.isFromRoot ? 'source_path_from_root' : 'source_path']: sourceOf(path, source, habit),
    redirect_url: url,
    ...(habit.documentId === undefined ? {} : { redirect_document_id: habit.documentId }),
  };
}
