import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { UsageError } from './io';

/** What spreadsheets take for the beginning of a formula, also behind the marks that say that it is none. */
const formula = /^'*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

/** Semicolons and tabs are what spreadsheets write in many parts of Europe and in "Unicode text". */
const separators = [',', ';', '\t'] as const;

/**
 * Rows of cells as CSV: commas, quotes where they are needed, `\n`. A cell that a spreadsheet would take for a formula gets
 * a `'` in front.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const marked = rows.map((row) => row.map((cell) => (formula.test(cell) ? `'${cell}` : cell)));
  return stringify(marked, { quoted_match: /^\s|\s$|[;\t\r\n]/ });
}

/**
 * The rows of a CSV, as `writeCsv` or a spreadsheet writes it: with commas, semicolons or tabs, any line breaks, with or
 * without a byte order mark. Throws a `UsageError` where it cannot be read.
 *
 * @param file as the user wrote it
 */
export function readCsv(text: string, file: string): readonly (readonly string[])[] {
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
    });
    return rows.map((row) => row.map((cell) => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell)));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.records === 'number' ? error.records + 1 : 1;
    throw new UsageError(`${file}, row ${row}: ${mistakes[error.code] ?? error.message}`);
  }
}

const mistakes: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A cell begins with a quotation mark and does not end with one.',
  CSV_INVALID_CLOSING_QUOTE: 'A quotation mark ends a cell, but the cell goes on. Write "" for one inside of it.',
  INVALID_OPENING_QUOTE:
    'A quotation mark stands in a cell that has none around it. Put the cell in quotes and write "".',
};

/** The separator that stands first in the first row, which begins with a name. */
function separatorOf(text: string): string {
  const [first] = /[,;\t\r\n]/.exec(text) ?? [];
  return separators.find((separator) => separator === first) ?? ',';
}
