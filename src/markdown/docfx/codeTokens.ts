import type Token from 'markdown-it/lib/token.mjs';
import type { CodeDirective } from '../../core/directives/code';

export const codeType = 'dynamics_docs_code';

export interface CodeMeta {
  readonly directive: CodeDirective;
  /** The file that the directive stands in, root-relative; `undefined` for the document that is rendered. */
  readonly from: string | undefined;
}

export function codeMetaOf(token: Token): CodeMeta {
  return token.meta as CodeMeta;
}

/** Code that a file shows, in another one that includes this file: its path stays relative to where it was written. */
export function setCodeOrigin(token: Token, from: string): void {
  const meta: CodeMeta = { ...codeMetaOf(token), from };
  token.meta = meta;
}
