import { isEscaped } from '../../core/text/escapes';
import { marksBefore, type CursorLine } from './bodyPlace';

/** Which files a destination may name: pages, pictures, pages and tables of contents, or these alone. */
export type WantedFiles = 'page' | 'image' | 'contents' | 'table';

/** What the line of a cursor says of a destination, and what an incomplete one lacks. */
export interface BegunDestination {
  readonly wants: WantedFiles;
  /** The part before the cursor. */
  readonly typed: string;
  /** The part behind it. */
  readonly rest: string;
  /** Where the text can be written that the link lacks: an offset. */
  readonly emptyText: number | undefined;
  /** What ends the link where nothing on its line does. */
  readonly closing: string;
}

/** A link is seldom longer. */
const maxReach = 2000;

/** Finds the destination of a link, an image, a definition or an attribute that is being written. */
export function begunInMarkdown(text: string, line: CursorLine): BegunDestination | undefined {
  const before = line.before.slice(-maxReach);
  const after = line.after.slice(0, maxReach);
  return (
    inAttribute(text, line, before, after) ?? inParentheses(text, line, before, after) ?? inDefinition(line, after)
  );
}

const definition = new RegExp(
  String.raw`^${marksBefore}\[(?!\^)(?:[^[\]\\]|\\.){1,999}\]:[ \t]{0,99}(?:<(?<inAngles>[^<>]{0,2000})|(?<plain>[^\s<]{0,2000}))$`,
);

function inDefinition({ before }: CursorLine, after: string): BegunDestination | undefined {
  const { inAngles, plain } = definition.exec(before)?.groups ?? {};
  if (inAngles !== undefined)
    return { wants: 'page', typed: inAngles, emptyText: undefined, ...restInAngles(after, '') };
  if (plain === undefined) return undefined;
  const rest = /^\S{0,2000}(?=[ \t]{0,99}(?:$|["'(]))/.exec(after)?.[0] ?? '';
  return { wants: 'page', typed: plain, emptyText: undefined, rest, closing: '' };
}

function restInAngles(after: string, closing: string): Pick<BegunDestination, 'rest' | 'closing'> {
  const rest = /^[^<>]{0,2000}(?=>)/.exec(after)?.[0];
  return rest === undefined ? { rest: '', closing: `>${closing}` } : { rest, closing: '' };
}

function inParentheses(text: string, line: CursorLine, before: string, after: string): BegunDestination | undefined {
  const bracket = before.lastIndexOf('](');
  if (bracket === -1) return undefined;
  const place = line.start + line.before.length - before.length + bracket;
  const label = labelBefore(text, place);
  if (label === undefined) return undefined;
  const own = { wants: label.isImage ? 'image' : 'page', emptyText: label.isEmpty ? place : undefined } as const;
  const [, angle, typed = ''] = /^[ \t]{0,99}(<?)(.*)$/.exec(before.slice(bracket + 2)) ?? [];
  if (angle === '<') return /[<>]/.test(typed) ? undefined : { ...own, typed, ...restInAngles(after, ')') };
  const depth = depthOf(typed);
  return depth === undefined ? undefined : { ...own, typed, ...restInParentheses(after, depth) };
}

/** How many parentheses a destination has opened so far; `undefined` where it has come to its end. */
function depthOf(typed: string): number | undefined {
  if (/[\s<>]/.test(typed)) return undefined;
  const end = endOfDestination(typed, 0);
  return end.at === typed.length ? end.depth : undefined;
}

/** Where a destination without angle brackets ends, and how many parentheses are open there. */
function endOfDestination(text: string, opened: number): { readonly at: number; readonly depth: number } {
  let depth = opened;
  let at = 0;
  for (; at < text.length && !/[\s<]/.test(text.charAt(at)); at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '(') depth++;
    else if (character === ')' && --depth < 0) break;
  }
  return { at: Math.min(at, text.length), depth };
}

/** What stands behind the cursor belongs to the link only where that ends on its line: it may be text that follows. */
function restInParentheses(after: string, depth: number): Pick<BegunDestination, 'rest' | 'closing'> {
  const { at } = endOfDestination(after, depth);
  const ends = /^[ \t]{0,99}(?:\)|["'(][^\n]{0,999}\))/.test(after.slice(at));
  return ends ? { rest: after.slice(0, at), closing: '' } : { rest: '', closing: ')'.repeat(depth + 1) };
}

interface Label {
  readonly isImage: boolean;
  readonly isEmpty: boolean;
}

/** What the brackets hold that end here; `undefined` where they show code or a video. It may begin on an earlier line. */
function labelBefore(text: string, end: number): Label | undefined {
  const first = Math.max(0, end - maxReach);
  let depth = 0;
  for (let at = end - 1; at >= first; at--) {
    const character = text.charAt(at);
    if ((character !== '[' && character !== ']') || isEscaped(text, at)) continue;
    if (character === ']') depth++;
    else if (--depth < 0) {
      const isImage = text.charAt(at - 1) === '!' && !isEscaped(text, at - 1);
      const isDirective = /\[![a-z][\w+#-]{0,40}[ \t]{0,99}$/i.test(text.slice(Math.max(0, at - 200), at));
      return isDirective ? undefined : { isImage, isEmpty: !isImage && at === end - 1 };
    }
  }
  return undefined;
}

const attribute =
  /(?<=\s)(?<name>src|href|source|lightbox)\s{0,9}=\s{0,9}(?:"(?<double>[^"\n]{0,2000})|'(?<single>[^'\n]{0,2000}))$/i;

/** What attributes name, by their elements. */
const attributes: Readonly<Record<string, Readonly<Record<string, WantedFiles>>>> = {
  ':::image': { source: 'image', lightbox: 'image' },
  '<img': { src: 'image' },
  '<a': { href: 'page' },
  '<area': { href: 'page' },
};

function inAttribute(text: string, line: CursorLine, before: string, after: string): BegunDestination | undefined {
  const match = attribute.exec(before);
  if (match?.groups === undefined) return undefined;
  const { name = '', double, single = '' } = match.groups;
  const at = line.start + line.before.length - match[0].length;
  const element = elementBefore(text, at);
  const wants = element === undefined ? undefined : attributes[element]?.[name.toLowerCase()];
  if (element === undefined || wants === undefined) return undefined;
  const quote = double === undefined ? "'" : '"';
  const end = after.indexOf(quote);
  const own = { wants, typed: double ?? single, emptyText: undefined, rest: end === -1 ? '' : after.slice(0, end) };
  const endsTag = end !== -1 && /^[^<>]{0,2000}>/.test(after.slice(end));
  if (element.startsWith('<') && !endsTag) return { ...own, closing: `${quote}>` };
  return { ...own, closing: end === -1 ? quote : '' };
}

/** The element whose attributes are written at an offset, as `<name` or `:::name`. A tag may begin on an earlier line. */
function elementBefore(text: string, at: number): string | undefined {
  const before = text.slice(Math.max(0, at - maxReach), at);
  const start = Math.max(before.lastIndexOf('<'), before.lastIndexOf(':::'));
  const match = start === -1 ? null : /^(<|:::)\s{0,9}([a-z][a-z\d-]{0,30})\s[^>]*$/i.exec(before.slice(start));
  return match === null ? undefined : `${match[1] ?? ''}${match[2]?.toLowerCase() ?? ''}`;
}

const yamlKeys: Readonly<Record<string, WantedFiles>> = {
  href: 'contents',
  tocHref: 'table',
  topicHref: 'page',
  homepage: 'page',
};
const yamlValue =
  /^[ \t]{0,99}(?:-[ \t]{1,9}){0,9}(?<flow>\{.*[\s{,])?['"]?(?<key>href|tocHref|topicHref|homepage)['"]?[ \t]{0,9}:[ \t]{1,99}(?:"(?<double>[^"]{0,2000})|'(?<single>[^']{0,2000})|(?<plain>(?:[^\s'"#{}[\],&*!|>%@`][^{}[\],]{0,2000})?))$/;

/** Finds the path that an entry of a table of contents names. */
export function begunInYaml({ before, after }: CursorLine): BegunDestination | undefined {
  if (before.length > maxReach || after.length > maxReach) return undefined;
  const { flow, key = '', double, single, plain } = yamlValue.exec(before)?.groups ?? {};
  const typed = double ?? single ?? plain;
  const wants = yamlKeys[key];
  // Behind white space a `#` begins a comment.
  if (typed === undefined || wants === undefined || (plain !== undefined && /\s#/.test(plain))) return undefined;
  const own = { wants, typed, emptyText: undefined, closing: '' };
  if (plain === undefined) {
    const end = after.indexOf(double === undefined ? "'" : '"');
    return { ...own, rest: end === -1 ? '' : after.slice(0, end) };
  }
  const written = /^[^\r\n]*?(?=[ \t]*$|[ \t]+#)/.exec(after)?.[0] ?? '';
  return { ...own, rest: flow === undefined ? written : (/^[^,{}]*/.exec(written)?.[0] ?? '').trimEnd() };
}
