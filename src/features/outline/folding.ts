import type { Span } from '../../core/text/position';
import type { ArticleOutline } from './articleOutline';
import { outlineTree, type OutlineNode } from './tree';

/** Lines that fold, from 0: the first one stays, the last one goes. */
export interface FoldingLines {
  readonly startLine: number;
  readonly endLine: number;
  /** Whether it is a part that stands apart, not one of the text. */
  readonly isRegion: boolean;
}

/** @param showsHeadings whether the editor folds below the headings of Markdown by itself */
export function foldingLines(outline: ArticleOutline, showsHeadings: boolean): readonly FoldingLines[] {
  const { document, frontMatter } = outline;
  const lines = (span: Span, isRegion = false): readonly FoldingLines[] => {
    const { start, end } = document.rangeOf(span);
    return end.line > start.line ? [{ startLine: start.line, endLine: end.line, isRegion }] : [];
  };
  return [
    ...(frontMatter === undefined ? [] : lines(frontMatter, true)),
    ...flat(outlineTree(outline, []))
      .filter(({ kind }) => kind === 'section' || !showsHeadings)
      .flatMap(({ span, end }) => lines({ start: span.start, end: endOfText(document.text, end) })),
  ];
}

function flat(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}

/** Blank lines at the end stay: they set the next part apart. */
function endOfText(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}
