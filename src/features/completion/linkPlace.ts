import { bodyStart } from '../../core/includes/body';
import { walkBlocks } from '../../core/includes/blocks';
import { linkBlocks } from '../../core/includes/links';
import { isMarkdown, isTableOfContents } from '../../core/text/path';
import type { Position, Span } from '../../core/text/position';
import { cursorLine, type CursorLine } from './bodyPlace';
import { begunInMarkdown, begunInYaml, type BegunDestination } from './destinationPlace';

/** The destination of a link that is being written. */
export interface LinkPlace extends Omit<BegunDestination, 'closing'> {
  readonly line: CursorLine;
  /** All that is written of it. Offsets in the text, on one line. */
  readonly span: Span;
}

/** An address, or a path from the root of a site or a disk. */
const fixed = /^(?:[\\/]|[a-z][a-z\d+.-]*:)/i;

/**
 * Finds the destination that is being written at a position of Markdown or a table of contents; `undefined` where the build
 * would see no link: in front matter, code and comments.
 */
export function linkPlaceAt(path: string, text: string, position: Position): LinkPlace | undefined {
  const line = cursorLine(text, position);
  // Most keystrokes are told apart here, by the line alone.
  const begun = line === undefined ? undefined : begunOn(path, text, line);
  if (line === undefined || begun === undefined || fixed.test(begun.typed)) return undefined;
  const cursor = line.start + line.before.length;
  const span = { start: cursor - begun.typed.length, end: cursor + begun.rest.length };
  const { wants, typed, rest, emptyText, closing } = begun;
  if (isMarkdown(path) && !isLink(text, span, closing)) return undefined;
  const isEntry = wants === 'page' && isMarkdown(path) && isTableOfContents(path);
  return { line, span, wants: isEntry ? 'contents' : wants, typed, rest, emptyText };
}

function begunOn(path: string, text: string, line: CursorLine): BegunDestination | undefined {
  if (isMarkdown(path)) return begunInMarkdown(text, line);
  return isTableOfContents(path) ? begunInYaml(line) : undefined;
}

/** Whether a complete destination in this place would be one to the build. */
function isLink(text: string, { start, end }: Span, closing: string): boolean {
  const from = bodyStart(text);
  if (start < from) return false;
  const probe = `${text.slice(0, start)}x.md${closing}${text.slice(end)}`;
  let isFound = false;
  const visitor = linkBlocks(probe, {
    skipsMalformed: true,
    link: (at) => {
      isFound ||= at === start;
    },
  });
  walkBlocks(probe, from, start, visitor);
  return isFound;
}
