import { resolve } from 'node:path';
import { HostError } from '../../core/host';
import { planEdits, type PlannedFile } from '../../features/bulk/plan';
import type { TableProblem } from '../../features/bulk/tableRows';
import { changeFile, realPathOf } from '../changeFile';
import { readCsv } from '../csv';
import { UsageError, type ExitCode, type Io } from '../io';
import { readNamedFile, shownPath } from '../paths';
import { openRepository } from '../openRepository';
import { plural } from '../words';

export interface MetadataApplyOptions {
  readonly dryRun?: boolean;
}

/** Problems that are shown: a column that a spreadsheet spoilt has one in every row. */
const maxShown = 20;

/** `metadata --apply FILE`: gives articles the values of a table that `metadata --all` wrote and a person edited. */
export async function metadataApply(file: string, { dryRun }: MetadataApplyOptions, io: Io): Promise<ExitCode> {
  const table = readCsv(await csvText(io.cwd, file), file);
  const { root, repository } = await openRepository(io.cwd, ['.'], { mustExist: true });
  const failure = repository.configurationFailure();
  if (failure !== undefined) throw new UsageError(failure);
  const { files, problems } = await planEdits(repository, table);
  const changes = await withRealPaths(root, files);
  const all = [...problems, ...sameFiles(changes)];
  if (all.length > 0) {
    io.stderr(`${shownProblems(file, all)}Nothing is written.\n`);
    return 2;
  }
  const showDiff = (diff: string): void => {
    io.stdout(diff);
  };
  const done: PlannedFile[] = [];
  for (const { planned, real } of changes) {
    const { path, before, text } = planned;
    const refused = await changeFile(real, before, text, { root, showDiff: dryRun === true ? showDiff : undefined });
    if (refused === undefined) done.push(planned);
    else io.stderr(`${shownPath(io.cwd, root, path)} is left as it is: ${refused}.\n`);
  }
  const keys = done.reduce((sum, planned) => sum + planned.keys, 0);
  const what = `${plural(keys, 'key')} ${dryRun === true ? 'would change' : 'changed'}`;
  io.stderr(`${what} in ${plural(done.length, 'file')}.\n`);
  return done.length === changes.length ? 0 : 2;
}

async function csvText(cwd: string, file: string): Promise<string> {
  try {
    const { text, invalidByte } = await readNamedFile(resolve(cwd, file));
    if (invalidByte === undefined) return text;
  } catch (error) {
    if (error instanceof HostError) throw new UsageError(`'${file}' cannot be read: ${error.message}.`);
    throw error;
  }
  throw new UsageError(`'${file}' is not UTF-8. Save it as "CSV UTF-8".`);
}

interface Change {
  readonly planned: PlannedFile;
  readonly real: string | undefined;
}

function withRealPaths(root: string, files: readonly PlannedFile[]): Promise<readonly Change[]> {
  return Promise.all(files.map(async (planned) => ({ planned, real: await realPathOf(root, planned.path) })));
}

/** Rows that change one file under two names. */
function sameFiles(changes: readonly Change[]): readonly TableProblem[] {
  const rows = new Map<string, number>();
  return changes.flatMap(({ planned: { row }, real = '' }) => {
    const first = rows.get(real);
    rows.set(real, first ?? row);
    if (real === '' || first === undefined) return [];
    return [{ row, column: 'file', message: `This is the same file as that of row ${first}. Change one of them.` }];
  });
}

function shownProblems(file: string, problems: readonly TableProblem[]): string {
  const lines = problems.slice(0, maxShown).map(({ row, column, message }) => {
    const place = column === undefined ? `row ${row}` : `row ${row}, column '${column}'`;
    return `${file}, ${place}: ${message}\n`;
  });
  const more = problems.length - lines.length;
  return `${lines.join('')}${more > 0 ? `${plural(more, 'problem')} more.\n` : ''}`;
}
