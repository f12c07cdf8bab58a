import type { Code } from '../rules/codes';
import { basename } from '../text/path';
import type { ResolvedInclude } from './resolve';

export interface IncludeProblem {
  readonly code: Code;
  readonly message: string;
}

/** What is wrong with where a directive leads; `undefined` where nothing is. */
export function includeProblem(writtenPath: string, resolved: ResolvedInclude): IncludeProblem | undefined {
  const shown = `'${writtenPath}'`;
  switch (resolved.status) {
    case 'ok':
      return undefined;
    case 'not-found':
      return { code: 'include-not-found', message: notFoundMessage(writtenPath, resolved.target) };
    case 'not-markdown':
      return {
        code: 'include-invalid',
        message: `Invalid include link: ${shown} is no Markdown file. Name a file that ends in .md.`,
      };
    case 'outside-root':
      return {
        code: 'include-outside-root',
        message: `The include ${shown} leads out of the repository. Nothing outside of it is read.`,
      };
    case 'unavailable':
      return {
        code: 'include-unavailable',
        message: `The include ${shown} lies in a dependent repository that is not on this disk. The build has it.`,
      };
    case 'case-mismatch':
      return {
        code: 'include-case-mismatch',
        message: `The file is called '${basename(resolved.target)}' (${resolved.target}). The build server tells upper and lower case apart.`,
      };
  }
}

/** In the words of the Learn build. */
function notFoundMessage(writtenPath: string, target: string | undefined): string {
  const where = target === undefined || target === writtenPath ? '' : ` There is no file '${target}'.`;
  return `Invalid include link: '${writtenPath}'.${where}`;
}

/** @param chain the files of the cycle, the first one again at the end */
export function circularMessage(chain: readonly string[]): string {
  return `Build has identified file(s) referencing each other: ${chain.map((path) => `'${path}'`).join(' --> ')}.`;
}
