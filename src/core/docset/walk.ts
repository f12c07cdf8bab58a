import ignore, { type Ignore } from 'ignore';
import { HostError, type DirectoryEntry, type Host } from '../host';
import { foldersUpward, join } from '../text/path';
import type { FileProblem } from './sources';
import { t } from '../text/localize';

/** Every file of a repository that git does not ignore, and what stood in the way. */
export interface Walk {
  /** Root-relative paths, in no certain order. */
  readonly files: readonly string[];
  readonly problems: readonly FileProblem[];
  /** Links that lead out of the repository, and are not followed. */
  readonly outside: readonly string[];
  /** Files and folders that git ignores. */
  readonly ignored: readonly string[];
}

/** The rules of one `.gitignore`, with the folder that they are relative to. */
export interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/** Folders that hold no documentation, whatever git thinks of them. DocFX never looks into those with a dot. */
const skippedFolders = /^(?:\..+|node_modules|_site)$/;

/** Whether a path leads through a folder that is not walked. */
export function isSkipped(path: string): boolean {
  return path.split('/').some((name) => skippedFolders.test(name));
}

/** Lists a repository, folder by folder, siblings at the same time. */
export async function walkRepository(host: Host, folder = ''): Promise<Walk> {
  const files: string[] = [];
  const problems: FileProblem[] = [];
  const outside: string[] = [];
  const ignored: string[] = [];
  const visit = async (path: string, outer: readonly IgnoreFile[]): Promise<void> => {
    const entries = await readEntries(host, path, problems);
    const ignores = await withOwnIgnore(host, path, entries, outer);
    const below: Promise<void>[] = [];
    for (const entry of entries) {
      const child = join(path, entry.name);
      const isFolder = entry.type === 'directory';
      if (isFolder && skippedFolders.test(entry.name)) continue;
      if (isIgnored(ignores, child, isFolder)) {
        ignored.push(child);
        continue;
      }
      if (isFolder) below.push(visit(child, ignores));
      else if (entry.type === 'file') files.push(child);
      else if (entry.type === 'outside-root') outside.push(child);
      else if (entry.type === 'loop')
        problems.push({
          code: 'symlink-loop',
          path: child,
          message: t('This link leads back to a folder above it. It is not followed.'),
        });
    }
    await Promise.all(below);
  };
  await visit(folder, await ignoresAbove(host, folder));
  return { files, problems, outside, ignored };
}

/** The rules of the folders that hold a folder, the outermost first. */
async function ignoresAbove(host: Host, folder: string): Promise<readonly IgnoreFile[]> {
  let ignores: readonly IgnoreFile[] = [];
  if (folder === '') return ignores;
  for (const above of [...foldersUpward(folder)].reverse()) ignores = await withIgnoreOf(host, above, ignores);
  return ignores;
}

async function readEntries(host: Host, path: string, problems: FileProblem[]): Promise<readonly DirectoryEntry[]> {
  try {
    return await host.readDirectory(path);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    problems.push({
      code: 'file-unreadable',
      path: path === '' ? '.' : path,
      message: t('This folder cannot be read: {0}.', error.message),
    });
    return [];
  }
}

export async function withOwnIgnore(
  host: Host,
  folder: string,
  entries: readonly DirectoryEntry[],
  outer: readonly IgnoreFile[],
): Promise<readonly IgnoreFile[]> {
  return entries.some((entry) => entry.name === '.gitignore' && entry.type === 'file')
    ? withIgnoreOf(host, folder, outer)
    : outer;
}

async function withIgnoreOf(host: Host, folder: string, outer: readonly IgnoreFile[]): Promise<readonly IgnoreFile[]> {
  try {
    const { text } = await host.readFile(join(folder, '.gitignore'));
    return [...outer, { folder, rules: ignore().add(text) }];
  } catch (error) {
    // An unreadable .gitignore ignores nothing, as one that is not there: git does the same.
    if (error instanceof HostError) return outer;
    throw error;
  }
}

/** The innermost file that says something about a path decides. */
export function isIgnored(ignores: readonly IgnoreFile[], path: string, isFolder: boolean): boolean {
  for (let i = ignores.length - 1; i >= 0; i--) {
    const file = ignores[i];
    if (file === undefined) continue;
    const relative = file.folder === '' ? path : path.slice(file.folder.length + 1);
    const result = file.rules.test(isFolder ? `${relative}/` : relative);
    if (result.ignored) return true;
    if (result.unignored) return false;
  }
  return false;
}
