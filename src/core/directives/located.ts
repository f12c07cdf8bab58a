import type { Span } from '../text/position';

/** An attribute of a `:::` line. Spans count in the string that it was read from. */
export interface LocatedAttribute {
  /** In lower case. */
  readonly name: string;
  /** From the name to the end of the value. */
  readonly span: Span;
  readonly nameSpan: Span;
  /** '' for a name alone. */
  readonly value: string;
  /** Between the quotes; `undefined` for a name alone. */
  readonly valueSpan: Span | undefined;
}

/** Why the build reads no further, and where. */
export interface AttributeProblem {
  readonly kind: 'stray' | 'unquoted' | 'unended' | 'twice';
  /** What stands there; of the attribute for all but `stray`. */
  readonly span: Span;
}

export interface LocatedAttributes {
  readonly attributes: readonly LocatedAttribute[];
  readonly problem: AttributeProblem | undefined;
  /** Where the `:::` behind the attributes begins; `undefined` where there is none. */
  readonly closing: number | undefined;
  /** Offset behind what was read. */
  readonly end: number;
}

const nameAt = /[a-z][a-z0-9-]*/iy;

/** The name that begins at an offset, as written; '' for none. */
export function nameFrom(text: string, at: number): string {
  nameAt.lastIndex = at;
  return nameAt.exec(text)?.[0] ?? '';
}

/** The first place from an offset on that holds no space or tab. */
export function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at;
}

/**
 * Reads attributes by DocFX's rules, to a `:::` or the end of a string: names in any case, values in double quotes, nothing
 * twice. Stops at the first mistake.
 */
export function locateAttributes(text: string, from: number): LocatedAttributes {
  const attributes: LocatedAttribute[] = [];
  const names = new Set<string>();
  let at = afterBlanks(text, from);
  const done = (problem?: AttributeProblem): LocatedAttributes => ({
    attributes,
    problem,
    closing: undefined,
    end: problem?.span.end ?? at,
  });
  while (at < text.length) {
    if (text.startsWith(':::', at)) return { attributes, problem: undefined, closing: at, end: at + 3 };
    const read = readAttribute(text, at);
    if ('kind' in read) return done(read);
    if (names.has(read.name)) return done({ kind: 'twice', span: read.span });
    attributes.push(read);
    names.add(read.name);
    at = afterBlanks(text, read.span.end);
  }
  return done();
}

function readAttribute(text: string, start: number): LocatedAttribute | AttributeProblem {
  const written = nameFrom(text, start);
  if (written === '') return { kind: 'stray', span: { start, end: endOfWord(text, start) } };
  const nameSpan = { start, end: start + written.length };
  const name = written.toLowerCase();
  const equals = afterBlanks(text, nameSpan.end);
  if (text.charAt(equals) !== '=') return { name, span: nameSpan, nameSpan, value: '', valueSpan: undefined };
  const opening = afterBlanks(text, equals + 1);
  if (text.charAt(opening) !== '"')
    return { kind: 'unquoted', span: { start, end: Math.max(opening, endOfWord(text, opening)) } };
  const closing = text.indexOf('"', opening + 1);
  if (closing === -1) return { kind: 'unended', span: { start, end: endOfLine(text, start) } };
  const valueSpan = { start: opening + 1, end: closing };
  const value = text.slice(valueSpan.start, valueSpan.end);
  return { name, span: { start, end: closing + 1 }, nameSpan, value, valueSpan };
}

function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !/\s/.test(text.charAt(at)) && !(at > from && text.startsWith(':::', at))) at++;
  return at;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
