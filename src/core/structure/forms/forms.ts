import { walkBlocks } from '../../includes/blocks';
import { HiddenText, linkTailAt, readInSteps } from '../../includes/inlines';
import { LeafText } from '../../includes/leafText';
import { lineStartOf } from '../../text/lines';
import type { Span } from '../../text/position';
import { alertMistake, type AlertMistake } from './alerts';
import { moved, rawMarks, readDirective, type Directive, type RawMark } from './directives';

/** A block of code between fences. */
export interface FencedCode {
  /** The first line, from the fence on; offsets in the file. */
  readonly opening: Span;
  readonly isClosed: boolean;
}

/** What a text has of the forms that DocFX adds to Markdown and of those that readers cannot do without. */
export interface Forms {
  readonly alerts: readonly AlertMistake[];
  /** In the order of the text. */
  readonly directives: readonly Directive[];
  /** Lines that begin with `:::` in code and HTML, which the build may read otherwise. */
  readonly hidden: readonly RawMark[];
  /** `![](path)`: images without a text. */
  readonly images: readonly Span[];
  readonly fences: readonly FencedCode[];
}

/** @param from where the body starts */
export function readForms(text: string, from: number): Forms {
  const reader = new FormReader(text);
  walkBlocks(text, from, text.length, reader);
  const { alerts, directives, images, fences } = reader;
  const read = new Set(directives.map(({ span }) => span.start));
  return { alerts, directives, images, fences, hidden: rawMarks(text, from).filter(({ start }) => !read.has(start)) };
}

/** What hides what stands in it, and where a form can begin in the middle of a line. */
const special = /[\\`<]|:::|!\[/g;
const emptyLabel = /!\[[ \t\n]{0,99}\]/y;

class FormReader {
  readonly alerts: AlertMistake[] = [];
  readonly directives: Directive[] = [];
  readonly images: Span[] = [];
  readonly fences: FencedCode[] = [];

  constructor(private readonly text: string) {}

  ownBlock(): undefined {
    return undefined;
  }

  fence(opening: Span, isClosed: boolean): void {
    this.fences.push({ opening, isClosed });
  }

  leaf(lines: readonly Span[]): void {
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) return;
    this.readAlerts(lines);
    const all = this.text.slice(first.start, last.end);
    if (all.includes(':::') || all.includes('![')) this.readInlines(new LeafText(this.text, lines), lines);
  }

  private readAlerts(lines: readonly Span[]): void {
    const { text } = this;
    for (const [index, line] of lines.entries()) {
      const first = text.charAt(line.start);
      if (first !== '[' && first !== '!') continue;
      const before = text.slice(lineStartOf(text, line.start), line.start);
      const mistake = alertMistake(text, line, before, index === 0);
      if (mistake === undefined) continue;
      this.alerts.push({ ...mistake, lines: mistake.kind === 'outside' ? lines.slice(index) : [] });
      // What follows in the paragraph is the text of this one.
      if (mistake.kind === 'outside') return;
    }
  }

  private readInlines(leaf: LeafText, lines: readonly Span[]): void {
    const { text } = leaf;
    const hidden = new HiddenText(text);
    const starts = new Set<number>();
    let start = 0;
    for (const line of lines) {
      starts.add(start);
      start += line.end - line.start + 1;
    }
    const step = (at: number): number => {
      switch (text.charAt(at)) {
        case '\\':
          return at + 2;
        case '`':
          return hidden.afterCodeSpan(at);
        case '<':
          return hidden.afterHtml(at);
        case ':':
          return this.readDirective(leaf, at, starts.has(at));
        default:
          return this.readImage(leaf, at);
      }
    };
    readInSteps(text, 0, special, step);
  }

  /** @returns behind what was read */
  private readDirective(leaf: LeafText, at: number, startsLine: boolean): number {
    const found = readDirective(leaf.text, at, startsLine);
    if (found === undefined) return afterColons(leaf.text, at);
    this.directives.push(moved(found, (offset) => leaf.offsetAt(offset)));
    return found.span.end;
  }

  private readImage(leaf: LeafText, at: number): number {
    emptyLabel.lastIndex = at;
    if (!emptyLabel.test(leaf.text)) return at + 2;
    const label = emptyLabel.lastIndex;
    linkTailAt.lastIndex = label;
    if (!linkTailAt.test(leaf.text)) return label;
    const end = linkTailAt.lastIndex;
    this.images.push({ start: leaf.offsetAt(at), end: leaf.offsetAt(end - 1) + 1 });
    return end;
  }
}

function afterColons(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === ':') at++;
  return at;
}
