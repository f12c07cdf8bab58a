import type { Code } from './codes';

/** Where the project is published. */
export const projectPage = 'https://github.com/dynamics-docs/dynamics-docs';

/** The documentation of a code. */
export function rulePage(code: Code): string {
  return `${projectPage}/blob/main/docs/rules/${code}.md`;
}
