import type { Code } from '../rules/codes';
import { bodyStart } from './body';
import { circularMessage, includeProblem } from './problems';
import type { ResolvedInclude } from './resolve';
import { t } from '../text/localize';

/** What expansion asks of the world, answered at once: all that it can need was read before. Paths are root-relative. */
export interface IncludeSource {
  /** `undefined` while it is not known yet. */
  resolve(fromPath: string, writtenPath: string): ResolvedInclude | undefined;
  /** The current text of a file that a directive resolved to; `undefined` where it cannot be read. */
  text(path: string): string | undefined;
}

/** Where a directive leads. */
export type FollowedInclude =
  | {
      readonly kind: 'content';
      readonly path: string;
      readonly text: string;
      /** Offset in `text` behind the front matter, which an include drops. */
      readonly bodyStart: number;
    }
  | {
      readonly kind: 'problem';
      readonly code: Code;
      /** What is wrong, as its diagnostic says it. */
      readonly message: string;
    }
  | { readonly kind: 'pending' };

/** Real articles nest three deep (census); nothing that deep is meant. */
export const maxIncludeDepth = 30;

/**
 * Finds the content of a directive.
 *
 * @param chain the files on the way to the directive: the article first, last the file that it stands in
 * @param writtenPath the path of the directive, unescaped
 */
export function followInclude(source: IncludeSource, chain: readonly string[], writtenPath: string): FollowedInclude {
  const from = chain.at(-1) ?? '';
  const resolved = source.resolve(from, writtenPath);
  if (resolved === undefined) return { kind: 'pending' };
  const problem = includeProblem(writtenPath, resolved);
  if (problem !== undefined && resolved.status !== 'case-mismatch') return { kind: 'problem', ...problem };
  const { target } = resolved;
  if (target === undefined) return { kind: 'pending' };
  const first = chain.indexOf(target);
  if (first !== -1)
    return { kind: 'problem', code: 'circular-reference', message: circularMessage([...chain.slice(first), target]) };
  if (chain.length > maxIncludeDepth) {
    const message = t(
      'These includes nest more than {0} deep: {1} → {2}.',
      maxIncludeDepth,
      chain.slice(-3).join(' → '),
      target,
    );
    return { kind: 'problem', code: 'include-invalid', message };
  }
  const text = source.text(target);
  if (text === undefined)
    return { kind: 'problem', code: 'include-not-found', message: t("'{0}' cannot be read.", target) };
  return { kind: 'content', path: target, text, bodyStart: bodyStart(text) };
}

/** Files that include each other many times over double with each level: what people write stays far below. */
const maxExpansions = 10_000;
const maxLength = 5_000_000;

/** How much one article may become. */
export class ExpansionBudget {
  private count = 0;
  private length = 0;

  /**
   * Takes the content of one include from the budget.
   *
   * @param length characters that it adds
   * @returns why it cannot be shown; `undefined` where it can
   */
  refuses(length: number): string | undefined {
    this.count++;
    this.length += length;
    if (this.count > maxExpansions) return t('There are more includes than can be shown ({0}).', maxExpansions);
    return this.length > maxLength ? t('The content of the includes is too long to be shown.') : undefined;
  }
}
