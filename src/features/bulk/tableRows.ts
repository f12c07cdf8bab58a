import { closest } from '../../core/text/suggest';
import { fileColumn, keyOfSourceColumn } from './table';
import { t } from '../../core/text/localize';

/** What is wrong with a table, where a spreadsheet shows it. */
export interface TableProblem {
  /** From 1; the names of the columns are row 1. */
  readonly row: number;
  /** Its name; `undefined` for a problem of the whole row. */
  readonly column: string | undefined;
  readonly message: string;
}

/** One article of a table. */
export interface TableRow {
  /** From 1, as a spreadsheet counts. */
  readonly row: number;
  readonly path: string;
  /** By their keys; `undefined` where the row ends before. */
  readonly cells: ReadonlyMap<string, string | undefined>;
}

export interface ReadTable {
  readonly rows: readonly TableRow[];
  readonly problems: readonly TableProblem[];
}

interface Column {
  readonly index: number;
  readonly key: string;
}

/**
 * Reads a table as `metadataTable` writes it, also one whose columns or rows were moved or removed. Rows without a cell, and
 * columns with neither a name nor a cell, are what spreadsheets leave behind.
 *
 * @param keys every key that there is
 */
export function readTable(table: readonly (readonly string[])[], keys: ReadonlySet<string>): ReadTable {
  const [names = [], ...body] = table;
  const { columns, problems } = readColumns(names, body, keys);
  if (problems.length > 0) return { rows: [], problems };
  const found: TableProblem[] = [];
  const rows: TableRow[] = [];
  const seen = new Map<string, number>();
  for (const [index, cells] of body.entries()) {
    if (cells.every(isBlank)) continue;
    const row = index + 2;
    const path = cells[0]?.trim() ?? '';
    const first = seen.get(path);
    seen.set(path, first ?? row);
    if (path === '') found.push({ row, column: fileColumn, message: t('The file is missing.') });
    else if (first !== undefined)
      found.push({ row, column: fileColumn, message: t("'{0}' is in row {1} already.", path, first) });
    if (cells.slice(names.length).some((cell) => !isBlank(cell)))
      found.push({ row, column: undefined, message: t('This row has more cells than there are columns.') });
    for (const column of columns)
      if (/[\r\n]/.test(cells[column.index] ?? ''))
        found.push({
          row,
          column: column.key,
          message: t('A cell is one line. Write "…\\n…" for a line break.'),
        });
    rows.push({ row, path, cells: new Map(columns.map((column) => [column.key, cells[column.index]])) });
  }
  return { rows, problems: found };
}

function readColumns(
  names: readonly string[],
  body: readonly (readonly string[])[],
  keys: ReadonlySet<string>,
): { readonly columns: readonly Column[]; readonly problems: readonly TableProblem[] } {
  const problem = (column: string | undefined, message: string): TableProblem => ({ row: 1, column, message });
  if (names[0]?.trim() !== fileColumn)
    return { columns: [], problems: [problem(undefined, t("The first column must be '{0}'.", fileColumn))] };
  const columns: Column[] = [];
  const problems: TableProblem[] = [];
  for (const [index, written] of names.entries()) {
    const key = keys.has(written) ? written : written.trim();
    if (index === 0 || (key === '' && body.every((cells) => isBlank(cells[index] ?? '')))) continue;
    if (columns.some((column) => column.key === key)) problems.push(problem(key, t('This column is there twice.')));
    else if (keys.has(key)) columns.push({ index, key });
    else if (!keys.has(keyOfSourceColumn(key) ?? '')) problems.push(problem(key, unknownKey(key, keys)));
  }
  return { columns, problems };
}

/** That there is no such key, and which one may be meant. */
export function unknownKey(key: string, keys: ReadonlySet<string>): string {
  const meant = closest(key, keys);
  const message = t("No article and no schema has the key '{0}'.", key);
  return meant === undefined ? message : `${message} ${t("Did you mean '{0}'?", meant)}`;
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}
