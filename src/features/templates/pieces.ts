import { snippetStop, snippetText } from '../snippetText';

/** A place that the writer fills in. */
export interface Field {
  /** What stands there until then; '' for nothing. */
  readonly placeholder: string;
}

/** A stretch of an article that is being put together: text, or a field. */
export type Piece = string | Field;

/** A line of an article, without its line break. */
export type Line = readonly Piece[];

/** What the line says before anything is filled in. A key without a value ends at its colon. */
export function plainLine(line: Line): string {
  const text = line.map((piece) => (typeof piece === 'string' ? piece : piece.placeholder)).join('');
  return line.at(-1) !== undefined && typeof line.at(-1) !== 'string' ? text.trimEnd() : text;
}

export function plainText(lines: readonly Line[]): string {
  return lines.map(plainLine).join('\n');
}

/** The same as a snippet: the cursor goes through the fields from the first to the last. */
export function snippetOf(lines: readonly Line[]): string {
  let stop = 0;
  return lines
    .map((line) =>
      line
        .map((piece) => (typeof piece === 'string' ? snippetText(piece) : snippetStop(++stop, piece.placeholder)))
        .join(''),
    )
    .join('\n');
}
