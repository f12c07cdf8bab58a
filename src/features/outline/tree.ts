import { tabLabel } from '../../core/rules/headings/registry';
import type { Heading } from '../../core/structure/headings';
import { headingText } from '../../core/structure/plainText';
import { plainLabel } from '../../core/structure/profile';
import type { FoundSection } from '../../core/structure/sections';
import { lineStartOf } from '../../core/text/lines';
import type { Span } from '../../core/text/position';
import type { ArticleOutline } from './articleOutline';
import type { IncludedHeading } from './includedHeadings';

/** Something that an article has a part below. Spans are offsets in the article. */
export interface OutlineNode extends OutlineEntry {
  /** To the end of the last line before the next part that is not below this one. */
  readonly end: number;
  readonly children: readonly OutlineNode[];
}

interface OutlineEntry {
  /** `section` for a bold line: a section that has a heading is one. */
  readonly kind: 'heading' | 'tab' | 'section' | 'included';
  readonly level: number;
  readonly name: string;
  /** The heading or the label; of what an include brings the directive. */
  readonly span: Span;
  /** The file that an include brings it from, root-relative. */
  readonly path?: string;
}

/** Tabs and bold lines: below every heading. */
const lowestLevel = 7;

/** The headings, tabs and bold sections of an article, with what its includes bring, each below what it is a part of. */
export function outlineTree(outline: ArticleOutline, included: readonly IncludedHeading[]): readonly OutlineNode[] {
  const { document, headings } = outline;
  const entries = [
    ...headings.map(headingEntry),
    ...boldSections(outline).map(sectionEntry),
    ...included.filter(({ text }) => !tabLabel.test(text)).map((heading) => includedEntry(outline, heading)),
  ];
  return nested(
    document.text,
    entries.sort((a, b) => a.span.start - b.span.start),
  );
}

/** The sections that have no heading. */
export function boldSections({ sections }: ArticleOutline): readonly FoundSection[] {
  return (sections?.groups ?? []).flat().filter(({ item }) => item.kind === 'bold');
}

function headingEntry({ level, text, span }: Heading): OutlineEntry {
  const tab = tabLabel.exec(text);
  if (tab === null) return { kind: 'heading', level, name: headingName(level, text), span };
  return { kind: 'tab', level: lowestLevel, name: headingText(text.slice(1, text.lastIndexOf(']('))), span };
}

function sectionEntry({ label, item }: FoundSection): OutlineEntry {
  return { kind: 'section', level: lowestLevel, name: plainLabel(label), span: item.span };
}

function includedEntry({ document }: ArticleOutline, { level, text, path, range }: IncludedHeading): OutlineEntry {
  return { kind: 'included', level, name: headingName(level, text), span: document.spanOf(range), path };
}

/** As VS Code names the headings of Markdown. */
function headingName(level: number, text: string): string {
  return `${'#'.repeat(level)} ${headingText(text)}`.trim();
}

interface OpenNode extends OutlineEntry {
  end: number;
  readonly children: OpenNode[];
}

function nested(text: string, entries: readonly OutlineEntry[]): readonly OutlineNode[] {
  const top: OpenNode[] = [];
  /** What the current place is below, outermost first. */
  const open: OpenNode[] = [];
  for (const entry of entries) {
    const before = endBefore(text, entry.span.start);
    for (let last = open.at(-1); last !== undefined && isEndedBy(last, entry); last = open.at(-1)) {
      last.end = Math.max(last.span.end, before);
      open.pop();
    }
    const node = { ...entry, end: text.length, children: [] };
    (open.at(-1)?.children ?? top).push(node);
    open.push(node);
  }
  return top;
}

/** What an include brings takes no sections: those are parts of the article itself. */
function isEndedBy({ kind, level }: OutlineEntry, next: OutlineEntry): boolean {
  return level >= next.level || (kind === 'included' && next.kind === 'section');
}

/** The end of the line before the one that holds an offset. */
function endBefore(text: string, at: number): number {
  const start = lineStartOf(text, at);
  return Math.max(0, text.startsWith('\r\n', start - 2) ? start - 2 : start - 1);
}
