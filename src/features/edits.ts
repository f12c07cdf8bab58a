import type { Range } from '../core/text/position';

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
