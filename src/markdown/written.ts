import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';

/** What stands in place of a directive that leads nowhere: what is written, and why. */
export function problemBox(md: MarkdownIt, token: Token, isBlock: boolean, message: string): string {
  const { escapeHtml } = md.utils;
  const name = isBlock ? 'div' : 'span';
  const attributes = elementAttributes(md, token, 'dynamics-docs-include-problem');
  const reason = `<span class="dynamics-docs-include-reason">${escapeHtml(message)}</span>`;
  return `<${name}${attributes} role="note"><code>${escapeHtml(token.content)}</code> ${reason}</${name}>${isBlock ? '\n' : ''}`;
}

/** A directive as text. */
export function asWritten(md: MarkdownIt, token: Token, isBlock: boolean, isPending: boolean): string {
  const text = md.utils.escapeHtml(token.content);
  if (!isBlock) return text;
  return `<p${isPending ? elementAttributes(md, token, 'dynamics-docs-include-pending') : ''}>${text}</p>\n`;
}

/** A token's own attributes, with the line that the preview needs, and a class. */
export function elementAttributes(md: MarkdownIt, token: Token, className: string): string {
  const { escapeHtml } = md.utils;
  const own = (token.attrs ?? []).filter(([name]) => name !== 'class');
  const classes = [className, token.attrGet('class') ?? ''].filter((one) => one !== '').join(' ');
  return [['class', classes] as const, ...own]
    .map(([name, value]) => ` ${escapeHtml(name)}="${escapeHtml(value)}"`)
    .join('');
}
