import { createTwoFilesPatch } from 'diff';
import { rename, rm, stat, writeFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Repository } from '../../core/docset/repository';
import type { Diagnostic } from '../../core/rules/diagnostic';
import { isMarkdown } from '../../core/text/path';
import { examine } from '../../features/fixes/examine';
import { fixedFiles } from '../../features/fixes/fixFiles';
import { fixesOf } from '../../features/fixes/fixes';

export interface FixSummary {
  /** Files that were changed, or with a dry run would be. */
  readonly files: number;
  /** Findings that were put right. */
  readonly findings: number;
}

/** What repairs ask of the command line. */
export interface FixOutput {
  /** Called with each file that changes, both texts whole. */
  changed(path: string, before: string, after: string): Promise<void>;
  /** Called with one sentence for a file that is left alone. */
  skipped(path: string, reason: string): void;
}

/** Makes every certain repair in the files that have findings, and takes the new texts over. */
export async function fixFiles(
  repository: Repository,
  paths: readonly string[],
  output: FixOutput,
): Promise<FixSummary> {
  let files = 0;
  let findings = 0;
  for await (const { path, before, text, fixed, isUnsafe } of fixedFiles(repository, paths)) {
    if (isUnsafe) {
      output.skipped(path, 'it is not UTF-8, so that writing it would lose text');
      continue;
    }
    await output.changed(path, before, text);
    repository.sources.setBuffer(path, text);
    repository.validateText(path, text);
    files++;
    findings += fixed.length;
  }
  return { files, findings };
}

/** The findings that `--fix` would put right. */
export async function fixableAmong(
  repository: Repository,
  diagnostics: readonly Diagnostic[],
): Promise<ReadonlySet<Diagnostic>> {
  const fixable = new Set<Diagnostic>();
  const byPath = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics)
    byPath.set(diagnostic.path, [...(byPath.get(diagnostic.path) ?? []), diagnostic]);
  for (const [path, found] of byPath) {
    const text = isMarkdown(path) ? await repository.sources.textOf(path) : undefined;
    if (text === undefined) continue;
    const { facts } = examine(repository, path, text);
    for (const diagnostic of found)
      if (fixesOf(diagnostic, facts).some(({ isCertain }) => isCertain)) fixable.add(diagnostic);
  }
  return fixable;
}

/** Replaces a file at once: whoever reads it meanwhile sees the old text or the new one. Links stay links. */
export async function writeAtomically(root: string, path: string, text: string): Promise<void> {
  const target = await realpath(join(root, path));
  const { mode } = await stat(target);
  const unfinished = `${target}.${process.pid}.tmp`;
  try {
    await writeFile(unfinished, text, { mode });
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** A unified diff of one file, as `git apply` takes it. */
export function patchOf(path: string, before: string, after: string): string {
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 });
  return patch.replace(/^=+\n/, '');
}
