import { lineBreakFinder, type Span } from '../text/position';
import { walkBlocks } from './blocks';
import { isBlankFrom, isLineStart, mayHideText } from './blockStarts';
import { DirectiveReader, isCandidate, unescapePath, type DirectiveMatch, type Marker } from './directive';
import { scanInlines } from './inlines';
import { LeafText } from './leafText';
import { unmarked } from './malformed';

/** What the include files' text becomes: blocks of its own, or part of a line. */
export type IncludeForm = 'block' | 'inline';

/** `[!include [label](path)]` where the build expands it. Spans count from the start of the file. */
export interface IncludeDirective {
  readonly span: Span;
  readonly labelSpan: Span;
  /** As written. */
  readonly label: string;
  readonly pathSpan: Span;
  /** Without the backslashes that escape. */
  readonly path: string;
  readonly form: IncludeForm;
  readonly marker: Marker;
}

/** What a writer plainly meant as an include and the build leaves as text. */
export interface MalformedInclude {
  readonly span: Span;
  /** What is wrong and what to type instead. */
  readonly message: string;
  /** The text for the span that mends it, where there is no doubt. */
  readonly replacement: string | undefined;
}

export interface IncludeScan {
  /** In the order of the text. */
  readonly directives: readonly IncludeDirective[];
  readonly malformed: readonly MalformedInclude[];
}

const nothing: IncludeScan = { directives: [], malformed: [] };

/**
 * Finds the includes of a Markdown text as DocFX does: not in code, HTML blocks, comments or tags; a line of its own and
 * a table cell of its own make a block.
 *
 * @param from where the body starts, behind the front matter
 */
export function scanIncludes(text: string, from: number): IncludeScan {
  const candidates = findCandidates(text, from);
  const last = candidates.at(-1);
  if (last === undefined) return nothing;
  return scanPlainly(text, from, candidates) ?? scanBlocks(text, from, candidates, last);
}

/**
 * Whether the directive that starts at an offset is one to the build: not in code, HTML, a comment or another directive.
 * Reads no further than to the end of the block that it stands in.
 */
export function isExpandedAt(text: string, from: number, at: number): boolean {
  const scanner = new Scanner(text, [at]);
  walkBlocks(text, from, at, scanner);
  return scanner.directives.some(({ span }) => span.start === at);
}

function scanBlocks(text: string, from: number, candidates: readonly number[], last: number): IncludeScan {
  const scanner = new Scanner(text, candidates);
  walkBlocks(text, from, last, scanner);
  return scanner;
}

/**
 * Most articles include nothing but a banner or two on lines of their own. Such a line is a block wherever it stands, but
 * in code between fences and in HTML, so that no blocks need be walked over where nothing of that kind comes before. A
 * shortcut, of no other effect; `undefined` where it cannot tell.
 */
function scanPlainly(text: string, from: number, candidates: readonly number[]): IncludeScan | undefined {
  const last = candidates.at(-1) ?? from;
  if (!isLineStart(text, last) || mayHideText(text, { start: from, end: last })) return undefined;
  const scanner = new Scanner(text, candidates);
  const findBreak = lineBreakFinder(text);
  for (const start of candidates) {
    if (!isLineStart(text, start)) return undefined;
    const lineBreak = findBreak(text, start);
    const end = lineBreak === -1 ? text.length : lineBreak;
    const tell = scanner.ownBlock({ start, end: text.charCodeAt(end - 1) === 13 ? end - 1 : end });
    if (tell === undefined) return undefined;
    tell();
  }
  return scanner;
}

function findCandidates(text: string, from: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf('[!', from); at !== -1; at = text.indexOf('[!', at + 2)) {
    if (isCandidate(text, at)) found.push(at);
  }
  const marked = found.length;
  for (let at = text.indexOf(unmarked, from); at !== -1; at = text.indexOf(unmarked, at + 2)) found.push(at);
  return found.length === marked ? found : found.sort((a, b) => a - b);
}

const ownDirectives = new Map<string, DirectiveMatch | undefined>();
/** Few, since each may be a slice that keeps the text of its article in memory. */
const mostOwnDirectives = 64;

/** The directive that has a line to itself. Hundreds of articles include the same banner in the same words: read once. */
function ownDirective(line: string): DirectiveMatch | undefined {
  const known = ownDirectives.get(line);
  if (known !== undefined) return known;
  const read = new DirectiveReader(line).read(0, '+');
  const match = read !== undefined && isBlankFrom(line, read.span.end, line.length) ? read : undefined;
  if (ownDirectives.size === mostOwnDirectives) ownDirectives.clear();
  ownDirectives.set(line, match);
  return match;
}

class Scanner implements IncludeScan {
  readonly directives: IncludeDirective[] = [];
  readonly malformed: MalformedInclude[] = [];
  private nextCandidate = 0;

  constructor(
    private readonly text: string,
    private readonly candidates: readonly number[],
  ) {}

  ownBlock({ start, end }: Span): (() => void) | undefined {
    if (!isCandidate(this.text, start)) return undefined;
    const match = ownDirective(this.text.slice(start, end));
    if (match === undefined) return undefined;
    return () => {
      this.add(match, 'block', (offset) => start + offset);
    };
  }

  leaf(lines: readonly Span[]): void {
    const first = lines[0];
    const last = lines.at(-1);
    if (first === undefined || last === undefined || !this.hasCandidate(first.start, last.end)) return;
    const leaf = new LeafText(this.text, lines);
    scanInlines(leaf.text, {
      directive: (match) => {
        this.add(match, leaf.isTableCell(match.span) ? 'block' : 'inline', (offset) => leaf.offsetAt(offset));
      },
      malformed: ({ span, message, replacement }) => {
        this.malformed.push({ span: mapped(span, (offset) => leaf.offsetAt(offset)), message, replacement });
      },
    });
  }

  /** Leaves come in the order of the text. */
  private hasCandidate(start: number, end: number): boolean {
    const { candidates } = this;
    while ((candidates[this.nextCandidate] ?? Infinity) < start) this.nextCandidate++;
    return (candidates[this.nextCandidate] ?? Infinity) < end;
  }

  private add(match: DirectiveMatch, form: IncludeForm, offsetAt: (offset: number) => number): void {
    const labelSpan = mapped(match.label, offsetAt);
    const pathSpan = mapped(match.path, offsetAt);
    this.directives.push({
      span: mapped(match.span, offsetAt),
      labelSpan,
      label: this.text.slice(labelSpan.start, labelSpan.end),
      pathSpan,
      path: unescapePath(this.text.slice(pathSpan.start, pathSpan.end)),
      form,
      marker: match.marker,
    });
  }
}

function mapped(span: Span, offsetAt: (offset: number) => number): Span {
  return { start: offsetAt(span.start), end: offsetAt(span.end) };
}
