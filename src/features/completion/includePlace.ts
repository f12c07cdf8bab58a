import { bodyStart } from '../../core/includes/body';
import { unescapePath } from '../../core/includes/directive';
import { isExpandedAt } from '../../core/includes/scan';
import { lineStarts, type Position, type Range } from '../../core/text/position';

/** What a cursor stands in, of an include that is being written. */
export interface IncludePlace {
  /** The beginning of a directive, its label, or its path; or a word alone on its line that may ask for one. */
  readonly kind: 'directive' | 'label' | 'path' | 'word';
  /** What a choice replaces, on both sides of the cursor. */
  readonly range: Range;
  /** What stands before the cursor of that, a path without escapes. */
  readonly typed: string;
  /** What a complete path is followed by so that the directive ends. */
  readonly closing: string;
  /** How many characters behind the range that replaces. */
  readonly overwrites: number;
}

/** Longer stretches of a line are no directive that somebody writes. */
const maxReach = 2000;

/** The word that brings up includes, all or those of banners, by how it begins. */
export function includeWordOf(typed: string): 'include' | 'banner' | undefined {
  return (['include', 'banner'] as const).find((word) => word.startsWith(typed.toLowerCase()));
}

const wordBefore = /^\s{0,99}(?<typed>[a-z]{1,9})$/i;
const directiveBefore = /\[!(?:i(?:n(?:c(?:l(?:u(?:d(?:e[+-]? {0,99})?)?)?)?)?)?)?$/i;
const labelBefore = /\[!include[+-]? {0,99}\[(?<typed>(?:\\.|[^\]\\]){0,300})$/i;
const pathBefore = /\[!include[+-]? {0,99}\[(?:\\.|[^\]\\]){0,300}\]\(\s{0,99}<?(?<typed>(?:\\\S|[^\s)\\]){0,1000})$/i;

/** The rest of a directive behind a cursor in its label. */
const restOfDirective = /^(?:\\.|[^[\]\\]){0,300}\]\((?:\\.|[^()[\]\\]){0,1000}\)\]/;
/** Brackets that an editor closes by itself, but not the one of a link around the directive. */
const closedBrackets = /^\]{1,2}(?!\()/;
const restOfPath = /^(?:\\\S|[^\s)>\\]){0,1000}/;
/** What stands between a path and the end of its directive: an angle bracket, a title. */
const endOfDirective = /^>?(?:\s[^()[\]]{0,300})?\)\]/;

/**
 * Finds what is being written of an include at a position; `undefined` where the build would expand none: in front matter,
 * code, HTML and comments.
 */
export function includePlaceAt(text: string, position: Position): IncludePlace | undefined {
  const starts = lineStarts(text);
  const lineStart = starts[position.line];
  if (lineStart === undefined) return undefined;
  const line = text.slice(lineStart, starts[position.line + 1]).replace(/[\r\n]{1,2}$/, '');
  const character = Math.min(position.character, line.length);
  const skipped = Math.max(0, character - maxReach);
  // Most keystrokes are told apart here, by the line alone.
  const found = placeIn(line.slice(skipped, character), line.slice(character, character + maxReach));
  if (found === undefined) return undefined;
  const { start, before, after, rest, ...place } = found;
  const from = bodyStart(text);
  const directive = lineStart + skipped + start;
  const probe = `${text.slice(0, directive)}[!include [x](x.md)]${text.slice(lineStart + character + after + rest)}`;
  if (directive < from || !isExpandedAt(probe, from, directive)) return undefined;
  const at = (offset: number): Position => ({ line: position.line, character: character + offset });
  return { ...place, range: { start: at(-before), end: at(after) } };
}

interface FoundPlace extends Omit<IncludePlace, 'range'> {
  /** Of the directive, in the text before the cursor. */
  readonly start: number;
  /** How much is replaced before the cursor and after it. */
  readonly before: number;
  readonly after: number;
  /** How much of the directive follows what is replaced. */
  readonly rest: number;
}

function placeIn(before: string, after: string): FoundPlace | undefined {
  const path = pathBefore.exec(before);
  if (path !== null) {
    const typed = path.groups?.typed ?? '';
    return { kind: 'path', start: path.index, typed: unescapePath(typed), before: typed.length, ...endOfPath(after) };
  }
  const label = labelBefore.exec(before);
  if (label !== null) {
    const typed = label.groups?.typed ?? '';
    const rest = restOfDirective.exec(after) ?? closedBrackets.exec(after);
    return beginning('label', label.index, typed, rest?.[0].length ?? 0);
  }
  const directive = directiveBefore.exec(before);
  if (directive !== null) return beginning('directive', directive.index, directive[0], after.startsWith(']') ? 1 : 0);
  const word = after.trim() === '' ? wordBefore.exec(before)?.groups?.typed : undefined;
  if (word === undefined || includeWordOf(word) === undefined) return undefined;
  return beginning('word', before.length - word.length, word, 0);
}

function beginning(kind: 'directive' | 'label' | 'word', start: number, typed: string, after: number): FoundPlace {
  return { kind, start, typed, before: typed.length, after, rest: 0, closing: '', overwrites: 0 };
}

/** Where a path ends behind the cursor, and what its directive lacks there. */
function endOfPath(text: string): Pick<FoundPlace, 'after' | 'rest' | 'closing' | 'overwrites'> {
  const written = restOfPath.exec(text)?.[0].length ?? 0;
  const end = endOfDirective.exec(text.slice(written));
  if (end !== null) return { after: written, rest: end[0].length, closing: '', overwrites: 0 };
  if (text.startsWith(')', written)) return { after: written, rest: 1, closing: ')]', overwrites: 1 };
  // Without a `)` a bracket is the one that the editor closed.
  const bracket = text.slice(0, written).indexOf(']');
  if (bracket === -1) return { after: written, rest: 0, closing: ')]', overwrites: 0 };
  return { after: bracket, rest: 1, closing: ')]', overwrites: 1 };
}
