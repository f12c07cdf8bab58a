import type { Code } from './codes';

/** Where the pages of docs/rules are published. */
const base = 'https://github.com/dynamics-docs/dynamics-docs/blob/main/docs/rules';

/** The documentation of a code. */
export function rulePage(code: Code): string {
  return `${base}/${code}.md`;
}
