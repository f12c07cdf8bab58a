import type { Repository } from '../../core/docset/repository';
import { examineFile } from './examine';
import { fixAll, type FixedText } from './fixAll';

/** A file with certain repairs, before and after them. */
export interface FixedFile extends FixedText {
  /** Root-relative. */
  readonly path: string;
  readonly before: string;
  /** Whether a file that is not UTF-8 would lose text if it were written. */
  readonly isUnsafe: boolean;
}

/** Makes every certain repair in the files that have findings, one file after the other; takes none over. */
export async function* fixedFiles(repository: Repository, paths: readonly string[]): AsyncGenerator<FixedFile> {
  for (const path of paths) {
    if (repository.diagnosticsOf(path).length === 0) continue;
    const before = await repository.sources.textOf(path);
    if (before === undefined) continue;
    const fixed = fixAll(before, (current) => examineFile(repository, path, current));
    if (fixed.text === before) continue;
    yield { ...fixed, path, before, isUnsafe: repository.sources.problemOf(path) !== undefined };
  }
}
