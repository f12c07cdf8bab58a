import type { Day } from '../../../../src/core/schema/day';
import { HostError, type DirectoryEntry, type FileContent, type Host } from '../../../../src/core/host';

/** The clock of every test: noon UTC on the tenth of March 2026. */
export const now = new Date('2026-03-10T12:00:00Z');

type EntryType = DirectoryEntry['type'];

/** What stands under a path besides a text. */
export interface Special {
  /** How a folder lists it; `file` unless told. */
  readonly type?: EntryType;
  /** Reading it, or listing it, fails for this reason. */
  readonly fails?: HostError['reason'];
  readonly text?: string;
  readonly invalidByte?: number;
}

export type Files = Readonly<Record<string, string | Special>>;

/** A repository in memory that counts what was asked of it and can change. */
export class MemoryHost implements Host {
  private readonly entries: Map<string, string | Special>;
  /** Paths given to `readFile`, in order. */
  readonly reads: string[] = [];

  constructor(
    files: Files,
    private readonly time: Date = now,
  ) {
    this.entries = new Map(Object.entries(files));
  }

  write(path: string, content: string | Special): void {
    this.entries.set(path, content);
  }

  delete(path: string): void {
    this.entries.delete(path);
  }

  now(): Date {
    return this.time;
  }

  today(): Day {
    return { year: this.time.getUTCFullYear(), month: this.time.getUTCMonth() + 1, day: this.time.getUTCDate() };
  }

  readFile(path: string): Promise<FileContent> {
    this.reads.push(path);
    const entry = this.entries.get(path);
    if (entry === undefined) return Promise.reject(new HostError('not-found', 'there is no such file'));
    if (typeof entry === 'string') return Promise.resolve({ text: entry, invalidByte: undefined });
    if (entry.fails !== undefined) return Promise.reject(new HostError(entry.fails, 'permission denied'));
    return Promise.resolve({ text: entry.text ?? '', invalidByte: entry.invalidByte });
  }

  readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    const own = this.entries.get(path);
    if (typeof own === 'object' && own.fails !== undefined)
      return Promise.reject(new HostError(own.fails, 'permission denied'));
    const names = new Map<string, EntryType>();
    for (const [file, entry] of this.entries) {
      if (path !== '' && !file.startsWith(`${path}/`)) continue;
      const [name = '', ...below] = file.slice(path === '' ? 0 : path.length + 1).split('/');
      if (name === '') continue;
      const type = typeof entry === 'object' ? (entry.type ?? 'file') : 'file';
      names.set(name, below.length > 0 ? 'directory' : type);
    }
    if (names.size === 0 && path !== '' && own === undefined)
      return Promise.reject(new HostError('not-found', 'there is no such folder'));
    return Promise.resolve([...names].map(([name, type]) => ({ name, type })));
  }
}
