import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { scanIncludes } from '../../src/core/includes/scan';
import { includePlugin } from '../../src/markdown/includes/plugin';
import { blockType, inlineType, metaOf } from '../../src/markdown/includes/tokens';

const md = new MarkdownIt({ html: true });
includePlugin(md, {
  pathOf: () => undefined,
  sourceOf: () => ({ resolve: () => undefined, text: () => undefined }),
  markers: false,
});

/** The includes that markdown-it's tokens hold, each as `form path`, in the order of the text. */
export function includeTokensOf(text: string): string[] {
  return collect(md.parse(text, {}));
}

function collect(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    if (token.type !== blockType && token.type !== inlineType) return collect(token.children ?? []);
    const { form, written } = metaOf(token);
    return [`${form} ${written}`];
  });
}

/** The includes that the scanner finds, in the same words. */
export function scannedIncludesOf(text: string): string[] {
  return scanIncludes(text, 0).directives.map(({ form, path }) => `${form} ${path}`);
}
