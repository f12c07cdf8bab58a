import type { Code } from '../rules/codes';
import { basename } from '../text/path';
import type { ResolvedInclude } from './resolve';
import { quoted, t } from '../text/localize';

export interface IncludeProblem {
  readonly code: Code;
  readonly message: string;
}

/** What is wrong with where a directive leads; `undefined` where nothing is. */
export function includeProblem(writtenPath: string, resolved: ResolvedInclude): IncludeProblem | undefined {
  switch (resolved.status) {
    case 'ok':
      return undefined;
    case 'not-found':
      return { code: 'include-not-found', message: notFoundMessage(writtenPath, resolved.target) };
    case 'not-markdown':
      return {
        code: 'include-invalid',
        message: t("Invalid include link: '{0}' is no Markdown file. Name a file that ends in .md.", writtenPath),
      };
    case 'outside-root':
      return {
        code: 'include-outside-root',
        message: t("The include '{0}' leads out of the repository. Nothing outside of it is read.", writtenPath),
      };
    case 'unavailable':
      return {
        code: 'include-unavailable',
        message: t(
          "The include '{0}' lies in a dependent repository that is not on this disk. The build has it.",
          writtenPath,
        ),
      };
    case 'case-mismatch':
      return {
        code: 'include-case-mismatch',
        message: t(
          "The file is called '{0}' ({1}). The build server tells upper and lower case apart.",
          basename(resolved.target),
          resolved.target,
        ),
      };
  }
}

/** In the words of the Learn build. */
function notFoundMessage(writtenPath: string, target: string | undefined): string {
  const message = t("Invalid include link: '{0}'.", writtenPath);
  return target === undefined || target === writtenPath
    ? message
    : `${message} ${t("There is no file '{0}'.", target)}`;
}

/** Of a longer chain its two ends are named. */
const mostNames = 20;

/** @param chain the files of the cycle, the first one again at the end */
export function circularMessage(chain: readonly string[]): string {
  const names = chain.map(quoted);
  const shown =
    names.length > mostNames ? [...names.slice(0, mostNames / 2), '…', ...names.slice(-mostNames / 2)] : names;
  return t('Build has identified file(s) referencing each other: {0}.', shown.join(' --> '));
}
