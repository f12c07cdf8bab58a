import { createLineIndex, type LineIndex, type Range, type Span } from './position';

/** One file's text under its root-relative path, with positions worked out when first asked for. */
export interface SourceDocument {
  /** Root-relative, `/` separated. */
  readonly path: string;
  readonly text: string;
  rangeOf(span: Span): Range;
  spanOf(range: Range): Span;
}

export function createSourceDocument(path: string, text: string): SourceDocument {
  let lines: LineIndex | undefined;
  const index = (): LineIndex => (lines ??= createLineIndex(text));
  return {
    path,
    text,
    rangeOf: (span) => index().rangeOf(span),
    spanOf: ({ start, end }) => ({ start: index().offsetAt(start), end: index().offsetAt(end) }),
  };
}
