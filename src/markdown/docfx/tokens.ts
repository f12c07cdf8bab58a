import type MarkdownIt from 'markdown-it';
import type { StateCore } from 'markdown-it/index.mjs';
import type Token from 'markdown-it/lib/token.mjs';

const labelType = 'dynamics_docs_label';

/** What some of the parsers' states have in common. */
export type TokenMaker = Pick<StateCore, 'Token'>;

/** Text of our own, in an element of its own. Its tokens are made by `labelToken`. */
export function renderLabels(md: MarkdownIt): void {
  md.renderer.rules[labelType] = (tokens, index, _options, _env, self) => {
    const token = tokens[index];
    if (token === undefined) return '';
    return `<${token.tag}${self.renderAttrs(token)}>${md.utils.escapeHtml(token.content)}</${token.tag}>\n`;
  };
}

export function labelToken({ Token }: TokenMaker, tag: 'p' | 'summary', className: string, text: string): Token {
  const token = new Token(labelType, tag, 0);
  token.block = true;
  token.content = text;
  token.attrSet('class', className);
  return token;
}

/** An opening block with a class, or what closes it. */
export function blockToken(
  { Token }: TokenMaker,
  name: string,
  tag: string,
  nesting: 1 | -1,
  attrs: readonly (readonly [string, string])[] = [],
): Token {
  const token = new Token(`dynamics_docs_${name}_${nesting === 1 ? 'open' : 'close'}`, tag, nesting);
  token.block = true;
  for (const [attribute, value] of attrs) token.attrSet(attribute, value);
  return token;
}

/** Inline tokens as a paragraph of their own. */
export function inParagraph({ Token }: TokenMaker, children: Token[]): [Token, Token, Token] {
  const opening = new Token('paragraph_open', 'p', 1);
  const inline = new Token('inline', '', 0);
  const closing = new Token('paragraph_close', 'p', -1);
  opening.block = inline.block = closing.block = true;
  inline.level = 1;
  inline.children = children;
  return [opening, inline, closing];
}
