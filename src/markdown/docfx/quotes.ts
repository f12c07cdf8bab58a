import type MarkdownIt from 'markdown-it';
import type { StateBlock, StateCore } from 'markdown-it/index.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import { blockToken, type TokenMaker } from './tokens';

/** What a line such as `> [!NOTE]` makes of the quote below it. */
export interface QuoteForm {
  /** Of the element around the quote; without attributes there is none, and what is below stays a quote. */
  readonly attrs: readonly (readonly [string, string])[] | undefined;
  /** What is shown in place of the line. `isText` says that text follows on it. */
  tokens(state: TokenMaker, isText: boolean): Token[];
  /** Whether text may follow on the line, which the build does not take. */
  readonly takesText: boolean;
}

/** @param info what stands between `[!` and `]`, trimmed */
type ReadForm = (info: string) => QuoteForm | undefined;

const markType = 'dynamics_docs_quote_mark';
const readers = new WeakMap<MarkdownIt, ReadForm[]>();

/** Teaches a parser another form of quotes (docfx v3: QuoteSectionNoteParser). */
export function addQuoteForm(md: MarkdownIt, read: ReadForm): void {
  const known = readers.get(md);
  if (known !== undefined) {
    known.push(read);
    return;
  }
  readers.set(md, [read]);
  md.block.ruler.before('table', markType, parseMark, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  md.core.ruler.after('block', markType, shapeQuotes);
}

function formOf(md: MarkdownIt, info: string): QuoteForm | undefined {
  for (const read of readers.get(md) ?? []) {
    const form = read(info);
    if (form !== undefined) return form;
  }
  return undefined;
}

/** A line of a quote that is nothing but `[!…]`, with one space before it at most: it begins a quote of its own. */
function parseMark(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const { src } = state;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!src.startsWith('[!', start)) return false;
  const before = src.charAt(start - 1);
  if ((before === ' ' || before === '\t' ? src.charAt(start - 2) : before) !== '>') return false;
  const line = src.slice(start, state.eMarks[startLine]).trimEnd();
  // The first bracket that closes is the last character.
  if (line.indexOf(']') !== line.length - 1) return false;
  const form = formOf(state.md, line.slice(2, -1).trim());
  if (form === undefined) return false;
  if (silent) return true;
  const token = state.push(markType, '', 0);
  token.map = [startLine, startLine + 1];
  token.meta = form;
  state.line = startLine + 1;
  return true;
}

/** A quote that is open while the tokens are gone through. */
interface OpenQuote {
  readonly opening: Token;
  /** What closes the part of it that is open; `undefined` where none is. */
  closing: Token | undefined;
}

/** Puts what the marks say in place of quotes. Each mark ends the part of the quote before it. */
function shapeQuotes(state: StateCore): void {
  if (!state.tokens.some(({ type }) => type === 'blockquote_open')) return;
  const shaped: Token[] = [];
  const quotes: OpenQuote[] = [];
  state.tokens.forEach((token, index) => {
    const quote = quotes.at(-1);
    const form = markOf(token) ?? formOfText(state, index);
    if (form !== undefined && quote !== undefined) {
      if (shaped.at(-1) === quote.opening) shaped.pop();
      else if (quote.closing !== undefined) shaped.push(quote.closing);
      quote.closing = undefined;
      beginForm(shaped, quote, form, { state, mark: token });
      if (token.type === markType) return;
    } else if (token.type === 'blockquote_close') {
      quotes.pop();
      if (quote?.closing !== undefined) shaped.push(quote.closing);
      return;
    } else if (quote !== undefined && quote.closing === undefined) beginPart(shaped, quote, token, state);
    shaped.push(token);
    if (token.type === 'blockquote_open') quotes.push({ opening: token, closing: plainClosing(state, token) });
  });
  state.tokens = shaped;
}

function markOf(token: Token): QuoteForm | undefined {
  return token.type === markType ? (token.meta as QuoteForm) : undefined;
}

const textForm = /^\[!([a-z]{1,20})\][ \t]+/i;

/** The form of a quote whose first paragraph begins with its mark, which is taken out of it. */
function formOfText({ tokens, md }: StateCore, index: number): QuoteForm | undefined {
  const inline = tokens[index + 1];
  if (tokens[index]?.type !== 'paragraph_open' || tokens[index - 1]?.type !== 'blockquote_open') return undefined;
  const match = textForm.exec(inline?.content ?? '');
  if (match === null || inline === undefined) return undefined;
  const form = formOf(md, match[1] ?? '');
  if (form?.takesText !== true) return undefined;
  inline.content = inline.content.slice(match[0].length);
  return form;
}

function beginForm(
  shaped: Token[],
  quote: OpenQuote,
  form: QuoteForm,
  { state, mark }: { readonly state: StateCore; readonly mark: Token },
): void {
  const { level, map } = quote.opening;
  const line = mark.map?.[0] ?? 0;
  const ownMap: [number, number] = [line, Math.max(line + 1, map?.[1] ?? 0)];
  if (form.attrs !== undefined) {
    const opening = blockToken(state, 'quote', 'div', 1, form.attrs);
    Object.assign(opening, { level, map: ownMap });
    shaped.push(opening);
    quote.closing = blockToken(state, 'quote', 'div', -1);
    quote.closing.level = level;
  }
  for (const token of form.tokens(state, mark.type !== markType)) {
    token.level += form.attrs === undefined ? level : level + 1;
    if (token.nesting !== -1 && token.type !== 'inline' && form.attrs === undefined) token.map = [line, line + 1];
    shaped.push(token);
  }
}

/** What stands below a form that is a line alone: a quote. */
function beginPart(shaped: Token[], quote: OpenQuote, first: Token, state: StateCore): void {
  const opening = new state.Token('blockquote_open', 'blockquote', 1);
  const { level, map, markup } = quote.opening;
  Object.assign(opening, { level, markup, block: true, map: [first.map?.[0] ?? map?.[0] ?? 0, map?.[1] ?? 0] });
  shaped.push(opening);
  quote.closing = plainClosing(state, opening);
}

function plainClosing({ Token }: StateCore, { level, markup }: Token): Token {
  const closing = new Token('blockquote_close', 'blockquote', -1);
  return Object.assign(closing, { level, markup, block: true });
}
