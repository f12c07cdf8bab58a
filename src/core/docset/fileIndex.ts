import type { PathState } from '../includes/resolve';
import type { KnownFiles } from '../links/closestFile';
import { basename, dirname, foldersUpward, isInFolder, isMarkdown } from '../text/path';

/** Which files a repository has, asked for by their exact name or by one that differs in case. Paths are root-relative. */
export class FileIndex implements KnownFiles {
  private readonly files = new Set<string>();
  private byLowerCase = new Map<string, string[]>();
  private markdownFiles: readonly string[] | undefined;
  private folders: Folders | undefined;
  private byName: ReadonlyMap<string, readonly string[]> | undefined;
  private outside: ReadonlySet<string> = new Set();
  private ignored = new Set<string>();

  /**
   * @param outside names in the repository that stand for something outside of it
   * @param ignored files and folders that git ignores
   */
  replace(files: Iterable<string>, outside: Iterable<string>, ignored: Iterable<string> = []): void {
    this.files.clear();
    this.changed();
    this.byLowerCase.clear();
    for (const path of files) this.add(path);
    this.outside = new Set(outside);
    this.ignored = new Set(ignored);
  }

  /** Returns whether the file is new. */
  add(path: string): boolean {
    if (this.files.has(path)) return false;
    this.files.add(path);
    this.changed();
    const key = path.toLowerCase();
    const known = this.byLowerCase.get(key);
    if (known === undefined) this.byLowerCase.set(key, [path]);
    else known.push(path);
    return true;
  }

  /** Returns whether the file was there. */
  delete(path: string): boolean {
    if (!this.files.delete(path)) return false;
    this.changed();
    const key = path.toLowerCase();
    const others = (this.byLowerCase.get(key) ?? []).filter((other) => other !== path);
    if (others.length === 0) this.byLowerCase.delete(key);
    else this.byLowerCase.set(key, others);
    return true;
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  all(): ReadonlySet<string> {
    return this.files;
  }

  /** The Markdown among them. */
  markdown(): readonly string[] {
    return (this.markdownFiles ??= [...this.files].filter(isMarkdown));
  }

  /** Whether some file lies below a folder of that name. */
  hasFolder(folder: string): boolean {
    return this.knownFolders().has(folder);
  }

  /** A folder whose name differs in upper and lower case only. */
  folderInAnyCase(folder: string): string | undefined {
    const wanted = folder.toLowerCase();
    return [...this.knownFolders().keys()].find((other) => other.toLowerCase() === wanted);
  }

  /** The names of the files in each folder, those included that hold folders alone. */
  namesByFolder(): Folders {
    return this.knownFolders();
  }

  namesIn(folder: string): readonly string[] {
    return this.knownFolders().get(folder) ?? [];
  }

  named(name: string): readonly string[] {
    if (this.byName === undefined) {
      const byName = new Map<string, string[]>();
      for (const path of this.files) add(byName, basename(path).toLowerCase(), path);
      this.byName = byName;
    }
    return this.byName.get(name.toLowerCase()) ?? [];
  }

  /** Takes note of what a walk of a folder met and does not list, in place of what was known of that folder. */
  replaceUnlisted(folder: string, outside: readonly string[], ignored: readonly string[]): void {
    const elsewhere = (paths: ReadonlySet<string>): string[] => [...paths].filter((path) => !isInFolder(path, folder));
    this.outside = new Set([...elsewhere(this.outside), ...outside]);
    this.ignored = new Set([...elsewhere(this.ignored), ...ignored]);
  }

  /** Takes note of whether git ignores a file or folder. */
  setIgnored(path: string, isIgnored: boolean): void {
    if (isIgnored) this.ignored.add(path);
    else this.ignored.delete(path);
  }

  /** Whether git ignores a file or folder that there is. */
  isIgnored(path: string): boolean {
    return isBelow(path, this.ignored);
  }

  stateOf(path: string): PathState {
    if (this.files.has(path)) return 'exact';
    const [actual] = this.byLowerCase.get(path.toLowerCase()) ?? [];
    if (actual !== undefined) return { actual };
    return isBelow(path, this.outside) ? 'outside-root' : undefined;
  }

  /** Worked out when first asked for, which a check may never do. */
  private knownFolders(): Folders {
    if (this.folders !== undefined) return this.folders;
    const folders = new Map<string, string[]>([['', []]]);
    for (const path of this.files) {
      const folder = dirname(path);
      if (!folders.has(folder))
        for (const above of foldersUpward(path)) if (!folders.has(above)) folders.set(above, []);
      add(folders, folder, basename(path));
    }
    return (this.folders = folders);
  }

  private changed(): void {
    this.markdownFiles = undefined;
    this.folders = undefined;
    this.byName = undefined;
  }
}

/** The names of the files in each folder. Root-relative paths; '' for the root. */
export type Folders = ReadonlyMap<string, readonly string[]>;

function add(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  if (folders.size === 0) return false;
  if (folders.has(path)) return true;
  for (const folder of foldersUpward(path)) if (folders.has(folder)) return true;
  return false;
}
