import type { Repository } from '../../core/docset/repository';
import { groupedByPath, type Diagnostic } from '../../core/rules/diagnostic';
import { isMarkdown } from '../../core/text/path';
import { changesOf, type TextChange } from '../../features/edits';
import { createSourceDocument } from '../../core/text/sourceDocument';
import { examineFile, otherRepairable } from '../../features/fixes/examine';
import { fixedFiles, type FixedFile } from '../../features/fixes/fixFiles';
import { changeFile, realPathOf, type ChangeTarget } from '../changeFile';
import type { FixReport } from '../formats/format';

export { otherRepairable };

/** Makes every certain repair in the files that have findings, and takes the new texts over. */
export async function fixFiles(
  repository: Repository,
  paths: readonly string[],
  target: ChangeTarget,
): Promise<FixReport> {
  const { root, showDiff } = target;
  const changes: FixReport['changes'][number][] = [];
  const skipped: FixReport['skipped'][number][] = [];
  /** New texts, by where the files really are: a link names a file that was changed already. */
  const texts = new Map<string, string>();
  for await (const file of fixedFiles(repository, paths)) {
    const real = await realPathOf(root, file.path);
    if (real !== undefined && texts.has(real)) continue;
    const refused = await change(file, real, target);
    if (refused !== undefined) {
      skipped.push({ file: file.path, ...refused });
    } else if (real !== undefined) {
      texts.set(real, file.text);
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
  real: string | undefined,
  target: ChangeTarget,
): Promise<Refusal | undefined> {
  if (isUnsafe) return { reason: 'it is not UTF-8, so that writing it would lose text', isFailure: false };
  const reason = await changeFile(real, before, text, target);
  return reason === undefined ? undefined : { reason, isFailure: true };
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
    if (repository.links.isRedirectionFile(path)) await repository.reload(path);
    else repository.validateText(path, text);
    changed.push(path);
  }
  // A repaired directive may include a file that nothing included before.
  for (const path of changed.filter(isMarkdown)) await repository.followIncludes(path);
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
    const isRepairable = isMarkdown(path) || repository.links.isRedirectionFile(path);
    const text = isRepairable ? await repository.sources.textOf(path) : undefined;
    if (text === undefined || repository.sources.problemOf(path) !== undefined) continue;
    const document = createSourceDocument(path, text);
    const { repairsOf } = examineFile(repository, path, text);
    for (const diagnostic of found) {
      const fix = repairsOf(diagnostic).find(({ isCertain }) => isCertain);
      if (fix !== undefined) certain.set(diagnostic, { title: fix.title, changes: changesOf(document, fix.edits) });
    }
  }
  return certain;
}
