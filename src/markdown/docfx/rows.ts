import type MarkdownIt from 'markdown-it';
import { addContainer } from './container';
import { blockToken } from './tokens';

const rowStart = /^(:{3,})[ \t]*row:::/i;
const columnStart = /^(:{3,})[ \t]*column[ \t]*(?:span="([^"]*)")? *:::/i;
/** As many as a row of Learn has. */
const maxSpan = 12;

/** `:::row:::` … `:::row-end:::` with `:::column span="2":::` … `:::column-end:::` in it. */
export function rowPlugin(md: MarkdownIt): void {
  addContainer(md, 'row', (line) => {
    const colons = rowStart.exec(line)?.[1];
    if (colons === undefined) return undefined;
    return {
      open: (state) => [blockToken(state, 'row', 'div', 1, [['class', 'dynamics-docs-row']])],
      close: (state) => [blockToken(state, 'row', 'div', -1)],
      isEnd: endOf(colons, 'row-end:::'),
      dropsIndent: true,
    };
  });
  addContainer(
    md,
    'column',
    (line) => {
      const match = columnStart.exec(line);
      if (match === null) return undefined;
      const [, colons = '', written = ''] = match;
      const span = Math.min(Math.max(Number.parseInt(written, 10) || 1, 1), maxSpan);
      const classes = ['dynamics-docs-column', ...(span === 1 ? [] : [`dynamics-docs-span-${span}`])];
      return {
        open: (state) => [blockToken(state, 'column', 'div', 1, [['class', classes.join(' ')]])],
        close: (state) => [blockToken(state, 'column', 'div', -1)],
        isEnd: endOf(colons, 'column-end:::'),
        dropsIndent: true,
      };
    },
    true,
  );
}

/** What ends a container that began with so many colons. */
export function endOf(colons: string, name: string): (line: string) => boolean {
  return (line) => line.startsWith(colons) && line.slice(colons.length).trimStart().toLowerCase().startsWith(name);
}
