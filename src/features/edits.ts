import { withLineBreak } from '../core/rules/fix';
import type { TextEdit } from '../core/text/edit';
import { asInEditor, lineBreakOf } from '../core/text/lines';
import type { Range } from '../core/text/position';
import { createSourceDocument, type SourceDocument } from '../core/text/sourceDocument';

/** A change of a text. */
export interface TextChange {
  readonly range: Range;
  readonly newText: string;
}

/** A change of a file. */
export interface FileChange extends TextChange {
  /** Root-relative. */
  readonly path: string;
}

/** Edits by their ranges, with the line breaks of the file. */
export function changesOf(document: SourceDocument, edits: readonly TextEdit[]): readonly TextChange[] {
  return withLineBreak(edits, lineBreakOf(document.text)).map(({ span, newText }) => ({
    range: document.rangeOf(span),
    newText,
  }));
}

/** The same for a text as it stands on disk, made in an editor, which takes the mark at the start away. */
export function changesInEditor({ path, text }: SourceDocument, edits: readonly TextEdit[]): readonly TextChange[] {
  const shown = asInEditor(text);
  const inEditor = (offset: number): number => Math.max(0, offset - (text.length - shown.length));
  const moved = edits.map(({ span, newText }) => ({
    span: { start: inEditor(span.start), end: inEditor(span.end) },
    newText,
  }));
  return changesOf(createSourceDocument(path, shown), moved);
}
