import { bodyStart } from '../../core/includes/body';
import { scanDefinitions } from '../../core/includes/definitions';
import type { Position } from '../../core/text/position';
import { cursorLine, isTextBefore, rangeAround } from './bodyPlace';
import type { Completion, Completions } from './completion';

const begun = /\]\[(?<typed>[^[\]]{0,200})$/;
const definition = /^\[(?<label>(?:[^[\]\\]|\\.){1,999})\]:\s{0,99}(?<destination>\S.{0,999})/;

/** The labels of the definitions of a text, where `[text][` refers to one. */
export function completeReference(text: string, position: Position): Completions | undefined {
  const line = cursorLine(text, position);
  const typed = line === undefined ? undefined : begun.exec(line.before)?.groups?.typed;
  if (line === undefined || typed === undefined || !isTextBefore(text, line, typed.length + 2)) return undefined;
  const rest = /^[^[\]]{0,200}(?=\])/.exec(line.after)?.[0].length ?? 0;
  const range = rangeAround(line, typed.length, rest);
  const items = scanDefinitions(text, bodyStart(text)).flatMap(({ span }, index): Completion[] => {
    const { label: written, destination } = definition.exec(text.slice(span.start, span.end))?.groups ?? {};
    // Footnotes and comments are written like definitions.
    if (written === undefined || destination === undefined || /^(?:\^|\/\/)/.test(written)) return [];
    const label = written.replaceAll(/\s+/g, ' ');
    return [
      {
        label,
        kind: 'section',
        detail: destination,
        range,
        newText: label,
        filterText: label,
        sortText: String(index).padStart(5, '0'),
      },
    ];
  });
  return items.length === 0 ? undefined : { items, isIncomplete: false };
}
