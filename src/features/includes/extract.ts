import { bodyStart } from '../../core/includes/body';
import { bracketLabels, scanDefinitions } from '../../core/includes/definitions';
import { rebaseDestinations, type DestinationRoots } from '../../core/includes/destinations';
import { isEscaped } from '../../core/text/escapes';
import { lineBreakOf, lineEndOf, lineStartOf } from '../../core/text/lines';
import { scanIncludes } from '../../core/includes/scan';
import type { Refusal } from '../refusal';
import { placed, type Part, type Replacement } from './inline';
import { selectedText, type SelectedText } from './selection';
import type { Span } from '../../core/text/position';
import { isOneList, isSameStructure, structureOf } from './structure';
import { t } from '../../core/text/localize';

export interface Extraction {
  /** The text of the new include file. */
  readonly content: string;
  /** Of the selection, by the directive. */
  readonly replacement: Replacement;
}

const changesMeaning = (): string =>
  t('Select whole paragraphs, lists, tables or blocks of code: cut in two they would mean something else.');

/**
 * A selection as the content of a new include file, and the directive that takes its place. What comes of including the
 * file is what stood there; where that cannot be, the answer says why.
 *
 * @param directive the directive, with the path that leads to the new file
 * @param roots what destinations in the new file are relative to
 */
export function extractInclude(
  article: Part,
  selection: Span,
  directive: string,
  roots: DestinationRoots,
): Extraction | Refusal {
  const { text } = article;
  const selected = selectedText(text, selection);
  if ('refused' in selected) return selected;
  const { span, content } = selected;
  const refused = refusal(text, selected, directive);
  if (refused !== undefined) return { refused };
  const definitions = neededDefinitions(text, selected);
  if ('refused' in definitions) return definitions;
  const lineBreak = lineBreakOf(text);
  const whole = [content, ...definitions.texts].join(`${lineBreak}${lineBreak}`) + lineBreak;
  return {
    content: rebaseDestinations(whole, 0, article.roots, roots),
    replacement: { span, newText: directive },
  };
}

/** Whether the selection can be extracted at all: the reason not to. */
export function refusalToExtract(text: string, selection: Span): string | undefined {
  const selected = selectedText(text, selection);
  if ('refused' in selected) return selected.refused;
  const definitions = neededDefinitions(text, selected);
  return (
    refusal(text, selected, '[!INCLUDE [x](x.md)]') ?? ('refused' in definitions ? definitions.refused : undefined)
  );
}

function refusal(text: string, { span, content, form }: SelectedText, directive: string): string | undefined {
  if (bodyStart(content) !== 0)
    return t('The selection begins with a line that would begin front matter in the new file.');
  const replaced = text.slice(0, span.start) + directive + text.slice(span.end);
  const body = bodyStart(text);
  const found = scanIncludes(replaced, body).directives.find((other) => other.span.start === span.start);
  if (found === undefined) return t('No include is read in this place: it lies in code, a comment or a tag.');
  if (form === 'block' && found.form !== 'block') return changesMeaning();
  if (form === 'inline' && !isWholeInline(text, span, content)) {
    return t('The selection cuts a link, a table cell, code or emphasis in two. Select all of it, or none.');
  }
  const again = placed(replaced, found, content);
  if (withoutBlankEnds(again) !== withoutBlankEnds(text.slice(span.start, span.end))) return changesMeaning();
  if (found.form === 'inline' || form === 'inline') return undefined;
  const structure = structureOf(content, 0);
  if (!isSameStructure(structureOf(text, body), structureOf(replaced, body, { start: span.start, structure })))
    return changesMeaning();
  return cutsList(text, span, content) ? t('The selection cuts a list in two. Select all of the list.') : undefined;
}

/** What opens or closes code, emphasis and struck text. */
const delimiterRuns = [/`+/g, /\*+(?=\S)|(?<=\S)\*+/g, /(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, /~~+/g];

/** What inline syntax the selection opens, it must close. */
function isWholeInline(text: string, span: Span, content: string): boolean {
  const plain = content.replaceAll(/\\[!-/:-@[-`{-~]/g, '');
  if (plain.includes('|') && text.slice(lineStartOf(text, span.start), span.start).includes('|')) return false;
  if (delimiterRuns.some((run) => [...plain.matchAll(run)].length % 2 !== 0)) return false;
  if (isEscaped(text, span.start)) return false;
  let [brackets, parentheses] = [0, 0];
  for (const character of plain) {
    if (character === '[') brackets++;
    else if (character === ']' && --brackets < 0) return false;
    else if (character === '(') parentheses++;
    else if (character === ')' && --parentheses < 0) return false;
  }
  // `[text]` without the `(path)` behind it is half a link.
  const isHalfLink = content.endsWith(']') && /^[([]/.test(text.slice(span.end));
  return brackets === 0 && parentheses === 0 && !isHalfLink && plain.split('<').length === plain.split('>').length;
}

/** Whether a list goes on from above into the selection, or from it to below. */
function cutsList(text: string, span: Span, content: string): boolean {
  const lineStart = lineStartOf(text, span.start);
  const prefix = text.slice(lineStart, span.start);
  // Behind the marker of an item nothing goes on.
  if (!/^[ \t>]*$/.test(prefix)) return false;
  const above = linesOf(text.slice(bodyStart(text), lineStart))
    .slice(0, -1)
    .reverse();
  const below = linesOf(text.slice(lineEndOf(text, span.end))).slice(1);
  const lines = linesOf(content);
  return isOneList(siblings(above, prefix).reverse(), lines) || isOneList(lines, siblings(below, prefix));
}

/** The lines up to the first one outside of the containers that the selection is in, without the marks of these. */
function siblings(lines: readonly string[], prefix: string): string[] {
  const found: string[] = [];
  for (const line of lines) {
    if (line.startsWith(prefix)) found.push(line.slice(prefix.length));
    else if (line.trim() === prefix.trim()) found.push('');
    else break;
  }
  return found;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/);
}

/** Quote marks on blank lines are written without a space behind them. */
function withoutBlankEnds(text: string): string {
  return text.replaceAll(/(?<=[\r\n])([ \t>]*)(?=[\r\n])/g, (marks: string) => marks.trimEnd());
}

/**
 * Copies of the definitions that a selection refers to: an include does not see those of the article. They stay there too,
 * for whoever else refers to them.
 */
function neededDefinitions(
  text: string,
  { span, content, form }: SelectedText,
): { readonly texts: readonly string[] } | Refusal {
  if (/\[\^[^\]\s]+\]/.test(content))
    return { refused: t('A footnote belongs to its article and cannot move to an include.') };
  const all = scanDefinitions(text, bodyStart(text));
  const isWithin = (other: Span): boolean => span.start <= other.start && other.end <= span.end;
  const used = bracketLabels(content);
  const needed = all.filter(({ label, span: other }) => used.has(label) && !isWithin(other));
  const rest = bracketLabels(text.slice(0, span.start) + text.slice(span.end));
  const missed = all.find(({ label, span: other }) => isWithin(other) && rest.has(label));
  if (missed !== undefined)
    return { refused: t('The rest of the article needs the link [{0}] that the selection defines.', missed.label) };
  if (needed.length === 0) return { texts: [] };
  if (form === 'inline')
    return {
      refused: t('An include within a line cannot hold the definition of the link [{0}].', needed[0]?.label ?? ''),
    };
  // A label's first definition counts.
  const first = needed.filter(({ label }, index) => needed.findIndex((other) => other.label === label) === index);
  return { texts: first.map(({ span: other }) => text.slice(other.start, other.end)) };
}
