import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Diagnostic } from '../../core/rules/diagnostic';
import { applyEdits, type TextEdit } from '../../core/text/edit';
import type { SourceDocument } from '../../core/text/sourceDocument';
import { planRedirections, type RedirectionPlan } from '../../features/redirections/plan';
import { sortRedirections } from '../../features/redirections/sort';
import { redirectionsOf } from '../../features/redirections/view';
import { isAddress, wantedRedirection } from '../../features/redirections/wanted';
import { changeFile, realPathOf } from '../changeFile';
import { conclude, outcomeOf } from '../check/conclude';
import { planOf, type CheckOptions } from '../check/options';
import { UsageError, type ExitCode, type Io } from '../io';
import { NotReplaced, writeWhole } from '../replaceFile';
import { shownPath } from '../paths';
import { openRepository, type OpenedRepository } from '../openRepository';
import { plural } from '../words';

export interface RedirectionOptions {
  readonly dryRun?: boolean;
}

/** `redirections add <from> <to>`: leads the readers of a page that is gone to another one, or to an address. */
export async function addRedirection(from: string, to: string, options: RedirectionOptions, io: Io): Promise<ExitCode> {
  const paths = isAddress(to) ? [from] : [from, to];
  const opened = await openRepository(io.cwd, paths, { mustExist: false });
  const { repository, targets } = opened;
  const [source = '', target = to] = targets.map(({ path }) => path);
  const wanted = wantedRedirection(repository, source, target);
  if ('refused' in wanted) throw new UsageError(wanted.refused);
  const plan = planRedirections(redirectionsOf(repository), [wanted]);
  for (const { reason } of plan.refused) throw new UsageError(reason);
  for (const { document, isNew, edits } of plan.files) {
    const refused = await write(opened, document, isNew, edits, options, io);
    const shown = shownPath(io.cwd, opened.root, document.path);
    if (refused !== undefined) throw new UsageError(`'${shown}' is left as it is: ${refused}.`);
    if (options.dryRun !== true) io.stdout(`${shown}\n`);
  }
  io.stderr(summary(plan, source));
  if (repository.files.all().has(source)) io.stderr(`'${source}' is still there: remove it, or nobody is led on.\n`);
  return 0;
}

function summary({ added, ledOn, removed }: RedirectionPlan, source: string): string {
  const parts = [
    ...added.map(({ url }) => `'${source}' leads to '${url}'.`),
    ...(ledOn.length === 0
      ? []
      : [`${plural(ledOn.length, 'redirection')} that led there now ${ledOn.length === 1 ? 'leads' : 'lead'} on.`]),
    ...removed.map((redirection) => `The redirection of '${redirection.source}' is removed: the page is there.`),
  ];
  return `${parts.length === 0 ? `'${source}' leads there already.` : parts.join(' ')}\n`;
}

/** `redirections sort [file…]`: sorts the entries of files by their source paths. */
export async function sortRedirectionFiles(
  paths: readonly string[],
  options: RedirectionOptions,
  io: Io,
): Promise<ExitCode> {
  const opened = await openRepository(io.cwd, paths.length === 0 ? ['.'] : paths, { mustExist: true });
  let sorted = 0;
  let isComplete = true;
  for (const document of filesMeant(opened, io)) {
    const edits = sortRedirections(document);
    const shown = shownPath(io.cwd, opened.root, document.path);
    const refused = 'refused' in edits ? edits.refused : await sortFile(opened, document, edits, options, io);
    if (refused !== undefined) {
      io.stderr(`${shown} is left as it is: ${refused}\n`);
      isComplete = false;
    } else if (!('refused' in edits) && edits.length > 0) {
      if (options.dryRun !== true) io.stdout(`${shown}\n`);
      sorted++;
    }
  }
  io.stderr(`${plural(sorted, 'file')} ${options.dryRun === true ? 'can be ' : ''}sorted.\n`);
  return isComplete ? 0 : 2;
}

async function sortFile(
  opened: OpenedRepository,
  document: SourceDocument,
  edits: readonly TextEdit[],
  options: RedirectionOptions,
  io: Io,
): Promise<string | undefined> {
  const refused = edits.length === 0 ? undefined : await write(opened, document, false, edits, options, io);
  return refused === undefined ? undefined : `${refused}.`;
}

/** `redirections check [file…]`: what a check finds in files of redirections, without reading the articles. */
export async function checkRedirections(
  paths: readonly string[],
  options: Omit<CheckOptions, 'concurrency' | 'cache'>,
  io: Io,
): Promise<ExitCode> {
  const started = performance.now();
  const plan = planOf(io.cwd, paths, { ...options, concurrency: 'off', cache: false });
  const opened = await openRepository(io.cwd, paths.length === 0 ? ['.'] : paths, { mustExist: true });
  const failure = opened.repository.configurationFailure();
  if (failure !== undefined) throw new UsageError(failure);
  const files = filesMeant(opened, io).map(({ path }) => path);
  const checked = {
    started,
    files,
    outcome: await outcomeOf(opened.repository, failure),
    reports: ({ path }: Diagnostic) => files.includes(path),
    failure,
    fixed: undefined,
  };
  return conclude(opened.root, plan, checked, opened.repository, io);
}

/** The files of redirections that paths stand for: a folder for all of its repository. */
function filesMeant({ root, repository, targets }: OpenedRepository, io: Io): readonly SourceDocument[] {
  const documents = redirectionsOf(repository).files.map(({ document }) => document);
  const named = targets.filter(({ isFolder }) => !isFolder);
  for (const { path } of named)
    if (!documents.some((document) => document.path === path))
      throw new UsageError(`'${shownPath(io.cwd, root, path)}' is no file of redirections that the build reads.`);
  return targets.length > named.length
    ? documents
    : documents.filter(({ path }) => named.some((target) => target.path === path));
}

/** Writes a file, or shows what would be written. Returns why it was left alone, in words that follow a colon. */
async function write(
  { root, repository }: OpenedRepository,
  { path, text }: SourceDocument,
  isNew: boolean,
  edits: readonly TextEdit[],
  { dryRun }: RedirectionOptions,
  io: Io,
): Promise<string | undefined> {
  const after = applyEdits(text, edits);
  if (repository.sources.problemOf(path) !== undefined) return 'it is not UTF-8, so that writing it would lose text';
  const show = (shown: string): void => {
    io.stdout(shown);
  };
  if (!isNew)
    return changeFile(await realPathOf(root, path), text, after, {
      root,
      showDiff: dryRun === true ? show : undefined,
    });
  if (dryRun === true) {
    show(after);
    return undefined;
  }
  try {
    await writeWhole(resolve(await realpath(root), path), after);
    return undefined;
  } catch (error) {
    if (error instanceof NotReplaced) return error.message;
    throw error;
  }
}
