import type { Range } from '../../core/text/position';
import type { SourceDocument } from '../../core/text/sourceDocument';
import type { ArticleOutline } from './articleOutline';
import type { IncludedHeading } from './includedHeadings';
import { boldSections, outlineTree, type OutlineNode } from './tree';

/** What an outline shows of a heading or a section. */
export interface OutlineSymbol {
  readonly name: string;
  /** The file that an include brings it from; '' for what stands in the article. */
  readonly detail: string;
  readonly range: Range;
  readonly selectionRange: Range;
  readonly children: readonly OutlineSymbol[];
}

/**
 * @param showsHeadings whether the editor shows the headings of Markdown by itself. Then all of them are given only with bold
 * sections, which cannot be put below what others give.
 */
export function outlineSymbols(
  outline: ArticleOutline,
  included: readonly IncludedHeading[],
  showsHeadings: boolean,
): readonly OutlineSymbol[] {
  const givesAll = !showsHeadings || boldSections(outline).length > 0;
  if (!givesAll && included.length === 0) return [];
  const tree = outlineTree(outline, included);
  return (givesAll ? tree : withoutOwn(tree)).map((node) => symbolOf(outline.document, node));
}

/** What includes bring, without the text of the article that goes on below it: the editor knows where that belongs. */
function withoutOwn(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  return nodes.flatMap((node) => {
    const children = withoutOwn(node.children);
    return node.kind === 'included' ? [{ ...node, end: node.span.end, children }] : children;
  });
}

function symbolOf(document: SourceDocument, { name, path, span, end, children }: OutlineNode): OutlineSymbol {
  return {
    name,
    detail: path ?? '',
    range: document.rangeOf({ start: span.start, end }),
    selectionRange: document.rangeOf(span),
    children: children.map((child) => symbolOf(document, child)),
  };
}
