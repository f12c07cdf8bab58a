import type Token from 'markdown-it/lib/token.mjs';
import type { DirectiveMatch } from '../../core/includes/directive';
import { unescapePath } from '../../core/includes/directive';

export const blockType = 'dynamics_docs_include_block';
export const inlineType = 'dynamics_docs_include_inline';

/** What parsing leaves in a token for rendering, which alone knows the document. */
export interface IncludeMeta {
  /** The path without escapes. */
  readonly written: string;
  /** Whether the content is blocks; an inline token in a table cell of its own is one, too. */
  readonly form: 'block' | 'inline';
}

export function metaOf(token: Token): IncludeMeta {
  return token.meta as IncludeMeta;
}

export function describe(token: Token, text: string, match: DirectiveMatch, form: IncludeMeta['form']): void {
  token.content = text.slice(match.span.start, match.span.end);
  const meta: IncludeMeta = { written: unescapePath(text.slice(match.path.start, match.path.end)), form };
  token.meta = meta;
}

/** A copy that can be rendered any number of times: renderers of VS Code write into the attributes. */
export function copyOf(token: Token): Token {
  const copy = Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token);
  copy.attrs = token.attrs?.map(([name, value]) => [name, value]) ?? null;
  copy.children = token.children?.map(copyOf) ?? null;
  return copy;
}
