import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { version } from '../../../package.json';
import { adoptionFiles, type AdoptionFile } from '../../features/configuration/adoption';
import { errorCode } from '../../server/node/errorCode';
import { UsageError, type ExitCode, type Io } from '../io';
import { NotReplaced, replaceFile, writeWhole } from '../replaceFile';
import { shownPath } from '../paths';
import { locateTargets } from '../target';

export interface InitOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  /** `false` by `--no-workflow`. */
  readonly workflow: boolean;
  /** `false` by `--no-vscode`. */
  readonly vscode: boolean;
}

/** A file that is to be written, and what it holds now. */
interface Planned extends Pick<AdoptionFile, 'path' | 'purpose'> {
  readonly before: string | undefined;
  readonly after: string;
}

/** `init [folder]`: writes what a team needs to begin, and asks before each file. */
export async function init(folder: string, options: InitOptions, io: Io): Promise<ExitCode> {
  const { root, targets } = await locateTargets(io.cwd, [folder], true);
  if (targets[0]?.isFolder !== true) throw new UsageError(`'${folder}' is a file. Name the folder of a repository.`);
  if (options.yes !== true && options.dryRun !== true && io.confirm === undefined)
    throw new UsageError('init asks before it writes. Run it in a terminal, or with --yes or --dry-run.');
  const show = (path: string): string => shownPath(io.cwd, root, path);
  let written = 0;
  for (const file of adoptionFiles(version)) {
    if (
      (file.path.startsWith('.github/') && !options.workflow) ||
      (file.path.startsWith('.vscode/') && !options.vscode)
    )
      continue;
    const planned = await plan(root, file);
    if (planned === undefined) io.stderr(`${show(file.path)} is left as it is.\n`);
    else if (options.dryRun === true) io.stdout(`${show(file.path)}: ${planned.purpose}\n\n${planned.after}\n`);
    else if (await isWanted(planned, show(file.path), options, io)) {
      await write(root, planned, show(file.path));
      io.stdout(`${show(file.path)}\n`);
      written++;
    }
  }
  if (written > 0) io.stderr(next);
  return 0;
}

const next = `Next: 'dynamics-docs check' shows what there is to find, 'dynamics-docs check --update-baseline' records it, so that
from then on only new findings count.
`;

async function plan(root: string, { path, purpose, text }: AdoptionFile): Promise<Planned | undefined> {
  const before = await currentText(resolve(root, path));
  const after = text(before);
  return after === undefined || after === before ? undefined : { path, purpose, before, after };
}

async function currentText(absolute: string): Promise<string | undefined> {
  try {
    return await readFile(absolute, 'utf8');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

async function isWanted({ before, purpose }: Planned, shown: string, options: InitOptions, io: Io): Promise<boolean> {
  if (options.yes === true) return true;
  const verb = before === undefined ? 'Write' : 'Change';
  return (await io.confirm?.(`${verb} ${shown} (${purpose})?`)) ?? false;
}

async function write(root: string, { path, before, after }: Planned, shown: string): Promise<void> {
  const absolute = resolve(root, path);
  try {
    await (before === undefined ? writeWhole(absolute, after) : replaceFile(absolute, before, after));
  } catch (error) {
    if (!(error instanceof NotReplaced)) throw error;
    throw new UsageError(`'${shown}' cannot be written: ${error.message}.`);
  }
}
