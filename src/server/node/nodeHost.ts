import { isUtf8 } from 'node:buffer';
import { constants, readdirSync, readFile, readFileSync, type Dirent } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { HostError, type DirectoryEntry, type FileContent, type Host } from '../../core/host';
import { localDay, type Day } from '../../core/schema/day';
import { decodeUtf8 } from '../utf8';
import { errorCode } from './errorCode';
import { fsPromises } from './fsPromises';
import { t } from '../../core/text/localize';

/** Windows has no such flag, and its links are checked by their real path. */
const noFollow: number | undefined = (constants as Partial<Record<'O_NOFOLLOW', number>>).O_NOFOLLOW;

/** The files of one repository on disk. */
export class NodeHost implements Host {
  private readonly realFolders = new Map<string, Promise<string>>();

  /**
   * @param root absolute path of the repository root
   * @param alsoRead files outside the root that the user named on the command line, relative to the root
   * @param disk `atOnce` for a program that has nothing else to do meanwhile
   * @param insideFolders absolute paths of folders known to lie inside the root, links resolved
   */
  constructor(
    private readonly root: string,
    private readonly alsoRead: ReadonlySet<string> = new Set(),
    private readonly disk: Disk = inBackground,
    private readonly insideFolders: Set<string> = new Set([root]),
  ) {}

  /** The same files, and others that the user named, too. */
  with(alsoRead: ReadonlySet<string>): NodeHost {
    return new NodeHost(this.root, alsoRead, this.disk, this.insideFolders);
  }

  now(): Date {
    return new Date();
  }

  today(): Day {
    return localDay(new Date());
  }

  async readFile(path: string): Promise<FileContent> {
    const absolute = join(this.root, path);
    if (this.alsoRead.has(path)) return this.readNamed(absolute);
    if (noFollow === undefined || !(await this.isInsideFolder(dirname(absolute)))) return this.readLinked(absolute);
    try {
      return await this.disk.readText(absolute, noFollow);
    } catch (error) {
      if (errorCode(error) === 'ELOOP') return this.readLinked(absolute);
      throw toHostError(error);
    }
  }

  async readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    const absolute = join(this.root, path);
    try {
      const entries = await this.disk.readEntries(absolute);
      const classified: DirectoryEntry[] = [];
      // One after the other: the disk is asked about links alone.
      for (const entry of entries) {
        const { name } = entry;
        if (entry.isSymbolicLink()) classified.push({ name, type: await this.classifyLinkOrNothing(name, absolute) });
        else classified.push({ name, type: this.classify(absolute, entry) });
      }
      return classified;
    } catch (error) {
      throw toHostError(error);
    }
  }

  /** A file that the user named, wherever it lies. */
  private async readNamed(absolute: string): Promise<FileContent> {
    try {
      return await this.disk.readText(absolute, undefined);
    } catch (error) {
      throw toHostError(error);
    }
  }

  /** A file behind a symbolic link: read only where it really lies inside the root. */
  private async readLinked(absolute: string): Promise<FileContent> {
    try {
      const real = await fsPromises.realpath(absolute);
      if (!(await this.isInside(real))) throw new HostError('outside-root', t('it lies outside the repository'));
      return await this.disk.readText(real, undefined);
    } catch (error) {
      throw toHostError(error);
    }
  }

  private classify(folder: string, entry: Dirent): DirectoryEntry['type'] {
    if (entry.isFile()) return 'file';
    if (!entry.isDirectory()) return 'other';
    // A real folder of a folder inside the root lies inside, too: no need to ask the disk.
    if (this.insideFolders.has(folder)) this.insideFolders.add(join(folder, entry.name));
    return 'directory';
  }

  private async classifyLinkOrNothing(name: string, folder: string): Promise<DirectoryEntry['type']> {
    try {
      return await this.classifyLink(join(folder, name), folder);
    } catch (error) {
      // A link to nowhere stands for no file: git keeps such links, too.
      if (errorCode(error) === 'ENOENT') return 'other';
      if (errorCode(error) === 'ELOOP') return 'loop';
      throw error;
    }
  }

  private async classifyLink(link: string, folder: string): Promise<DirectoryEntry['type']> {
    const target = await fsPromises.realpath(link);
    if (!(await this.isInside(target))) return 'outside-root';
    if (!(await fsPromises.stat(target)).isDirectory()) return 'file';
    for (let above = folder; ; above = dirname(above)) {
      const real = await this.realFolder(above);
      if (real === target || real.startsWith(target + sep)) return 'loop';
      if (above === this.root || above === dirname(above)) return 'directory';
    }
  }

  private async isInsideFolder(folder: string): Promise<boolean> {
    if (this.insideFolders.has(folder)) return true;
    const inside = await this.isInside(await this.realFolder(folder));
    if (inside) this.insideFolders.add(folder);
    return inside;
  }

  private async isInside(real: string): Promise<boolean> {
    const root = await this.realFolder(this.root);
    return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
  }

  private realFolder(folder: string): Promise<string> {
    let real = this.realFolders.get(folder);
    if (real === undefined) {
      real = fsPromises.realpath(folder).catch((error: unknown) => {
        this.realFolders.delete(folder);
        throw toHostError(error);
      });
      this.realFolders.set(folder, real);
    }
    return real;
  }
}

/** How a disk is asked. Rejects or throws with an error of the system. */
interface Disk {
  readText(path: string, flag: number | undefined): Promise<FileContent> | FileContent;
  readEntries(path: string): Promise<Dirent[]> | Dirent[];
}

/** Leaves the thread free meanwhile. */
const inBackground: Disk = {
  // The callback form is several times faster than that of `fs/promises`.
  readText: (path, flag) =>
    new Promise((resolve, reject) => {
      readFile(path, optionsFor(flag), (error, bytes) => {
        if (error === null) resolve(decodeFile(bytes));
        else reject(error);
      });
    }),
  readEntries: (path) => fsPromises.readdir(path, { withFileTypes: true }),
};

/** Blocks the thread; several times faster again for many small files, which Node opens, reads and decodes in one step. */
export const atOnce: Disk = {
  readText: (path, flag) => {
    const text = readFileSync(path, { ...optionsFor(flag), encoding: 'utf8' });
    // Only where a character was replaced may the bytes be no UTF-8.
    return text.includes('\ufffd')
      ? decodeFile(readFileSync(path, optionsFor(flag)))
      : { text, invalidByte: undefined };
  },
  readEntries: (path) => readdirSync(path, { withFileTypes: true }),
};

/** Numeric flags are documented, but the type declarations know texts only. */
function optionsFor(flag: number | undefined): { flag?: string } {
  return flag === undefined ? {} : { flag: flag as unknown as string };
}

/** A file of which it is not known whether it is UTF-8. */
export function decodeFile(bytes: Buffer): FileContent {
  return isUtf8(bytes) ? { text: bytes.toString('utf8'), invalidByte: undefined } : decodeUtf8(bytes);
}

function toHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new HostError('not-found', t('there is no such file'));
  const reasons: Readonly<Record<string, string>> = {
    EACCES: t('permission is denied'),
    EPERM: t('permission is denied'),
    EISDIR: t('it is a folder'),
  };
  return new HostError('unreadable', reasons[code ?? ''] ?? (error instanceof Error ? error.message : String(error)));
}
