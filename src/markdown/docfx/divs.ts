import type MarkdownIt from 'markdown-it';
import { readAttributes } from '../../core/directives/attributes';
import { addQuoteForm } from './quotes';

/** `> [!div class="checklist"]`: a quote becomes a block with these classes. No other attribute is taken over. */
export function divPlugin(md: MarkdownIt): void {
  addQuoteForm(md, (info) => {
    if (!/^div(?![\w-])/i.test(info)) return undefined;
    // The attributes may stand in backquotes.
    const written = info.slice('div'.length).trim().replace(/^`|`$/g, '');
    const className = readAttributes(written, 0, written.length, false)?.attributes.get('class')?.trim() ?? '';
    return { attrs: className === '' ? [] : [['class', className]], takesText: false, tokens: () => [] };
  });
}
