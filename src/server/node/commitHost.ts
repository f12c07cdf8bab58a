import { HostError, type DirectoryEntry, type FileContent, type Host } from '../../core/host';
import type { Day } from '../../core/schema/day';
import { basename, dirname } from '../../core/text/path';
import { GitError, readGit, runGit } from './git';
import { decodeFile } from './nodeHost';
import { t } from '../../core/text/localize';

/** Longest stretch of work, in milliseconds: texts are in memory, so that nothing else would have its turn meanwhile. */
const longest = 8;

/** What is read of nearly every commit: fetched at once. */
const usual = /\.(?:md|json|ya?ml)$/i;

/** The texts of several commits, which share most of their files: each is read once. */
export class Blobs {
  private readonly contents = new Map<string, FileContent>();
  private workingSince = performance.now();
  /** Many read at the same time: one goes on after the other. */
  private turn: Promise<void> = Promise.resolve();

  /** @param folder absolute, in a repository */
  constructor(private readonly folder: string) {}

  /** Reads many at once. */
  async read(ids: Iterable<string>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.contents.has(id));
    if (missing.length === 0) return;
    const output = await readGit(this.folder, ['cat-file', '--batch'], { input: `${missing.join('\n')}\n` });
    for (const [id, bytes] of blobsIn(output)) this.contents.set(id, decodeFile(bytes));
  }

  async contentOf(id: string): Promise<FileContent> {
    await this.giveWay();
    await this.read([id]);
    const content = this.contents.get(id);
    // A clone need not hold everything.
    if (content === undefined) throw new HostError('unreadable', t('it is not in this clone'));
    return content;
  }

  /** An editor may wait for an answer of the same program. */
  private async giveWay(): Promise<void> {
    if (performance.now() - this.workingSince < longest) return;
    this.turn = this.turn
      .then(() => new Promise((resolve) => setImmediate(resolve)))
      .then(() => {
        this.workingSince = performance.now();
      });
    await this.turn;
  }
}

/** What `git cat-file --batch` prints: a line `<id> blob <size>`, the bytes and a line break for each; those that are missing left out. */
function* blobsIn(output: Buffer): Generator<[string, Buffer]> {
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(0x0a, at);
    if (end === -1) return;
    const [id = '', type = '', size = ''] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (type !== 'blob') continue;
    yield [id, output.subarray(at, at + Number(size))];
    at += Number(size) + 1;
  }
}

/** The files of a commit, as they were on its day. Nothing is checked out. */
export class CommitHost implements Host {
  private readonly files = new Map<string, string>();
  private readonly folders = new Map<string, Map<string, DirectoryEntry['type']>>([['', new Map()]]);

  private constructor(
    private readonly blobs: Blobs,
    private readonly moment: Date,
  ) {}

  /**
   * @param folder absolute; its files alone are read
   * @param moment of the commit
   */
  static async open(folder: string, commit: string, moment: Date, blobs: Blobs): Promise<CommitHost> {
    const host = new CommitHost(blobs, moment);
    const listed = await runGit(folder, ['ls-tree', '-r', '-z', commit]);
    for (const line of listed.split('\0')) host.add(line);
    await blobs.read([...host.files].flatMap(([path, id]) => (usual.test(path) ? [id] : [])));
    return host;
  }

  now(): Date {
    return this.moment;
  }

  /** In no time zone: the same on every machine. */
  today(): Day {
    const { moment } = this;
    return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() };
  }

  async readFile(path: string): Promise<FileContent> {
    const id = this.files.get(path);
    if (id === undefined) throw new HostError('not-found', t('there is no such file'));
    try {
      return await this.blobs.contentOf(id);
    } catch (error) {
      if (error instanceof GitError) throw new HostError('unreadable', error.message);
      throw error;
    }
  }

  readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    const entries = this.folders.get(path);
    return entries === undefined
      ? Promise.reject(new HostError('not-found', t('there is no such folder')))
      : Promise.resolve([...entries].map(([name, type]) => ({ name, type })));
  }

  /** @param line `<mode> <type> <id>\t<path>` */
  private add(line: string): void {
    const tab = line.indexOf('\t');
    if (tab === -1) return;
    const [mode = '', type = '', id = ''] = line.slice(0, tab).split(' ');
    const path = line.slice(tab + 1);
    // Links and other repositories are not followed.
    const isFile = type === 'blob' && mode !== '120000';
    if (isFile) this.files.set(path, id);
    this.entriesOf(dirname(path)).set(basename(path), isFile ? 'file' : 'other');
  }

  private entriesOf(folder: string): Map<string, DirectoryEntry['type']> {
    let entries = this.folders.get(folder);
    if (entries === undefined) {
      entries = new Map<string, DirectoryEntry['type']>();
      this.folders.set(folder, entries);
      this.entriesOf(dirname(folder)).set(basename(folder), 'directory');
    }
    return entries;
  }
}
