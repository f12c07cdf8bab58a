import { withLineBreak } from '../core/rules/fix';
import type { TextEdit } from '../core/text/edit';
import { lineBreakOf } from '../core/text/lines';
import type { Range } from '../core/text/position';
import type { SourceDocument } from '../core/text/sourceDocument';

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
