import type MarkdownIt from 'markdown-it';
import { labelToken } from './tokens';
import { addQuoteForm } from './quotes';

const names = new Set(['note', 'tip', 'important', 'warning', 'caution']);

const noTextOnTheLine = 'The build shows a quote here: begin the text on a line below the mark.';

/**
 * `> [!NOTE]` and its like: boxes of five kinds.
 *
 * @param explains whether a writer is told what the build makes of a text on the same line
 */
export function alertPlugin(md: MarkdownIt, explains: boolean): void {
  addQuoteForm(md, (info) => {
    const name = info.toLowerCase();
    if (!names.has(name)) return undefined;
    return {
      attrs: [['class', `dynamics-docs-alert dynamics-docs-alert-${name}`]],
      takesText: true,
      tokens: (state, isText) => [
        labelToken(state, 'p', 'dynamics-docs-alert-title', name.charAt(0).toUpperCase() + name.slice(1)),
        ...(isText && explains ? [labelToken(state, 'p', 'dynamics-docs-include-problem', noTextOnTheLine)] : []),
      ],
    };
  });
}
