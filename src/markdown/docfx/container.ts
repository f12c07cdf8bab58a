import type MarkdownIt from 'markdown-it';
import type { StateBlock } from 'markdown-it/index.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import type { TokenMaker } from './tokens';

export const colon = 58;

/** Blocks between a line that begins with `:::` and another that ends them. */
export interface Container {
  open(state: TokenMaker): Token[];
  close(state: TokenMaker): Token[];
  /** Whether a line, without white space around it, ends the container. */
  isEnd(line: string): boolean;
  /** Whether what its lines are indented by in common means nothing (docfx v3: rows and columns). */
  readonly dropsIndent: boolean;
}

/**
 * Teaches a parser a kind of container. As for DocFX, the first line that ends it does so wherever it stands, in code too;
 * without one the container goes on to the end of what it stands in.
 *
 * @param read asked for a line that begins with `:::`, without white space around it
 * @param anyIndent whether it may be indented like code
 */
export function addContainer(
  md: MarkdownIt,
  name: string,
  read: (line: string, state: StateBlock) => Container | undefined,
  anyIndent = false,
): void {
  const type = `dynamics_docs_${name}`;
  const parse = (state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean => {
    if (firstCode(state, startLine) !== colon) return false;
    const indent = (state.sCount[startLine] ?? 0) - state.blkIndent;
    if (indent < 0 || (indent >= 4 && !anyIndent)) return false;
    const line = lineOf(state, startLine);
    const container = line.startsWith(':::') ? read(line, state) : undefined;
    if (container === undefined) return false;
    if (!silent) parseContent(state, startLine, endLine, container);
    return true;
  };
  md.block.ruler.before('table', type, parse, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
}

/** The code of the first character of a line behind its container's marks: most lines are told apart by that alone. */
export function firstCode(state: StateBlock, line: number): number {
  return state.src.charCodeAt((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0));
}

/** A line without its container's marks and the white space around it. */
export function lineOf(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, state.eMarks[line]).trimEnd();
}

function parseContent(state: StateBlock, startLine: number, endLine: number, container: Container): void {
  const { lineMax, blkIndent } = state;
  const content = findEnd(state, startLine, endLine, container);
  push(state, container.open(state), [startLine, content.next]);
  state.lineMax = content.end;
  if (container.dropsIndent) state.blkIndent = content.indent;
  state.md.block.tokenize(state, startLine + 1, content.end);
  Object.assign(state, { lineMax, blkIndent, line: content.next });
  push(state, container.close(state), [Math.max(content.next - 1, startLine), content.next]);
}

/** @param map of those that are shown as blocks and open here */
function push(state: StateBlock, tokens: readonly Token[], map: [number, number]): void {
  for (const token of tokens) {
    const pushed = state.push(token.type, token.tag, token.nesting);
    const { attrs, content, children } = token;
    Object.assign(pushed, { attrs, content, children });
    if (token.nesting !== -1) pushed.map = [...map];
  }
}

interface Content {
  /** The line behind the content, from 0, and the line behind the container. */
  readonly end: number;
  readonly next: number;
  /** Columns that each of its lines is indented by. */
  readonly indent: number;
}

function findEnd(state: StateBlock, startLine: number, endLine: number, container: Container): Content {
  let indent = Infinity;
  for (let line = startLine + 1; line < endLine; line++) {
    if (state.isEmpty(line)) continue;
    const columns = state.sCount[line] ?? 0;
    const bounds = { indent: Number.isFinite(indent) ? indent : state.blkIndent };
    if (columns < state.blkIndent) return { ...bounds, end: line, next: line };
    if (firstCode(state, line) === colon && container.isEnd(lineOf(state, line)))
      return { ...bounds, end: line, next: line + 1 };
    indent = Math.min(indent, columns);
  }
  return { indent: Number.isFinite(indent) ? indent : state.blkIndent, end: endLine, next: endLine };
}
