import { HostError, ifReadable, type FileContent, type Host } from '../host';
import { t } from '../text/localize';

/** What is wrong with a file as a whole, before its text is looked at. */
export interface FileProblem {
  readonly code: 'file-unreadable' | 'file-not-utf8' | 'symlink-loop';
  /** Root-relative. */
  readonly path: string;
  readonly message: string;
}

/** Files read at the same time: enough to keep a disk or a network busy. */
const parallelReads = 32;

/** The texts of a repository: the editor's buffers win over the disk. Remembers which files cannot be read as they are. */
export class Sources {
  private readonly buffers = new Map<string, string>();
  private readonly found = new Map<string, FileProblem>();
  /** The newest reading of each file that is being read. */
  private readonly readings = new Map<string, Promise<FileContent>>();

  constructor(private readonly host: Host) {}

  setBuffer(path: string, text: string | undefined): void {
    if (text === undefined) this.buffers.delete(path);
    else this.buffers.set(path, text);
  }

  bufferOf(path: string): string | undefined {
    return this.buffers.get(path);
  }

  /** The files that are open. */
  bufferPaths(): IterableIterator<string> {
    return this.buffers.keys();
  }

  /** The current text of a file. Rejects with a `HostError`. */
  async read(path: string): Promise<string> {
    const buffer = this.buffers.get(path);
    if (buffer !== undefined) return buffer;
    const reading = this.begin(path);
    try {
      const read = await reading;
      // No more is waited for where nothing overlaps: with each wait, more texts of a check are in memory at once.
      const { text, invalidByte } = this.ends(path, reading) ? read : await this.newestContent(path);
      if (invalidByte === undefined) this.found.delete(path);
      else this.report('file-not-utf8', path, t('Byte {0} is not UTF-8. Save the file as UTF-8.', invalidByte + 1));
      // A buffer that was opened while the file was being read wins.
      return this.buffers.get(path) ?? text;
    } catch (error) {
      this.ends(path, reading);
      if (error instanceof HostError && error.reason !== 'not-found')
        this.report('file-unreadable', path, t('This file cannot be read: {0}.', error.message));
      throw error;
    }
  }

  /** The current text of a file; `undefined` where there is none or it cannot be read. */
  textOf(path: string): Promise<string | undefined> {
    return ifReadable(this.read(path));
  }

  /** Reads files, many at a time; those that cannot be read are left out, and all that follow once `signal` is raised. */
  async eachText(
    paths: readonly string[],
    take: (path: string, text: string) => void,
    signal?: { readonly aborted: boolean },
  ): Promise<void> {
    for (let at = 0; at < paths.length && signal?.aborted !== true; at += parallelReads) {
      const some = paths.slice(at, at + parallelReads);
      await Promise.all(
        some.map(async (path) => {
          const text = await this.textOf(path);
          if (text !== undefined) take(path, text);
        }),
      );
    }
  }

  problems(): IterableIterator<FileProblem> {
    return this.found.values();
  }

  problemOf(path: string): FileProblem | undefined {
    return this.found.get(path);
  }

  /** Forgets what was wrong with a file that is not looked at any more. What is being read of it does not count. */
  forget(path: string): void {
    this.found.delete(path);
    this.readings.delete(path);
  }

  /** Of readings that overlap, the one counts that began last: files change meanwhile. */
  private async newestContent(path: string): Promise<FileContent> {
    for (;;) {
      const newest = this.readings.get(path) ?? this.begin(path);
      await Promise.allSettled([newest]);
      if (this.ends(path, newest) || !this.readings.has(path)) return newest;
    }
  }

  /** Takes note that a reading is over. Returns whether it was the newest one. */
  private ends(path: string, reading: Promise<FileContent>): boolean {
    if (this.readings.get(path) !== reading) return false;
    this.readings.delete(path);
    return true;
  }

  private begin(path: string): Promise<FileContent> {
    const reading = this.host.readFile(path);
    this.readings.set(path, reading);
    return reading;
  }

  private report(code: FileProblem['code'], path: string, message: string): void {
    this.found.set(path, { code, path, message });
  }
}
