import type { Span } from '../text/position';

/** A block whose marks mean nothing in the middle of a line. */
export type BlockKind = 'heading' | 'list' | 'quote' | 'code';

/** Told of the blocks of a text as they come. What it does not care for it may leave out. */
export interface BlockVisitor {
  /**
   * Asked where a block can start: what to do where the rest of the line is a block of its own, an include. It is done
   * once the paragraph before it was told.
   */
  ownBlock(line: Span): (() => void) | undefined;
  /**
   * A heading or a paragraph, without the marks of its containers: what is read for inline syntax.
   *
   * @param isNested whether it stands in a quote or a list item
   */
  leaf(lines: readonly Span[], isNested: boolean): void;
  /** Such a block begins. */
  block?(kind: BlockKind): void;
  /** A line of an HTML block. */
  html?(line: Span): void;
  /** A block of code between fences ended: its first line from the fence on, and whether another fence ended it. */
  fence?(opening: Span, isClosed: boolean): void;
}
