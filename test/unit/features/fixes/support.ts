import { fixAll, type FixedText } from '../../../../src/features/fixes/fixAll';
import { fixesOf } from '../../../../src/features/fixes/fixes';
import { examine } from '../../../../src/features/fixes/examine';
import { applyFix } from '../../../../src/core/rules/fix';
import { lineBreakOf } from '../../../../src/core/text/lines';
import type { Repository } from '../../../../src/core/docset/repository';
import { docfx, open } from '../../core/support/repository';
import type { Files } from '../../core/support/memoryHost';

/** A mistake of real articles (census), what is preferred, and the text after it. A `!` marks what is certain. */
export type Mistake = readonly [name: string, before: string, preferred: string, after: string];

/** A docset with one article, which inherits what the test is not about. */
export async function docsetWith(text: string, more: Files = {}): Promise<Repository> {
  const supplied = {
    title: 'A title of the right length',
    description: 'A description that is long enough for search engines to show it in full, and no longer than that.',
    author: 'writer',
    'ms.author': 'writer',
    'ms.date': '01/02/2026',
    'ms.topic': 'how-to',
    'ms.service': 'x',
  };
  const { repository } = await open({ 'docfx.json': docfx({ globalMetadata: supplied }), 'a.md': text, ...more });
  return repository;
}

export async function fixed(text: string, more: Files = {}): Promise<FixedText> {
  const repository = await docsetWith(text, more);
  return fixAll(text, (current) => examine(repository, 'a.md', current));
}

/** Every repair that is offered for a code: what its title says, `!` in front of certain ones, and the text after it. */
export async function offered(text: string, code: string, more: Files = {}): Promise<readonly [string, string][]> {
  const repository = await docsetWith(text, more);
  const { diagnostics, facts } = examine(repository, 'a.md', text);
  return diagnostics
    .filter((diagnostic) => diagnostic.code === code)
    .flatMap((diagnostic) => fixesOf(diagnostic, facts))
    .map((fix) => [`${fix.isCertain ? '! ' : ''}${fix.title}`, applyFix(text, fix, lineBreakOf(text))]);
}

export function header(...lines: readonly string[]): string {
  return ['---', ...lines, '---', '', '# H', ''].join('\n');
}
