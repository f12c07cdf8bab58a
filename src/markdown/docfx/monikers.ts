import type MarkdownIt from 'markdown-it';
import { addContainer } from './container';
import { endOf } from './rows';
import { folded } from './zones';

const start = /^(:{3,})[ \t]*moniker[ \t]*range="([^"]*)"/i;

/** `::: moniker range=">= one"` … `::: moniker-end`: what only readers of some versions see, under its range. */
export function monikerPlugin(md: MarkdownIt): void {
  addContainer(md, 'moniker', (line) => {
    const match = start.exec(line);
    if (match === null) return undefined;
    const [, colons = '', range = ''] = match;
    return folded('moniker', `Version: ${range.trim()}`, endOf(colons, 'moniker-end'));
  });
}
