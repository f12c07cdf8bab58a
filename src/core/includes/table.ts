/** Whether two lines begin a pipe table: a header row and the row of dashes under it. */
export function isTableHead(header: string, delimiters: string): boolean {
  return header.includes('|') && /^[ \t|:-]+$/.test(delimiters) && delimiters.includes('|') && delimiters.includes('-');
}
