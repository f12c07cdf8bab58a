import { formatPatch, structuredPatch } from 'diff';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Repository } from '../../core/docset/repository';
import { groupedByPath, type Diagnostic } from '../../core/rules/diagnostic';
import { isMarkdown } from '../../core/text/path';
import { changesOf, type TextChange } from '../../features/edits';
import { examine } from '../../features/fixes/examine';
import { fixedFiles, type FixedFile } from '../../features/fixes/fixFiles';
import { fixesOf } from '../../features/fixes/fixes';
import type { FixReport } from '../formats/format';
import { NotReplaced, replaceFile } from '../replaceFile';
import { toRootRelative } from '../target';

/** Where repairs go. */
export interface FixTarget {
  /** Absolute path of the repository root. */
  readonly root: string;
  /** Called instead of writing with a unified diff of each file that would change. */
  readonly showDiff: ((diff: string) => void) | undefined;
}

/** Makes every certain repair in the files that have findings, and takes the new texts over. */
export async function fixFiles(
  repository: Repository,
  paths: readonly string[],
  { root, showDiff }: FixTarget,
): Promise<FixReport> {
  const changes: FixReport['changes'][number][] = [];
  const skipped: FixReport['skipped'][number][] = [];
  /** New texts, by where the files really are: a link names a file that was changed already. */
  const texts = new Map<string, string>();
  for await (const file of fixedFiles(repository, paths)) {
    const target = await realPathOf(root, file.path);
    if (target !== undefined && texts.has(target)) continue;
    const refused = await change(file, target, root, showDiff);
    if (refused !== undefined) {
      skipped.push({ file: file.path, ...refused });
    } else if (target !== undefined) {
      texts.set(target, file.text);
      changes.push({ file: file.path, fixes: file.fixed });
    }
  }
  if (texts.size > 0) await takeOver(repository, paths, root, texts);
  const findings = changes.reduce((sum, { fixes }) => sum + fixes.length, 0);
  return { files: changes.length, findings, isDryRun: showDiff !== undefined, changes, skipped };
}

type Refusal = Omit<FixReport['skipped'][number], 'file'>;

/** Writes or shows one file. Returns why it was left alone. */
async function change(
  { before, text, isUnsafe }: FixedFile,
  target: string | undefined,
  root: string,
  showDiff: FixTarget['showDiff'],
): Promise<Refusal | undefined> {
  if (isUnsafe) return { reason: 'it is not UTF-8, so that writing it would lose text', isFailure: false };
  if (target === undefined) return { reason: 'it is gone', isFailure: true };
  if (showDiff !== undefined) {
    showDiff(patchOf(toRootRelative(await realpath(root), target), before, text));
    return undefined;
  }
  try {
    await replaceFile(target, before, text);
    return undefined;
  } catch (error) {
    if (error instanceof NotReplaced) return { reason: error.message, isFailure: true };
    throw error;
  }
}

/** Where a file really is; `undefined` where there is none any more or none that may be looked at. */
async function realPathOf(root: string, path: string): Promise<string | undefined> {
  try {
    return await realpath(join(root, path));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** Checks the new texts, under every name that the files have. */
async function takeOver(
  repository: Repository,
  paths: readonly string[],
  root: string,
  texts: ReadonlyMap<string, string>,
): Promise<void> {
  const changed: string[] = [];
  for (const path of paths) {
    if (repository.diagnosticsOf(path).length === 0) continue;
    const text = texts.get((await realPathOf(root, path)) ?? '');
    if (text === undefined) continue;
    repository.sources.setBuffer(path, text);
    repository.validateText(path, text);
    changed.push(path);
  }
  // A repaired directive may include a file that nothing included before.
  for (const path of changed) await repository.followIncludes(path);
}

/** What would put a finding right. */
export interface CertainFix {
  readonly title: string;
  readonly changes: readonly TextChange[];
}

/** What `--fix` would do about each finding that it can put right. */
export async function certainFixes(
  repository: Repository,
  diagnostics: readonly Diagnostic[],
): Promise<ReadonlyMap<Diagnostic, CertainFix>> {
  const certain = new Map<Diagnostic, CertainFix>();
  for (const [path, found] of groupedByPath(diagnostics)) {
    const text = isMarkdown(path) ? await repository.sources.textOf(path) : undefined;
    if (text === undefined || repository.sources.problemOf(path) !== undefined) continue;
    const { facts } = examine(repository, path, text);
    for (const diagnostic of found) {
      const fix = fixesOf(diagnostic, facts).find(({ isCertain }) => isCertain);
      if (fix !== undefined)
        certain.set(diagnostic, { title: fix.title, changes: changesOf(facts.document, fix.edits) });
    }
  }
  return certain;
}

/**
 * A unified diff of one file, as `git apply` takes it in any folder of the repository.
 *
 * @param path root-relative
 */
export function patchOf(path: string, before: string, after: string): string {
  const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 });
  return formatPatch({ ...patch, isGit: true });
}
