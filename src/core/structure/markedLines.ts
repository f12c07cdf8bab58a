import { isSpace } from '../includes/blockStarts';
import { hasLoneReturn } from '../text/position';

/** The lines of a body that may be headings or labels, told by how they begin. */
export interface MarkedLines {
  /** Offsets of the lines that start with `#`. */
  readonly hashes: readonly number[];
  /** Where a label may begin: at those lines, at `**` and `__` that begin a line, and at a line with an underline below. */
  readonly labels: readonly number[];
  /**
   * Whether nothing in the text could hide such a line, or make a heading of another one: no HTML, fence, underline or
   * mark behind white space. Most articles are so, and their blocks need not be walked over.
   */
  readonly isPlain: boolean;
}

/** @param from where the body starts */
export function findMarkedLines(text: string, from: number): MarkedLines {
  const hashes: number[] = [];
  const labels: number[] = [];
  let isPlain = !hasLoneReturn(text, from);
  /** The line above, where it is not blank. */
  let above: number | undefined;
  for (let start = from; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    let at = start;
    while (isSpace(text.charCodeAt(at))) at++;
    const mark = markAt(text, at, end, above !== undefined);
    if (mark !== undefined) {
      if (at > start || mark === 'hides' || mark === 'underline') isPlain = false;
      if (mark === '#' && at === start) hashes.push(start);
      if (mark === '#' || mark === '**') labels.push(at);
      if (mark === 'underline' && above !== undefined) labels.push(above);
    }
    above = at < end && text.charCodeAt(at) !== carriageReturn ? at : undefined;
    start = end + 1;
  }
  return { hashes, labels, isPlain };
}

const carriageReturn = 13;

/** What a line begins with at its first character that is no white space, as far as it matters. */
function markAt(
  text: string,
  at: number,
  end: number,
  isBelowText: boolean,
): '#' | '**' | 'hides' | 'underline' | undefined {
  switch (text.charCodeAt(at)) {
    case 35: // #
      return '#';
    case 42: // *
    case 95: // _
      return text.charCodeAt(at + 1) === text.charCodeAt(at) ? '**' : undefined;
    case 60: // <
      return 'hides';
    case 96: // `
    case 126: // ~
      return text.startsWith(text.charAt(at).repeat(3), at) ? 'hides' : undefined;
    case 45: // -
    case 61: // =
      return isBelowText && /^(?:-+|=+)\s*$/.test(text.slice(at, end)) ? 'underline' : undefined;
    default:
      return undefined;
  }
}
