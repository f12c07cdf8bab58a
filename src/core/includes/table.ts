/** Whether two lines begin a pipe table: a header row, and a row of dashes under it with a cell for each of the header's. */
export function isTableHead(header: string, delimiters: string): boolean {
  if (!header.includes('|') || !/^[ \t|:-]+$/.test(delimiters) || !delimiters.includes('|')) return false;
  const cells = cellsOf(delimiters);
  return cells.length === cellsOf(header).length && cells.every((cell) => /^:?-+:?$/.test(cell.trim()));
}

/** The cells of a row. Bars at its ends are none of a cell, nor are those with a backslash before them. */
function cellsOf(row: string): readonly string[] {
  const cells = row.trim().split(/(?<!\\)\|/);
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells;
}
