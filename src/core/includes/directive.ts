import type { Span } from '../text/position';

export type Marker = '' | '+' | '-';

/** A directive as it stands in a string, its places counted from there. */
export interface DirectiveMatch {
  readonly span: Span;
  readonly label: Span;
  readonly path: Span;
  readonly marker: Marker;
}

const keyword = '[!include';
const backslash = 92;

/** Whether `[!inc` stands here, in any case: from there on, a writer may have meant an include. */
export function isCandidate(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === 91 &&
    text.charCodeAt(at + 1) === 33 &&
    (text.charCodeAt(at + 2) | 32) === 105 &&
    (text.charCodeAt(at + 3) | 32) === 110 &&
    (text.charCodeAt(at + 4) | 32) === 99
  );
}

/**
 * Reads directives of one string by DocFX's rules. It remembers where the next brackets stand, so that a string of
 * openings alone costs no more than its length.
 *
 * A label ends at the first `]` that is not escaped, whatever brackets it has opened: of `[!INCLUDE [!INCLUDE [a](b)]`
 * the build makes one include with the label `!INCLUDE [a`, and so do we.
 */
export class DirectiveReader {
  private readonly bracket: NextUnescaped;
  private readonly parenthesis: NextUnescaped;
  private readonly angle: NextUnescaped;
  private readonly whiteSpace = new NextWhiteSpace();

  constructor(private readonly text: string) {
    this.bracket = new NextUnescaped(text, 93);
    this.parenthesis = new NextUnescaped(text, 41);
    this.angle = new NextUnescaped(text, 62);
  }

  /** The directive that starts at this `[`. `accepted` is the marker of the form that is read. */
  read(start: number, accepted: '+' | '-'): DirectiveMatch | undefined {
    const { text } = this;
    let at = start + keyword.length;
    if (text.slice(start, at).toLowerCase() !== keyword) return undefined;
    const marker = text.charAt(at) === accepted ? accepted : '';
    at += marker.length;
    while (text.charCodeAt(at) === 32) at++;
    if (text.charAt(at) !== '[') return undefined;
    const label = { start: at + 1, end: this.bracket.from(at + 1) };
    if (text.charAt(label.end + 1) !== '(') return undefined;
    const target = this.readTarget(label.end + 2);
    if (target === undefined || text.charAt(target.close + 1) !== ']') return undefined;
    return { span: { start, end: target.close + 2 }, label, path: target.path, marker };
  }

  /** The path and what closes it; what stands between the two is a title that the build discards. */
  private readTarget(from: number): { readonly path: Span; readonly close: number } | undefined {
    let start = from;
    while (isWhiteSpace(this.text.charCodeAt(start))) start++;
    const close = this.parenthesis.from(start);
    if (close >= this.text.length) return undefined;
    const end = Math.min(close, this.whiteSpace.from(this.text, start));
    if (this.text.charAt(start) === '<') {
      const angle = this.angle.from(start);
      if (angle < end) return { path: { start: start + 1, end: angle }, close };
    }
    return { path: { start, end }, close };
  }
}

/** A backslash takes the meaning from the next character and disappears. */
export function unescapePath(written: string): string {
  return written.includes('\\') ? written.replaceAll(/\\(.?)/gs, '$1') : written;
}

/** A path as a directive must write it; `undefined` for one that none can: white space ends a path, a `\\` separates folders. */
export function escapePath(path: string): string | undefined {
  if (/[\s\\]/.test(path)) return undefined;
  return path.replace(/^</, '\\<').replaceAll(')', '\\)');
}

/** A label as a directive must write it. */
export function escapeLabel(label: string): string {
  return label.replaceAll(/[\\\]]/g, '\\$&');
}

/** The next place of a character without a backslash before it; the length of the text where there is none. */
class NextUnescaped {
  private asked = 0;
  private found = -1;

  constructor(
    private readonly text: string,
    private readonly code: number,
  ) {}

  from(at: number): number {
    if (at >= this.asked && at <= this.found) return this.found;
    let i = at;
    for (; i < this.text.length; i++) {
      const code = this.text.charCodeAt(i);
      if (code === backslash) i++;
      else if (code === this.code) break;
    }
    this.asked = at;
    this.found = Math.min(i, this.text.length);
    return this.found;
  }
}

class NextWhiteSpace {
  private asked = 0;
  private found = -1;

  from(text: string, at: number): number {
    if (at >= this.asked && at <= this.found) return this.found;
    let i = at;
    while (i < text.length && !isWhiteSpace(text.charCodeAt(i))) i++;
    this.asked = at;
    this.found = i;
    return i;
  }
}

function isWhiteSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
