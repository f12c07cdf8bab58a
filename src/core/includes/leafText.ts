import type { Span } from '../text/position';
import { isSpace } from './blockStarts';
import { isTableHead } from './table';

/** The lines of a leaf as one text, without what its containers put before them. */
export class LeafText {
  readonly text: string;
  private readonly starts: number[] = [];
  private readonly isTable: boolean;

  constructor(
    text: string,
    private readonly lines: readonly Span[],
  ) {
    const slices = lines.map(({ start, end }) => text.slice(start, end));
    const [header = '', delimiters] = slices;
    if (delimiters === undefined) {
      this.text = header;
      this.isTable = false;
      return;
    }
    let start = 0;
    for (const slice of slices) {
      this.starts.push(start);
      start += slice.length + 1;
    }
    this.text = slices.join('\n');
    this.isTable = isTableHead(header, delimiters);
  }

  /** Where a place of this text stands in the file. */
  offsetAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return (this.lines[low]?.start ?? 0) + offset - (this.starts[low] ?? 0);
  }

  /** Whether nothing else stands in the cell of a table. */
  isTableCell({ start, end }: Span): boolean {
    if (!this.isTable) return false;
    let before = start - 1;
    while (isSpace(this.text.charCodeAt(before))) before--;
    let after = end;
    while (isSpace(this.text.charCodeAt(after))) after++;
    return this.isCellEnd(before) && this.text.charAt(before - 1) !== '\\' && this.isCellEnd(after);
  }

  private isCellEnd(at: number): boolean {
    const character = this.text.charAt(at);
    return character === '' || character === '|' || character === '\n';
  }
}
