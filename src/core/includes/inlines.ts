import { runLength, tagAt } from './blockStarts';
import { DirectiveReader, isCandidate, type DirectiveMatch } from './directive';
import { explainMalformed, unmarked, type Malformed } from './malformed';

export interface InlineVisitor {
  directive(match: DirectiveMatch): void;
  malformed(malformed: Malformed): void;
}

const backtick = 96;
/** Where something can start that hides an include, or one itself. */
const special = /[\\`<[\]]/g;
/** What stands behind the text of a link, parentheses balanced two deep: it is an address and a title, and no text. */
export const linkTailAt =
  /\([ \t\n]{0,99}(?:<[^<>\n]{0,999}>|(?!<)(?:\\.|[^ \t\n()\\]|\((?:\\.|[^ \t\n()\\]|\([^ \t\n()\\]{0,200}\)){0,500}\)){1,999})(?:[ \t\n]{1,99}(?:"(?:[^"\\]|\\.){0,999}"|'(?:[^'\\]|\\.){0,999}'))?[ \t\n]{0,99}\)/sy;

/** Reads the text of one paragraph or heading from left to right; the first thing to start wins. */
export function scanInlines(text: string, visitor: InlineVisitor): void {
  const reader = new DirectiveReader(text);
  const hidden = new HiddenText(text);
  let openBrackets = 0;
  const step = (at: number): number => {
    switch (text.charAt(at)) {
      case '\\':
        return at + 2;
      case '`':
        return hidden.afterCodeSpan(at);
      case '<':
        return hidden.afterHtml(at);
      case ']':
        if (openBrackets === 0) return at + 1;
        openBrackets--;
        return afterMatch(linkTailAt, text, at + 1);
      default: {
        const end = isMeant(text, at) ? readCandidate(text, at, reader, visitor) : undefined;
        if (end === undefined) openBrackets++;
        return end ?? at + 1;
      }
    }
  };
  readInSteps(text, 0, special, step);
}

/**
 * Reads a text from left to right, from one character that may begin something to the next.
 *
 * @param special matches such a character; global
 * @param step reads what begins at an offset; returns where to go on
 */
export function readInSteps(text: string, from: number, special: RegExp, step: (at: number) => number): void {
  for (let at = from; ;) {
    special.lastIndex = at;
    const match = special.exec(text);
    if (match === null) return;
    at = step(match.index);
  }
}

/** Whether a writer may have meant an include by what starts here. */
export function isMeant(text: string, at: number): boolean {
  return isCandidate(text, at) || text.startsWith(unmarked, at);
}

/** The end of the include, well formed or not, that starts here. */
function readCandidate(text: string, at: number, reader: DirectiveReader, visitor: InlineVisitor): number | undefined {
  const match = reader.read(at, '-');
  if (match !== undefined) {
    visitor.directive(match);
    return match.span.end;
  }
  const malformed = explainMalformed(text, at);
  if (malformed === undefined) return undefined;
  visitor.malformed(malformed);
  return malformed.span.end;
}

/** How HTML that is no tag begins and ends in the middle of a line. */
const htmlSpans: readonly (readonly [start: RegExp, end: string])[] = [
  [/<!--/y, '-->'],
  [/<\?/y, '?>'],
  [/<![a-z]/iy, '>'],
  [/<!\[CDATA\[/y, ']]>'],
];

/** Code spans, tags and comments. What was once sought in vain is not sought again. */
export class HiddenText {
  private readonly lastRun = new Map<number, number>();
  private sawAllRuns = false;
  private readonly noMore = new Set<string>();

  constructor(private readonly text: string) {}

  /** Behind the code span that starts here, else behind these backticks: only a run of the same length closes one. */
  afterCodeSpan(at: number): number {
    const { text } = this;
    const length = runLength(text, at, text.length, backtick);
    const after = at + length;
    if (this.sawAllRuns && (this.lastRun.get(length) ?? -1) < after) return after;
    for (let next = text.indexOf('`', after); next !== -1;) {
      const run = runLength(text, next, text.length, backtick);
      if (run === length) return next + run;
      this.lastRun.set(run, next);
      next = text.indexOf('`', next + run);
    }
    this.sawAllRuns = true;
    return after;
  }

  afterHtml(at: number): number {
    const { text } = this;
    const afterTag = afterMatch(tagAt, text, at);
    if (afterTag > at) return afterTag;
    for (const [start, end] of htmlSpans) {
      const content = afterMatch(start, text, at);
      if (content === at) continue;
      // These two end at once: nothing is hidden behind them.
      if (end === '-->' && (text.startsWith('>', content) || text.startsWith('->', content))) return content;
      return this.after(end, content) ?? at + 1;
    }
    return at + 1;
  }

  /** Behind the next place of what ends a span; `undefined` where it does not end. */
  private after(end: string, from: number): number | undefined {
    const found = this.noMore.has(end) ? -1 : this.text.indexOf(end, from);
    if (found !== -1) return found + end.length;
    this.noMore.add(end);
    return undefined;
  }
}

/** Behind a match of a sticky expression; `at` where there is none. */
function afterMatch(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}
