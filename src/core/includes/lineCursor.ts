const tab = 9;
const space = 32;

/**
 * A place in one line, counted in characters and in columns: a tab reaches to the next multiple of four, and a container
 * may end in the middle of one.
 */
export class LineCursor {
  at = 0;
  end = 0;
  column = 0;
  /** The first character from here that is neither space nor tab; `end` where there is none. */
  next = 0;
  private nextColumn = 0;

  constructor(readonly text: string) {}

  startLine(at: number, end: number): void {
    this.at = at;
    this.end = end;
    this.column = 0;
    this.findNext();
  }

  /** Columns of white space from here. */
  get indent(): number {
    return this.nextColumn - this.column;
  }

  get isBlank(): boolean {
    return this.next === this.end;
  }

  /** The character code at `next`; 0 at the end of the line. */
  get nextCode(): number {
    return this.next < this.end ? this.text.charCodeAt(this.next) : 0;
  }

  /** Moves over `count` characters that follow the white space. */
  skipNext(count: number): void {
    this.column = this.nextColumn + count;
    this.at = this.next + count;
    this.findNext();
  }

  /** Moves over white space, at most `count` columns of it. */
  skipColumns(count: number): void {
    const target = Math.min(this.column + count, this.nextColumn);
    while (this.column < target) {
      const width = this.text.charCodeAt(this.at) === tab ? 4 - (this.column % 4) : 1;
      if (this.column + width > target) {
        this.column = target;
        break;
      }
      this.column += width;
      this.at++;
    }
  }

  private findNext(): void {
    let next = this.at;
    let column = this.column;
    for (; next < this.end; next++) {
      const code = this.text.charCodeAt(next);
      if (code === space) column++;
      else if (code === tab) column += 4 - (column % 4);
      else break;
    }
    this.next = next;
    this.nextColumn = column;
  }
}
