import type { Repository } from '../core/docset/repository';
import { isSkipped } from '../core/docset/walk';
import { isInFolder, isMarkdown, isYaml } from '../core/text/path';
import type { FindingsFeed, OpenDocument } from './findingsFeed';

export type DiskChange = 'created' | 'changed' | 'deleted';

/** Keeps a repository right as files come, change, move and go on disk. Paths are root-relative. */
export class DiskChanges {
  /** @param governorChanged told of a file that governs others */
  constructor(
    private readonly repository: Repository,
    private readonly open: ReadonlyMap<string, OpenDocument>,
    private readonly feed: FindingsFeed,
    private readonly governorChanged: (path: string) => Promise<void>,
  ) {}

  /** A file or folder changed on disk. Buffers win over it. */
  async changed(path: string, change: DiskChange): Promise<void> {
    if (change === 'deleted') await this.folderGone(path);
    else if (await this.isNewFolder(path)) return this.folderCame(path);
    else this.feed.publishEach(this.repository.add(path));
    if (this.open.has(path) && change !== 'deleted') return;
    if (this.repository.governsOthers(path)) {
      await this.governorChanged(path);
    } else if (hasLinks(path)) {
      const gone = change === 'deleted' && !this.open.has(path);
      this.feed.publishEach(gone ? this.repository.remove(path) : await this.read(path));
    } else if (change === 'deleted') this.feed.publishEach(this.repository.remove(path));
    this.feed.publish(path);
  }

  private async isNewFolder(path: string): Promise<boolean> {
    const { files } = this.repository;
    return !files.all().has(path) && !isSkipped(path) && files.hasFolder(path);
  }

  /** Watchers may miss what was made in a folder before they began to watch it. */
  private async folderCame(folder: string): Promise<void> {
    if (this.repository.files.isIgnoredByGit(folder)) return;
    const known = this.repository.files.all();
    for (const file of await this.repository.files.walk(folder))
      if (!known.has(file)) await this.changed(file, 'created');
  }

  /** Watchers may tell late: a folder may be there again. */
  private async folderGone(folder: string): Promise<void> {
    const files = this.filesBelow(folder);
    if (files.length === 0 || (await this.repository.files.hasFolder(folder))) return;
    for (const file of files) await this.changed(file, 'deleted');
  }

  /** Of a folder. */
  private filesBelow(folder: string): string[] {
    const files = this.repository.files.all();
    return files.has(folder) ? [] : [...files].filter((file) => isInFolder(file, folder));
  }

  /**
   * A file or folder was moved; `to` is `undefined` where it left the repository. Watchers tell of single files alone, not
   * of those in a folder.
   */
  async moved(from: string, to: string | undefined): Promise<void> {
    for (const path of this.repository.files.all().has(from) ? [from] : this.filesBelow(from)) {
      const governs = this.repository.governsOthers(path);
      this.feed.publishEach(this.repository.remove(path));
      if (governs) await this.governorChanged(path);
      this.feed.publish(path);
      if (to !== undefined) await this.changed(`${to}${path.slice(from.length)}`, 'created');
    }
  }

  /** Reads a file that is not open: its findings count only where the build takes it. Returns whose findings change. */
  async read(path: string): Promise<ReadonlySet<string>> {
    const counts = this.feed.settings.enabled && this.repository.files.isChecked(path);
    return counts ? this.repository.validateFile(path) : this.repository.readUnchecked(path);
  }
}

/** Whether a file is read for what it links to. */
export function hasLinks(path: string): boolean {
  return isMarkdown(path) || isYaml(path);
}
