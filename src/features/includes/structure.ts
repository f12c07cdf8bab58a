import { walkBlocks } from '../../core/includes/blocks';
import { scanIncludes } from '../../core/includes/scan';
import { lineStartOf } from '../../core/text/lines';
import { listMarker } from '../../core/includes/blockStarts';

/** The blocks of a text one after the other, each as a word: what must not change when a piece moves to another file. */
export type Structure = readonly string[];

/**
 * @param from where the body starts
 * @param replaced the start of a block include and the structure that stands for it
 */
export function structureOf(
  text: string,
  from: number,
  replaced?: { readonly start: number; readonly structure: Structure },
): Structure {
  const found: string[] = [];
  const blocks = new Map(
    scanIncludes(text, from)
      .directives.filter(({ form, span }) => form === 'block' && isAlone(text, span.start))
      .map(({ span }) => [span.start, span]),
  );
  walkBlocks(text, from, text.length, {
    ownBlock: ({ start }) => {
      const span = blocks.get(start);
      if (span === undefined) return undefined;
      return () => {
        if (start === replaced?.start) found.push(...replaced.structure);
        else found.push(`include ${text.slice(span.start, span.end)}`);
      };
    },
    block: (kind) => found.push(kind),
    leaf: (lines) => {
      const [first, ...others] = lines.map(({ start, end }) => text.slice(start, end).trim());
      // `[!NOTE]` begins a block of its own, whatever follows on the next line.
      if (first !== undefined && others.length > 0 && /^\[![a-z]+\]$/i.test(first))
        found.push(`text ${first}`, `text ${others.join('\n')}`);
      else found.push(`text ${[first, ...others].join('\n')}`);
    },
    html: ({ start, end }) => found.push(`html ${text.slice(start, end).trim()}`),
  });
  return found;
}

/** A directive in a table cell is a block too, but part of the table. */
function isAlone(text: string, start: number): boolean {
  return !text.slice(lineStartOf(text, start), start).includes('|');
}

export function isSameStructure(a: Structure, b: Structure): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index]);
}

/**
 * Whether two neighbours would have been one list: then they must not come apart.
 *
 * @param above the lines before, @param below the lines after: both without the marks of the containers around them
 */
export function isOneList(above: readonly string[], below: readonly string[]): boolean {
  const next = below.find((line) => line.trim() !== '');
  if (next === undefined || !endsInList(above)) return false;
  return /^[ \t]/.test(next) || hasListMarker(next);
}

/** Whether the last block that is not indented is an item of a list. */
function endsInList(lines: readonly string[]): boolean {
  let isBehindBlank = false;
  for (const line of [...lines].reverse()) {
    if (line.trim() === '') isBehindBlank = true;
    else if (hasListMarker(line)) return true;
    // A line that is not indented goes on with an item only where it follows it directly.
    else if (!/^[ \t]/.test(line) && isBehindBlank) return false;
    else if (!/^[ \t]/.test(line) && /^(?:#|>|```|~~~|<|\|)/.test(line)) return false;
    else if (!/^[ \t]/.test(line)) isBehindBlank = false;
  }
  return false;
}

function hasListMarker(line: string): boolean {
  return listMarker(line, 0) !== undefined;
}
