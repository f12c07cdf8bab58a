import type MarkdownIt from 'markdown-it';
import type { StateInline } from 'markdown-it/index.mjs';
import { decodePercent } from '../../core/text/percent';

const title = 'A cross reference, which the build resolves.';
const continuing = '.,;:!?~';
/** Characters of a reference that anyone writes. */
const maxLength = 2000;
const stopping = '"\'<>[]|';

/** `<xref:uid>` and `@uid`: the page of a piece of code, which only the build can find. Shown by its name, as no link yet. */
export function xrefPlugin(md: MarkdownIt): void {
  md.inline.ruler.before('autolink', 'dynamics_docs_xref', parseLong);
  md.inline.ruler.before('link', 'dynamics_docs_xref_short', parseShort);
}

function parseLong(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charAt(pos) !== '<' || !/^<xref:$/i.test(src.slice(pos, pos + 6))) return false;
  const length = src.slice(pos + 6, Math.min(state.posMax, pos + maxLength)).indexOf('>');
  if (length === -1) return false;
  const written = src.slice(pos + 6, pos + 6 + length);
  const uid = (/^(["'])(.*)\1$/s.exec(written)?.[2] ?? written).trim();
  if (uid === '' || uid.includes('\n')) return false;
  if (!silent) push(state, uid, shownName(uid));
  state.pos = pos + 6 + length + 1;
  return true;
}

/** What is not found under such a name stays the text that it is: it is shown as written. */
function parseShort(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charAt(pos) !== '@') return false;
  const before = src.charAt(pos - 1);
  if (!isBlank(before) && !continuing.includes(before)) return false;
  const end = endOfShort(src, pos + 1, posMax);
  if (end === undefined) return false;
  const written = src.slice(pos, end);
  if (!silent) push(state, written.replace(/^@["']?/, '').replace(/["']$/, ''), written);
  state.pos = end;
  return true;
}

function endOfShort(src: string, start: number, max: number): number | undefined {
  const quote = src.charAt(start);
  if (quote === '"' || quote === "'") {
    for (let at = start + 1; at < max && src.charAt(at) !== '\n'; at++)
      if (src.charAt(at) === quote) return at === start + 1 ? undefined : at + 1;
    return undefined;
  }
  if (!/[a-z]/i.test(quote)) return undefined;
  let at = start;
  for (; at < max; at++) {
    const character = src.charAt(at);
    if (isBlank(character) || stopping.includes(character)) break;
    const next = at + 1 < max ? src.charAt(at + 1) : '';
    if (continuing.includes(character) && (isBlank(next) || stopping.includes(next) || continuing.includes(next)))
      break;
  }
  return at;
}

/** Also what lies beyond either end of a text. */
function isBlank(character: string): boolean {
  return character === '' || /\s/.test(character);
}

/** A uid without its query, such as `?displayProperty=name`. */
function shownName(uid: string): string {
  const query = uid.indexOf('?');
  return decodePercent(query === -1 ? uid : uid.slice(0, query));
}

function push(state: StateInline, uid: string, text: string): void {
  const opening = state.push('dynamics_docs_xref_open', 'span', 1);
  opening.attrs = [
    ['class', 'dynamics-docs-xref'],
    ['data-uid', uid],
    ['title', title],
  ];
  state.push('text', '', 0).content = text;
  state.push('dynamics_docs_xref_close', 'span', -1);
}
