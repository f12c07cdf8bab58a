import { alertTypes } from '../../directives/blocks';
import { isCandidate } from '../../includes/directive';
import { isBlankFrom, isSpace } from '../../includes/blockStarts';
import { lineEndOf } from '../../text/lines';
import { readDirective, wantsEnd, type Directive } from './directives';

const alert = new RegExp(String.raw`\[!(?:${alertTypes.join('|')})\]`, 'iy');
/** Names of forms that are no alerts. */
const other = /\[!(?:div|video|code)\b/iy;
const bentAlert = new RegExp(
  String.raw`\[[ \t]{0,9}!?[ \t]{0,9}(?:${alertTypes.join('|')})[ \t]{0,9}(?:\\?\]|:|$)`,
  'imy',
);

/**
 * Whether something in a text may be wrong with a form, told without a look at what it stands in. Most articles have nothing,
 * and their blocks need not be walked over.
 *
 * @param isFine whether nothing is wrong with a directive by itself
 */
export function mayHaveFormMistakes(text: string, from: number, isFine: (directive: Directive) => boolean): boolean {
  return (
    text.includes('```', from) ||
    text.includes('~~~', from) ||
    hasDoubtfulDirective(text, from, isFine) ||
    hasDoubtfulBracket(text, from)
  );
}

function hasDoubtfulDirective(text: string, from: number, isFine: (directive: Directive) => boolean): boolean {
  for (let at = text.indexOf(':::', from); at !== -1; at = text.indexOf(':::', at)) {
    const directive = readDirective(text, at, true);
    if (directive === undefined) {
      while (text.charAt(at) === ':') at++;
      continue;
    }
    // What has an end, or must have one, is judged with others.
    if (directive.block?.isInline !== true || directive.isEnd || wantsEnd(directive) || !isFine(directive)) return true;
    at = directive.span.end;
  }
  return false;
}

function hasDoubtfulBracket(text: string, from: number): boolean {
  for (let at = text.indexOf('[', from); at !== -1; at = text.indexOf('[', at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next === exclamation ? isDoubtfulMark(text, at) : isDoubtfulLabel(text, at, next)) return true;
  }
  return false;
}

const exclamation = 33;

function isDoubtfulMark(text: string, at: number): boolean {
  if (isCandidate(text, at)) return false;
  alert.lastIndex = at;
  if (alert.test(text))
    return !isQuoted(text, at) || !isBlankFrom(text, alert.lastIndex, lineEndOf(text, alert.lastIndex));
  other.lastIndex = at;
  return !other.test(text);
}

/** Whether the first thing in a quote stands here, at most one space behind its mark. */
function isQuoted(text: string, at: number): boolean {
  return text.charAt(isSpace(text.charCodeAt(at - 1)) ? at - 2 : at - 1) === '>';
}

/** An image without a text, or an alert without its `!`. */
function isDoubtfulLabel(text: string, at: number, next: number): boolean {
  if (text.charCodeAt(at - 1) === exclamation) {
    if (next === 93) return true;
    if (isSpace(next) || next === 10 || next === 13) return true;
  }
  const letter = next | 32;
  // n, t, i, w, c; or a space before them.
  if (letter !== 110 && letter !== 116 && letter !== 105 && letter !== 119 && letter !== 99 && next !== 32)
    return false;
  bentAlert.lastIndex = at;
  return bentAlert.test(text);
}
