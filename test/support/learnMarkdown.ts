import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import MarkdownIt12 from 'markdown-it-12';
import { describe, it } from 'mocha';
import type { IncludeSource } from '../../src/core/includes/follow';
import { resolveInclude } from '../../src/core/includes/resolve';
import { learnMarkdown } from '../../src/markdown/learnMarkdown';

/** Texts by root-relative path. */
export type Files = Readonly<Record<string, string>>;

/** The parsers that the plugins run in: today's, and that of the oldest supported VS Code. */
export const parsers: Readonly<Record<string, typeof MarkdownIt>> = {
  'markdown-it 14': MarkdownIt,
  'markdown-it 12': MarkdownIt12,
};

export function sourceOf(files: Files): IncludeSource {
  const exists = (path: string) => (Object.hasOwn(files, path) ? ('exact' as const) : undefined);
  return {
    resolve: (from, written) => resolveInclude(from, written, { docsetFolder: '', dependentRepositories: [], exists }),
    text: (path) => files[path],
  };
}

/** As VS Code's preview does: each block element carries its line. */
export function addLines(md: MarkdownIt): void {
  md.core.ruler.push('lines', ({ tokens }) => {
    for (const token of tokens) {
      if (token.map === null || token.type === 'inline') continue;
      token.attrSet('data-line', String(token.map[0]));
      token.attrJoin('class', 'code-line');
    }
  });
}

export interface RenderingOptions {
  readonly files?: Files;
  readonly markers?: boolean;
  readonly lines?: boolean;
  readonly parser?: typeof MarkdownIt;
}

/** A parser as the preview has it, for the document `guide/a.md`. */
export function learnParser({ files = {}, markers = false, lines = false, parser = MarkdownIt }: RenderingOptions) {
  const md = new parser({ html: true });
  learnMarkdown(md, { pathOf: () => 'guide/a.md', sourceOf: () => sourceOf(files), markers });
  if (lines) md.use(addLines);
  return md;
}

export function renderLearn(text: string, options: RenderingOptions = {}): string {
  return learnParser(options).render(text, {});
}

/** What is written, and the whole HTML that it becomes. */
export type Case = readonly [what: string, text: string, html: string, options?: RenderingOptions];

/** Tests of one syntax, in every parser. */
export function describeSyntax(title: string, cases: readonly Case[]): void {
  for (const [name, parser] of Object.entries(parsers))
    describe(`${title} in ${name}`, () => {
      for (const [what, text, html, options] of cases)
        it(what, () => {
          assert.equal(renderLearn(text, { ...options, parser }), html);
        });
    });
}
