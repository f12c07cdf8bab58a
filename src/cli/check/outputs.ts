import { resolve } from 'node:path';
import type { Repository } from '../../core/docset/repository';
import { formatNames, formatted, type FormatName, type Report } from '../formats/format';
import { UsageError, type Io } from '../io';
import { unlessDash } from '../paths';

/** A report in one format, and where it goes. */
export interface Output {
  readonly format: FormatName;
  /** As it was typed; `undefined` for standard output, which `-` stands for, too. */
  readonly file: string | undefined;
}

/**
 * What `--format` and `--output` ask for.
 *
 * @param formats `NAME` or `NAME=FILE` each
 * @param output the file of the one format that names none
 */
export function outputsOf(cwd: string, formats: readonly string[], output: string | undefined): readonly Output[] {
  const outputs = (formats.length === 0 ? ['text'] : formats).map(parse);
  const [unnamed, ...others] = outputs.filter(({ file }) => file === undefined);
  if (others.length > 0)
    throw new UsageError('Only one format can go to standard output. Give the others a file: --format NAME=FILE.');
  if (output !== undefined && unnamed === undefined)
    throw new UsageError('--output goes with a --format that names no file itself.');
  const all = outputs.map(({ format, file = unlessDash(output) }) => ({ format, file }));
  const files = all.flatMap(({ file }) => file ?? []);
  const again = files.find((file, index) =>
    files.slice(0, index).some((other) => resolve(cwd, other) === resolve(cwd, file)),
  );
  if (again !== undefined) throw new UsageError(`Two formats cannot go to the same file '${again}'.`);
  return all;
}

function parse(written: string): Output {
  const at = written.indexOf('=');
  const name = at === -1 ? written : written.slice(0, at);
  const format = formatNames.find((candidate) => candidate === name);
  if (format === undefined)
    throw new UsageError(`There is no format '${name}'. Choose one of: ${formatNames.join(', ')}.`);
  if (at === -1) return { format, file: undefined };
  const file = written.slice(at + 1);
  if (file === '') throw new UsageError(`'--format ${written}' names no file.`);
  return { format, file: unlessDash(file) };
}

/** Whether people look at the terminal: not where standard output goes to a program that expects all of it. */
export function hasReader(outputs: readonly Output[]): boolean {
  return outputs.every(({ format, file }) => file !== undefined || format === 'text' || format === 'github');
}

/** Writes every report that can be written. Returns whether all could; what could not is said. */
export async function writeOutputs(
  outputs: readonly Output[],
  report: Report,
  repository: Repository | undefined,
  io: Io,
): Promise<boolean> {
  let isComplete = true;
  for (const { format, file } of outputs) {
    const text = await formatted(format, report, repository);
    if (file === undefined) io.stdout(text);
    else if (!(await writeResults(file, text, io))) isComplete = false;
  }
  return isComplete;
}

/** Writes results to a file. Returns whether it could; why not is said. */
export async function writeResults(file: string, text: string, io: Io): Promise<boolean> {
  // Loaded for this alone: most checks write no file.
  const { NotReplaced, writeWhole } = await import('../replaceFile');
  try {
    await writeWhole(resolve(io.cwd, file), text);
    return true;
  } catch (error) {
    if (!(error instanceof NotReplaced)) throw error;
    io.stderr(`The results cannot be written to '${file}': ${error.message}.\n`);
    return false;
  }
}
