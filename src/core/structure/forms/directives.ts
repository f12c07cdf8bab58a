import { blockOf, type BlockInfo, type BlockName } from '../../directives/blocks';
import {
  afterBlanks,
  locateAttributes,
  nameFrom,
  type AttributeProblem,
  type LocatedAttribute,
} from '../../directives/located';
import type { Span } from '../../text/position';

/** A `:::name …` that the build would read, or a writer meant. Spans are offsets in the file. */
export interface Directive {
  /** From the first colon to the end of what was read. */
  readonly span: Span;
  /** How many colons it begins with. */
  readonly colons: number;
  readonly nameSpan: Span;
  /** In lower case, without `-end`. */
  readonly name: string;
  readonly isEnd: boolean;
  /** `undefined` for a name that is none. */
  readonly block: (BlockInfo & { readonly name: BlockName }) | undefined;
  readonly startsLine: boolean;
  readonly attributes: readonly LocatedAttribute[];
  readonly problem: AttributeProblem | undefined;
  /** The colons behind it. */
  readonly closing: Span | undefined;
}

/** A line that begins with `:::` and a name, wherever it stands. */
export interface RawMark {
  /** Offset of the first colon. */
  readonly start: number;
  /** In lower case, without `-end`. */
  readonly name: string;
  readonly isEnd: boolean;
}

/**
 * Reads the directive that begins at a colon of a string; `undefined` where nothing is that could be meant as one.
 *
 * @param startsLine whether it is the first thing of its line: else it can be one only if it may stand in the middle of one
 */
export function readDirective(text: string, start: number, startsLine: boolean): Directive | undefined {
  let colons = 3;
  while (text.charAt(start + colons) === ':') colons++;
  const nameStart = startsLine ? afterBlanks(text, start + colons) : start + colons;
  const written = nameFrom(text, nameStart);
  if (written === '') return undefined;
  const nameSpan = { start: nameStart, end: nameStart + written.length };
  const whole = written.toLowerCase();
  const isEnd = whole.endsWith('-end');
  const name = isEnd ? whole.slice(0, -'-end'.length) : whole;
  const block = blockOf(name);
  if (!startsLine && (block?.isInline !== true || isEnd)) return undefined;
  // Only what may stand within a line goes on in the next one.
  const content = block?.isInline === true && !isEnd ? text : text.slice(0, endOfLine(text, start));
  const { attributes, problem, closing, end } = locateAttributes(content, nameSpan.end);
  // Prose may hold the colons and the word.
  if (!startsLine && !hasValue(attributes, problem)) return undefined;
  return {
    span: { start, end },
    colons,
    nameSpan,
    name,
    isEnd,
    block,
    startsLine,
    attributes,
    problem,
    closing: closing === undefined ? undefined : { start: closing, end: closing + 3 },
  };
}

function hasValue(attributes: readonly LocatedAttribute[], problem: AttributeProblem | undefined): boolean {
  if (attributes.some(({ valueSpan }) => valueSpan !== undefined)) return true;
  return problem?.kind === 'unquoted' || problem?.kind === 'unended';
}

export function valueOf({ attributes }: Pick<Directive, 'attributes'>, name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}

/** Whether an end mark belongs to it. */
export function wantsEnd({ block, isEnd, attributes }: Directive): boolean {
  if (block === undefined || isEnd) return false;
  return block.ends === 'always' || (block.ends === 'complex' && valueOf({ attributes }, 'type') === 'complex');
}

/** The elements that are open behind these directives, outermost first. */
export function openDirectives(directives: readonly Directive[]): readonly Directive[] {
  const open: Directive[] = [];
  for (const directive of directives) {
    if (directive.startsLine && wantsEnd(directive)) open.push(directive);
    if (!directive.isEnd) continue;
    const at = open.findLastIndex(({ name }) => name === directive.name);
    if (at !== -1) open.splice(at);
  }
  return open;
}

/** The same directive with its places counted otherwise. */
export function moved(directive: Directive, offsetAt: (offset: number) => number): Directive {
  const map = ({ start, end }: Span): Span => ({
    start: offsetAt(start),
    end: end > start ? offsetAt(end - 1) + 1 : offsetAt(start),
  });
  const { problem, closing } = directive;
  return {
    ...directive,
    span: map(directive.span),
    nameSpan: map(directive.nameSpan),
    attributes: directive.attributes.map((attribute) => ({
      ...attribute,
      span: map(attribute.span),
      nameSpan: map(attribute.nameSpan),
      valueSpan: attribute.valueSpan === undefined ? undefined : map(attribute.valueSpan),
    })),
    problem: problem === undefined ? undefined : { ...problem, span: map(problem.span) },
    closing: closing === undefined ? undefined : map(closing),
  };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

const lineMark = /^[ \t>]*(:{3,})[ \t]*([a-z][a-z0-9-]*)/gim;

export function rawMarks(text: string, from: number): RawMark[] {
  const found: RawMark[] = [];
  if (!text.includes(':::', from)) return found;
  lineMark.lastIndex = from;
  for (let match = lineMark.exec(text); match !== null; match = lineMark.exec(text)) {
    const [all, , written = ''] = match;
    const name = written.toLowerCase();
    const isEnd = name.endsWith('-end');
    found.push({
      start: match.index + all.indexOf(':'),
      name: isEnd ? name.slice(0, -'-end'.length) : name,
      isEnd,
    });
  }
  return found;
}
