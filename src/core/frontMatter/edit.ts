import { certainFix, possibleFix, type Fix } from '../rules/fix';
import { insertion, removal, type TextEdit } from '../text/edit';
import { entryOf, hasValue, toJson, type LocatedEntry, type LocatedMap, type LocatedNode } from '../text/locatedNode';
import { lineEndOf, lineStartOf, nextLineOf } from '../text/lines';
import type { Span } from '../text/position';
import type { FrontMatter } from './parse';
import { scanFlat } from './flatScanner';
import { t } from '../text/localize';

/**
 * Changes of front matter that leave every other byte as it is: comments, quotes, order, blank lines and line breaks. New
 * texts have `\n` for line breaks.
 */

/** The whole lines of a key and its value, the last line break included. */
export function linesOf(text: string, { keySpan, value }: LocatedEntry): Span {
  const start = lineStartOf(text, keySpan.start);
  return { start, end: nextLineOf(text, Math.max(keySpan.end, value.span.end)) };
}

/** Removes a key: its lines, or no more than itself where others stand on them, as in `{a: b, c: d}`. */
export function removeEntry(text: string, entry: LocatedEntry): TextEdit {
  const lines = linesOf(text, entry);
  const start = entry.keySpan.start;
  const end = Math.max(entry.keySpan.end, entry.value.span.end);
  const before = text.slice(lines.start, start);
  const behind = text.slice(end, lineEndOf(text, end));
  // Signs of YAML that belong to a key stand in front of it.
  if (/^\s*(?:[?&!]\S*\s+)*$/.test(before) && /^\s*(?:,\s*)?(?:#.*)?$/.test(behind)) return removal(lines);
  const comma = /^[ \t]*,[ \t]*/.exec(behind)?.[0];
  if (comma !== undefined) return removal({ start, end: end + comma.length });
  return removal({ start: start - (/,[ \t]*$/.exec(before)?.[0].length ?? 0), end });
}

function renameKey({ keySpan }: LocatedEntry, name: string): TextEdit {
  return { span: keySpan, newText: name };
}

/**
 * Gives a key its right name. Where that one is there already, one of the two goes: this one if it adds nothing, else the
 * other if it is empty; where both say something a writer must choose.
 *
 * @param isCertain whether no other name can be meant
 */
export function renameEntry(text: string, map: LocatedMap, entry: LocatedEntry, name: string, isCertain: boolean): Fix {
  const other = entryOf(map, name);
  const fix = isCertain ? certainFix : possibleFix;
  if (other === undefined) return fix(t("Change '{0}' to '{1}'", entry.key, name), renameKey(entry, name));
  const own = toJson(entry.value);
  if (!hasValue(own) || JSON.stringify(own) === JSON.stringify(toJson(other.value)))
    return fix(t("Remove '{0}': '{1}' is there", entry.key, name), removeEntry(text, entry));
  if (!hasValue(toJson(other.value)))
    return fix(t("Change '{0}' to '{1}'", entry.key, name), renameKey(entry, name), removeEntry(text, other));
  return possibleFix(t("Remove '{0}': '{1}' has a value", entry.key, name), removeEntry(text, entry));
}

/** Replaces a value. One that is empty gets the space behind its colon that it may lack, and takes blanks at the end. */
export function replaceValue(text: string, node: LocatedNode, value: string): TextEdit {
  const { start, end } = node.span;
  if (start < end || text.charAt(start - 1) !== ':') return { span: node.span, newText: value };
  const lineEnd = lineEndOf(text, start);
  const isBlank = text.slice(start, lineEnd).trim() === '';
  return { span: { start, end: isBlank ? lineEnd : end }, newText: ` ${value}` };
}

/** A text as a YAML value that reads as this text: plain where that is safe, else in quotes. */
export function yamlText(value: string): string {
  const [entry] = scanFlat(`key: ${value}`, 0) ?? [];
  const isPlain = entry?.value.kind === 'scalar' && entry.value.value === value && !/^["']|^\s|\s$/.test(value);
  return isPlain ? value : quotedText(value);
}

// What a reader or a YAML parser takes for something else when it stands as it is, line breaks first of all.
// eslint-disable-next-line no-control-regex
const needsEscape = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u;

/** Whether a text has line breaks or other characters that only escapes can show. */
export function needsEscapes(value: string): boolean {
  return needsEscape.test(value);
}

/** The text in the quotes that need no escape in it; in double quotes with escapes, on one line, where it has several. */
export function quotedText(value: string): string {
  if (needsEscapes(value)) return JSON.stringify(value).replaceAll(new RegExp(needsEscape, 'gu'), escaped);
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * Adds a key with its value, in the order of the schema: behind the closest key that comes before it there, in front of
 * the closest one after it where there is none. A line that has the key commented out (`# ms.search.form:`) is taken
 * instead, with the value in it if there is one. `undefined` where the file has no front matter.
 *
 * @param order the schema's keys
 * @param value as YAML; '' for none
 * @param isChosen whether it is this value that is wanted: a line that has another one commented out then stays
 */
export function insertKey(
  text: string,
  frontMatter: FrontMatter,
  order: readonly string[],
  key: string,
  value: string,
  isChosen = false,
): TextEdit | undefined {
  const { header, map } = frontMatter;
  if (header === undefined) return undefined;
  const commented = commentedOut(text, header.content, key);
  if (commented !== undefined && (!isChosen || commented.value === '' || commented.value === value)) {
    const kept = commented.value === '' ? value : commented.value;
    return { span: commented.span, newText: keyLine(key, kept) };
  }
  const brace = /^(?:\s|#.*\n)*\{/.exec(text.slice(header.content.start, header.content.end))?.[0];
  if (brace !== undefined) return insertion(header.content.start + brace.length, `${keyLine(key, value)}, `);
  const at = placeFor(text, map.entries, order, key) ?? header.content.end;
  const needsBreak = at > header.content.start && !/[\r\n]/.test(text.charAt(at - 1));
  return insertion(at, `${needsBreak ? '\n' : ''}${keyLine(key, value)}\n`);
}

/** A key with its value as one line, without the line break. */
export function keyLine(key: string, value: string): string {
  return value === '' ? `${key}:` : `${key}: ${value}`;
}

function placeFor(
  text: string,
  entries: readonly LocatedEntry[],
  order: readonly string[],
  key: string,
): number | undefined {
  const rank = rankOf(order, key);
  const before = extreme(
    entries,
    order,
    (other) => other <= rank,
    (a, b) => a >= b,
  );
  if (before !== undefined) return linesOf(text, before).end;
  const after = extreme(
    entries,
    order,
    (other) => other > rank,
    (a, b) => a < b,
  );
  return after === undefined ? undefined : linesOf(text, after).start;
}

/** The entry of the ranks that count which no other one beats. */
function extreme(
  entries: readonly LocatedEntry[],
  order: readonly string[],
  counts: (rank: number) => boolean,
  beats: (a: number, b: number) => boolean,
): LocatedEntry | undefined {
  let best: LocatedEntry | undefined;
  let bestRank = 0;
  for (const entry of entries) {
    const rank = rankOf(order, entry.key);
    if (!order.includes(entry.key) || !counts(rank)) continue;
    if (best === undefined || beats(rank, bestRank)) {
      best = entry;
      bestRank = rank;
    }
  }
  return best;
}

function rankOf(order: readonly string[], key: string): number {
  const index = order.indexOf(key);
  return index === -1 ? order.length : index;
}

function commentedOut(
  text: string,
  content: Span,
  key: string,
): { readonly span: Span; readonly value: string } | undefined {
  for (let at = content.start; at < content.end; at = nextLineOf(text, at)) {
    const line = text.slice(at, lineEndOf(text, at));
    const match = /^#[ \t]*([^\s#:][^:]*):[ \t]*(.*)$/.exec(line);
    if (match?.[1] !== key) continue;
    return { span: { start: at, end: at + line.length }, value: (match[2] ?? '').trimEnd() };
  }
  return undefined;
}
