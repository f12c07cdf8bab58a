import { blockOf, blocks, endMarkOf } from '../../core/directives/blocks';
import { bodyStart } from '../../core/includes/body';
import { openDirectives, type Directive } from '../../core/structure/forms/directives';
import { readForms } from '../../core/structure/forms/forms';
import { lineBreakOf } from '../../core/text/lines';
import { localized, t } from '../../core/text/localize';
import type { Position, Range } from '../../core/text/position';
import { snippetStop } from '../snippetText';
import { blockTemplates, type OfferedBlock } from './blockTemplates';
import { continuation, cursorLine, isTextBefore, marksBefore, rangeAround } from './bodyPlace';
import type { Completion, Completions } from './completion';

const atStart = new RegExp(String.raw`^(?<marks>${marksBefore})(?<typed>:{3,9}[ \t]{0,3}[a-z-]{0,20})$`, 'i');
const withinLine = /[^:](?<typed>:::[a-z-]{0,20})$/i;

const offered = blocks.map(({ name }) => name).filter((name) => name !== 'form');

/** The elements that may begin where `:::` was typed, and the ends of those that are open, the innermost first. */
export function completeBlock(text: string, position: Position): Completions | undefined {
  const line = cursorLine(text, position);
  if (line === undefined) return undefined;
  const first = atStart.exec(line.before)?.groups;
  const typed = first?.typed ?? withinLine.exec(line.before)?.groups?.typed;
  if (typed === undefined || !isTextBefore(text, line, typed.length)) return undefined;
  // An editor may have closed what was opened; anything else behind the cursor is text.
  const closed = /^:{1,3}(?=[ \t]*$)/.exec(line.after)?.[0].length ?? 0;
  const range = rangeAround(line, typed.length, closed);
  if (first === undefined) {
    const inline = offered.filter((name) => blockOf(name)?.isInline === true);
    return { items: inline.map((name, index) => blockItem(name, range, '', index)), isIncomplete: false };
  }
  if (line.after.slice(closed).trim() !== '') return undefined;
  const open = openDirectives(readForms(text.slice(0, line.start), bodyStart(text)).directives);
  const lineBreak = lineBreakOf(text) + continuation(first.marks ?? '');
  const begins = offered
    .filter((name) => mayBegin(name, open))
    .map((name, index) => blockItem(name, range, lineBreak, index));
  const ends = open.toReversed().map((directive, index) => endItem(directive, range, index));
  return { items: [...ends, ...begins], isIncomplete: false };
}

function mayBegin(name: OfferedBlock, open: readonly Directive[]): boolean {
  const isOpen = (other: OfferedBlock): boolean => open.some((directive) => directive.name === other);
  if (name === 'column') return isOpen('row') && open.at(-1)?.name !== 'column';
  return name !== 'zone' || !isOpen('zone');
}

function blockItem(name: OfferedBlock, range: Range, lineBreak: string, order: number): Completion {
  const lines = blockTemplates[name];
  return {
    label: `:::${name}`,
    kind: 'snippet',
    detail: localized(blockOf(name)?.summary ?? ''),
    range,
    newText: lines((_number, value) => value).join(lineBreak),
    snippet: lines(snippetStop).join(lineBreak),
    filterText: `:::${name}`,
    sortText: `1${order}`,
  };
}

function endItem({ name, colons, block }: Directive, range: Range, order: number): Completion {
  const mark = ':'.repeat(colons - 3) + endMarkOf({ name, closes: block?.closes ?? true });
  return {
    label: mark,
    kind: 'snippet',
    detail: t("The end of '{0}'.", `:::${name}`),
    range,
    newText: mark,
    filterText: `:::${name}-end`,
    sortText: `0${String(order).padStart(3, '0')}`,
  };
}
