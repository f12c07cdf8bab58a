import type MarkdownIt from 'markdown-it';
import type { StateBlock, StateCore, StateInline } from 'markdown-it/index.mjs';
import { isBlankFrom } from '../../core/includes/blockStarts';
import { DirectiveReader, isCandidate } from '../../core/includes/directive';
import { blockType, describe, inlineType, metaOf } from './tokens';

/**
 * Teaches a parser the grammar of includes: the one that `scanIncludes` reads, so that the preview shows what the
 * diagnostics speak of. Tokens hold what is written; where it leads is asked when they are rendered.
 */
export function parseIncludes(md: MarkdownIt): void {
  const alt = ['paragraph', 'reference', 'blockquote', 'list'];
  md.block.ruler.before('table', blockType, parseBlock, { alt });
  md.inline.ruler.before('link', inlineType, parseInline);
  md.core.ruler.after('inline', inlineType, markTableCells);
  const findEnd = md.helpers.parseLinkLabel;
  md.helpers.parseLinkLabel = (state, start, disableNested) =>
    disableNested === true ? endOfLinkText(state, start) : findEnd(state, start, disableNested);
}

/**
 * Where the text of a link ends that starts behind a `[`; -1 where there is none. Links cannot nest, and markdown-it takes
 * whatever else begins with a bracket for one: an include may stand in a link all the same.
 */
function endOfLinkText(state: StateInline, start: number): number {
  const before = state.pos;
  let end = -1;
  let depth = 1;
  state.pos = start + 1;
  while (state.pos < state.posMax) {
    const at = state.pos;
    const character = state.src.charAt(at);
    if (character === ']' && --depth === 0) {
      end = at;
      break;
    }
    state.md.inline.skipToken(state);
    if (character !== '[') continue;
    if (state.pos === at + 1) depth++;
    else if (!isCandidate(state.src, at)) break;
  }
  state.pos = before;
  return end;
}

/** A directive that has its line to itself, behind the marks of quotes and lists. */
function parseBlock(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!isCandidate(state.src, start)) return false;
  const line = state.src.slice(start, state.eMarks[startLine]);
  const match = new DirectiveReader(line).read(0, '+');
  if (match === undefined || !isBlankFrom(line, match.span.end, line.length)) return false;
  if (silent) return true;
  const token = state.push(blockType, '', 0);
  token.map = [startLine, startLine + 1];
  describe(token, line, match, 'block');
  state.line = startLine + 1;
  return true;
}

const readers = new WeakMap<StateInline, DirectiveReader>();

function parseInline(state: StateInline, silent: boolean): boolean {
  if (!isCandidate(state.src, state.pos)) return false;
  // One reader for a paragraph: it remembers where brackets close.
  const reader = readers.get(state) ?? new DirectiveReader(state.src);
  readers.set(state, reader);
  const match = reader.read(state.pos, '-');
  if (match === undefined || match.span.end > state.posMax) return false;
  if (!silent) describe(state.push(inlineType, '', 0), state.src, match, 'inline');
  state.pos = match.span.end;
  return true;
}

/** What has a cell of a table to itself is a block there (DocFX v3). */
function markTableCells({ tokens }: StateCore): void {
  tokens.forEach((token, index) => {
    const [only, ...others] = token.children ?? [];
    const opening = tokens[index - 1]?.type;
    if (only?.type !== inlineType || others.length > 0 || (opening !== 'td_open' && opening !== 'th_open')) return;
    only.meta = { ...metaOf(only), form: 'block' };
  });
}
