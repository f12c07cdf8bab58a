import { lineBreakFinder, type Span } from '../text/position';
import type { BlockVisitor } from './blockVisitor';
import {
  closesFence,
  isBlankFrom,
  isHeading,
  isPlainStart,
  isSetextUnderline,
  endOfMarks,
  hasThreeMarks,
  listMarker,
  openFence,
  openHtml,
  type Fence,
  type HtmlEnd,
} from './blockStarts';
import { LineCursor } from './lineCursor';

const quote = -1;

/**
 * Walks over the blocks of Markdown as CommonMark does, of which only those with inline content are told. Goes on to the
 * end of the block that holds `until`.
 *
 * Linear in the length of the text however deep it nests: a blank line belongs to all list items at once.
 */
export function walkBlocks(text: string, from: number, until: number, visitor: BlockVisitor): void {
  new BlockWalker(text, visitor).walk(from, until);
}

class BlockWalker {
  private readonly cursor: LineCursor;
  /** The open containers, outermost first: `quote`, or for a list item the columns that its content is indented by. */
  private readonly containers: number[] = [];
  /** Which of the containers are quotes. */
  private readonly quotes: number[] = [];
  /** Whether the innermost container is a list item with nothing in it yet. */
  private isEmptyItem = false;
  private paragraph: Span[] = [];
  /** Up to here no thematic break starts in this line. */
  private noBreakBefore = 0;
  private fence: Fence | undefined;
  /** The line of the fence that is open. */
  private fenceLine: Span = { start: 0, end: 0 };
  private html: HtmlEnd | undefined;

  constructor(
    private readonly text: string,
    private readonly visitor: BlockVisitor,
  ) {
    this.cursor = new LineCursor(text);
  }

  walk(from: number, until: number): void {
    const { text } = this;
    const findBreak = lineBreakFinder(text);
    for (let at = from; at <= until || (at < text.length && this.paragraph.length > 0);) {
      const end = findBreak(text, at);
      const next = end === -1 ? text.length : end;
      const content = next > at && text.charCodeAt(next - 1) === 13 ? next - 1 : next;
      if (this.isOutsideBlocks && at === content) this.endParagraph();
      else if (this.isOutsideBlocks && isPlainStart(text.charCodeAt(at)))
        this.paragraph.push({ start: at, end: content });
      else {
        this.cursor.startLine(at, content);
        this.readLine();
      }
      if (end === -1) break;
      at = next + 1;
    }
    this.endParagraph();
    this.endFence(false);
  }

  /** Whether no block is open but a paragraph. Most lines of most articles are told apart by that alone. */
  private get isOutsideBlocks(): boolean {
    return this.containers.length === 0 && this.fence === undefined && this.html === undefined;
  }

  private readLine(): void {
    const matched = this.matchContainers();
    const allMatched = matched === this.containers.length;
    if (allMatched && this.continuesLeaf()) return;
    if (!allMatched) this.endUnmatched();
    const depth = this.openBlocks(matched, allMatched);
    if (depth === undefined) return;
    if (this.cursor.isBlank) {
      this.endParagraph();
      this.truncate(depth);
    } else {
      // A paragraph that is still open goes on here, even where the marks of its containers are missing.
      if (this.paragraph.length === 0) this.beginBlock(depth);
      this.paragraph.push({ start: this.cursor.next, end: this.cursor.end });
    }
  }

  /** How many of the open containers this line continues. */
  private matchContainers(): number {
    const { cursor, containers, quotes } = this;
    let quotesMatched = 0;
    let i = 0;
    while (i < containers.length) {
      const container = containers[i] ?? quote;
      if (container === quote) {
        if (!this.takesQuoteMark()) return i;
        quotesMatched++;
      } else if (cursor.isBlank) {
        i = quotes[quotesMatched] ?? containers.length;
        return i === containers.length && this.isEmptyItem ? i - 1 : i;
      } else {
        if (cursor.indent < container) return i;
        cursor.skipColumns(container);
      }
      i++;
    }
    return i;
  }

  private takesQuoteMark(): boolean {
    const { cursor } = this;
    if (cursor.indent > 3 || cursor.nextCode !== 62) return false;
    cursor.skipNext(1);
    cursor.skipColumns(1);
    return true;
  }

  /** Whether the line belongs to the code or HTML block that is open. */
  private continuesLeaf(): boolean {
    const { cursor, text } = this;
    if (this.fence !== undefined) {
      if (cursor.indent <= 3 && closesFence(text, cursor.next, cursor.end, this.fence)) this.endFence(true);
      return true;
    }
    if (this.html === undefined) return false;
    if (this.html === 'blank' && cursor.isBlank) {
      this.html = undefined;
      return false;
    }
    this.closeHtml();
    return true;
  }

  private closeHtml(): void {
    this.visitor.html?.({ start: this.cursor.at, end: this.cursor.end });
    if (this.html instanceof RegExp && this.html.test(this.text.slice(this.cursor.at, this.cursor.end)))
      this.html = undefined;
  }

  /**
   * Opens what starts at this line.
   *
   * @returns how many containers it lies in where text follows; `undefined` where the line is used up
   */
  private openBlocks(matched: number, allMatched: boolean): number | undefined {
    const { cursor } = this;
    for (let depth = matched; ; depth++) {
      if (cursor.isBlank) return depth;
      if (cursor.indent > 3) {
        if (this.paragraph.length > 0) return depth;
        this.beginBlock(depth);
        return undefined;
      }
      if (this.opensLeaf(depth, allMatched)) return undefined;
      if (!this.opensContainer(depth, allMatched)) return depth;
    }
  }

  private opensLeaf(depth: number, allMatched: boolean): boolean {
    const { cursor, text } = this;
    const { next, end, nextCode } = cursor;
    switch (nextCode) {
      case 35: // #
        if (!isHeading(text, next, end)) return false;
        this.beginBlock(depth);
        this.visitor.block?.('heading');
        this.visitor.leaf([{ start: next, end }], depth > 0);
        return true;
      case 96: // `
      case 126: // ~
        return this.opensFence(depth);
      case 60: // <
        return this.opensHtml(depth);
      case 91: // [
        return this.opensOwnBlock(depth);
      case 61: // =
        return this.underlines(depth, allMatched);
      case 45: // -
        if (this.underlines(depth, allMatched)) return true;
        return this.isBreak(depth);
      case 42: // *
      case 95: // _
        return this.isBreak(depth);
      default:
        return false;
    }
  }

  private opensOwnBlock(depth: number): boolean {
    const { next, end } = this.cursor;
    const tell = this.visitor.ownBlock({ start: next, end });
    if (tell === undefined) return false;
    this.beginBlock(depth);
    tell();
    return true;
  }

  private opensFence(depth: number): boolean {
    const { next, end, nextCode } = this.cursor;
    const fence = openFence(this.text, next, end, nextCode);
    if (fence === undefined) return false;
    this.beginBlock(depth);
    this.visitor.block?.('code');
    this.fence = fence;
    this.fenceLine = { start: next, end };
    return true;
  }

  private opensHtml(depth: number): boolean {
    const { next, end } = this.cursor;
    const html = openHtml(this.text, next, end, this.paragraph.length > 0);
    if (html === undefined) return false;
    this.beginBlock(depth);
    this.html = html;
    this.closeHtml();
    return true;
  }

  private underlines(depth: number, allMatched: boolean): boolean {
    const { next, end, nextCode } = this.cursor;
    if (!allMatched || this.paragraph.length === 0) return false;
    if (!isSetextUnderline(this.text, next, end, nextCode)) return false;
    this.visitor.block?.('heading');
    this.beginBlock(depth);
    return true;
  }

  private isBreak(depth: number): boolean {
    const { next, end, nextCode } = this.cursor;
    // In `- - - x` every mark is asked for what only the end of the line can tell.
    if (next < this.noBreakBefore) return false;
    this.noBreakBefore = endOfMarks(this.text, next, end, nextCode);
    const isBreak = this.noBreakBefore === end && hasThreeMarks(this.text, next, end, nextCode);
    if (isBreak) this.beginBlock(depth);
    return isBreak;
  }

  private opensContainer(depth: number, allMatched: boolean): boolean {
    const { cursor } = this;
    if (cursor.nextCode === 62) {
      this.beginBlock(depth);
      this.visitor.block?.('quote');
      this.takesQuoteMark();
      this.quotes.push(this.containers.length);
      this.containers.push(quote);
      return true;
    }
    const marker = listMarker(this.text, cursor.next);
    if (marker === undefined) return false;
    const isEmpty = isBlankFrom(this.text, cursor.next + marker.length, cursor.end);
    if (allMatched && this.paragraph.length > 0 && (isEmpty || !marker.isFirst)) return false;
    this.beginBlock(depth);
    this.visitor.block?.('list');
    const { indent } = cursor;
    cursor.skipNext(marker.length);
    // From five columns on, the content is indented code behind a single space.
    const padding = isEmpty || cursor.indent > 4 ? 1 : cursor.indent;
    cursor.skipColumns(padding);
    this.containers.push(indent + marker.length + padding);
    this.isEmptyItem = isEmpty;
    return true;
  }

  /** Code and HTML end where a line lacks the marks of their containers. */
  private endUnmatched(): void {
    this.endFence(false);
    this.html = undefined;
  }

  private endFence(isClosed: boolean): void {
    if (this.fence === undefined) return;
    this.fence = undefined;
    this.visitor.fence?.(this.fenceLine, isClosed);
  }

  private beginBlock(depth: number): void {
    this.endParagraph();
    this.endUnmatched();
    this.truncate(depth);
    this.isEmptyItem = false;
  }

  private truncate(depth: number): void {
    if (depth >= this.containers.length) return;
    this.containers.length = depth;
    while ((this.quotes.at(-1) ?? -1) >= depth) this.quotes.pop();
    this.isEmptyItem = false;
  }

  private endParagraph(): void {
    if (this.paragraph.length === 0) return;
    const lines = this.paragraph;
    this.paragraph = [];
    this.visitor.leaf(lines, this.containers.length > 0);
  }
}
