import type { PathState } from '../includes/resolve';
import { dirname, foldersUpward, isMarkdown } from '../text/path';

/** Which files a repository has, asked for by their exact name or by one that differs in case. Paths are root-relative. */
export class FileIndex {
  private readonly files = new Set<string>();
  private byLowerCase = new Map<string, string[]>();
  private markdownFiles: readonly string[] | undefined;
  private outside: ReadonlySet<string> = new Set();

  /** @param outside names in the repository that stand for something outside of it */
  replace(files: Iterable<string>, outside: Iterable<string>): void {
    this.files.clear();
    this.markdownFiles = undefined;
    this.byLowerCase.clear();
    for (const path of files) this.add(path);
    this.outside = new Set(outside);
  }

  /** Returns whether the file is new. */
  add(path: string): boolean {
    if (this.files.has(path)) return false;
    this.files.add(path);
    this.markdownFiles = undefined;
    const key = path.toLowerCase();
    const known = this.byLowerCase.get(key);
    if (known === undefined) this.byLowerCase.set(key, [path]);
    else known.push(path);
    return true;
  }

  /** Returns whether the file was there. */
  delete(path: string): boolean {
    if (!this.files.delete(path)) return false;
    this.markdownFiles = undefined;
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
    for (const path of this.files) if (dirname(path).startsWith(folder) && path.startsWith(`${folder}/`)) return true;
    return false;
  }

  stateOf(path: string): PathState {
    if (this.files.has(path)) return 'exact';
    const [actual] = this.byLowerCase.get(path.toLowerCase()) ?? [];
    if (actual !== undefined) return { actual };
    return this.leadsOutside(path) ? 'outside-root' : undefined;
  }

  private leadsOutside(path: string): boolean {
    if (this.outside.size === 0) return false;
    if (this.outside.has(path)) return true;
    for (const folder of foldersUpward(path)) if (this.outside.has(folder)) return true;
    return false;
  }
}
