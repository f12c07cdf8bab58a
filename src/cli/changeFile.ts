import { formatPatch, structuredPatch, type StructuredPatch, type StructuredPatchHunk } from 'diff';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { commonEnds, mostCompared } from '../core/text/changes';
import { errorCode } from '../server/node/errorCode';
import { NotReplaced, replaceFile } from './replaceFile';
import { toRootRelative } from './paths';

/** Where changes go. */
export interface ChangeTarget {
  /** Absolute path of the repository root. */
  readonly root: string;
  /** Called instead of writing with a unified diff of each file that would change. */
  readonly showDiff: ((diff: string) => void) | undefined;
}

/** Where a file really is, absolute; `undefined` where there is none any more or none that may be looked at. */
export async function realPathOf(root: string, path: string): Promise<string | undefined> {
  try {
    return await realpath(join(root, path));
  } catch (error) {
    if (errorCode(error) !== undefined) return undefined;
    throw error;
  }
}

/**
 * Writes one file, or shows what would be written. Returns why it was left alone, in words that follow a colon.
 *
 * @param file where it really is
 */
export async function changeFile(
  file: string | undefined,
  before: string,
  text: string,
  { root, showDiff }: ChangeTarget,
): Promise<string | undefined> {
  if (file === undefined) return 'it is gone';
  if (showDiff !== undefined) {
    showDiff(patchOf(toRootRelative(await realpath(root), file), before, text));
    return undefined;
  }
  try {
    await replaceFile(file, before, text);
    return undefined;
  } catch (error) {
    if (error instanceof NotReplaced) return error.message;
    throw error;
  }
}

/** Lines around what changes in a diff. */
const context = 3;

/**
 * A unified diff of one file, as `git apply` takes it in any folder of the repository.
 *
 * @param path root-relative
 */
function patchOf(path: string, before: string, after: string): string {
  const names = [`a/${path}`, `b/${path}`] as const;
  const options = { context, maxEditLength: mostCompared };
  const patch: StructuredPatch = structuredPatch(...names, before, after, undefined, undefined, options) ?? {
    oldFileName: names[0],
    newFileName: names[1],
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [wholeHunk(before.split(/(?<=\n)/), after.split(/(?<=\n)/))],
  };
  return formatPatch({ ...patch, isGit: true });
}

/** All that changes as one: where too many lines differ to be compared. */
function wholeHunk(before: readonly string[], after: readonly string[]): StructuredPatchHunk {
  const { first, last } = commonEnds(before, after);
  const start = Math.max(0, first - context);
  const behind = Math.min(last, context);
  const lines = (sign: string, of: readonly string[]): string[] =>
    of.flatMap((line) =>
      line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file'],
    );
  return {
    oldStart: start + 1,
    oldLines: before.length - last + behind - start,
    newStart: start + 1,
    newLines: after.length - last + behind - start,
    lines: [
      ...lines(' ', before.slice(start, first)),
      ...lines('-', before.slice(first, before.length - last)),
      ...lines('+', after.slice(first, after.length - last)),
      ...lines(' ', before.slice(before.length - last, before.length - last + behind)),
    ],
  };
}
