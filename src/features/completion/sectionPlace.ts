import { locateHeader } from '../../core/frontMatter/locate';
import { walkBlocks } from '../../core/includes/blocks';
import { bodyStartAfter } from '../../core/includes/body';
import { written, type LabelForm } from '../../core/rules/sections/labels';
import { lineEndOf } from '../../core/text/lines';
import { lineStarts, type Position, type Range, type Span } from '../../core/text/position';

/** A line on which a section may begin. */
export interface SectionPlace {
  /** The whole line, without its break. */
  readonly range: Range;
  readonly span: Span;
  /** Where the body of the file starts. */
  readonly bodyStart: number;
  /** What stands before the letters: white space and the marks of a label. */
  readonly before: string;
  /** The form that the marks say; `undefined` without marks. */
  readonly form: LabelForm | undefined;
  /** The letters of a label that stand before the cursor. */
  readonly typed: string;
  /** Whether a blank line must come before the label, and behind what is written below it. */
  readonly needsBlank: { readonly before: boolean; readonly behind: boolean };
}

const labelBefore =
  /^(?<indent> {0,3})(?<marks>(?:#{1,6}[ \t]{0,9}|\*\*|__)?)(?<typed>[\p{L}\d][\p{L}\d()' -]{0,60})?$/u;
const restOfLabel = /^(?:\*\*|__)?[ \t]*$/;

/** The marks that bring up sections by being typed: all of bold, and a heading below the article's own. */
const typedMarks = /^(?:\*\*|#{2,6})$/;

/**
 * Finds the line on which the label of a section is being written, or may be; `undefined` in front matter, code, HTML,
 * comments, lists and quotes.
 *
 * @param trigger the character that asked by being typed; `undefined` where the writer did
 */
export function sectionPlaceAt(
  text: string,
  { line, character }: Position,
  trigger: string | undefined,
): SectionPlace | undefined {
  const starts = lineStarts(text);
  const start = starts[line];
  if (start === undefined) return undefined;
  const end = lineEndOf(text, start);
  const cursor = Math.min(start + character, end);
  // Most keystrokes are told apart here, by the line alone.
  const { indent = '', marks, typed = '' } = labelBefore.exec(text.slice(start, cursor))?.groups ?? {};
  if (marks === undefined || !restOfLabel.test(text.slice(cursor, end))) return undefined;
  if (trigger !== undefined && (typed !== '' || !typedMarks.test(marks))) return undefined;
  const { header } = locateHeader(text);
  // Where the header is not one to the build, nobody knows where the body starts.
  if (header?.seenByBuild === false) return undefined;
  const bodyStart = bodyStartAfter(text, header);
  if (start < bodyStart) return undefined;
  const isText = (other: number): boolean => {
    const from = starts[other];
    return from !== undefined && from >= bodyStart && text.slice(from, starts[other + 1]).trim() !== '';
  };
  const needsBlank = { before: isText(line - 1), behind: isText(line + 1) };
  const form = formOf(marks.trim());
  const label = indent + written('x', form ?? { kind: 'bold' });
  if (!mayStand(text.slice(0, start), label, bodyStart, needsBlank.before)) return undefined;
  const range = { start: { line, character: 0 }, end: { line, character: end - start } };
  return { range, span: { start, end }, bodyStart, before: indent + marks, form, typed, needsBlank };
}

function formOf(marks: string): LabelForm | undefined {
  if (marks === '') return undefined;
  if (!marks.startsWith('#')) return { kind: 'bold' };
  return { kind: 'heading', level: Math.max(highestLevel, marks.length) };
}

/** The level of the article's own heading is no section's. */
export const highestLevel = 2;

/** Whether a label below a text would be one to readers, and not part of code, HTML or a block that is still open. */
function mayStand(above: string, label: string, bodyStart: number, needsBlank: boolean): boolean {
  const asItIs = lastLeaf(above + label, bodyStart);
  // In code and HTML it is none, and a blank line would change what it stands in.
  if ((asItIs?.lines.at(-1)?.start ?? -1) < above.length) return false;
  const leaf = needsBlank ? lastLeaf(`${above}\n${label}`, bodyStart) : asItIs;
  return leaf?.isNested === false && (leaf.lines[0]?.start ?? 0) >= above.length;
}

interface Leaf {
  readonly lines: readonly Span[];
  readonly isNested: boolean;
}

/** The heading or paragraph that a text ends with, or the one before where it ends with something else. */
function lastLeaf(text: string, from: number): Leaf | undefined {
  let last: Leaf | undefined;
  walkBlocks(text, from, text.length, {
    ownBlock: () => undefined,
    leaf: (lines, isNested) => {
      last = { lines, isNested };
    },
  });
  return last;
}
