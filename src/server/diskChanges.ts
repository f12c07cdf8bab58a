import type { DiskView } from '../core/docset/diskView';
import type { Repository } from '../core/docset/repository';
import { isSkipped } from '../core/docset/walk';
import { basename, dirname, isInFolder, isMarkdown, isYaml } from '../core/text/path';
import { atMost } from './atMost';
import type { FindingsFeed, OpenDocument } from './findingsFeed';

/** That something happened to a file or folder. */
export interface DiskChange {
  /** Root-relative. */
  readonly path: string;
  /** Whether it is said to have been there before, and to be there still. */
  readonly isChange: boolean;
}

/** What a session does when files change. */
export interface DiskFollower {
  /** A file that governs others changed. */
  governorChanged(path: string): Promise<void>;
  /** The text of an open document is to be taken over anew. */
  takeOpen(path: string): Promise<void>;
}

/**
 * Keeps a repository right as files come, change, move and go on disk. What is told may come late, twice or out of order, and
 * not of each file: it says where to look, and what is there then counts. Paths are root-relative.
 */
export class DiskChanges {
  /** For whatever else must not happen while changes are followed. */
  readonly inTurn = atMost(1);
  /** The files whose findings change with the batch at hand: docfx.json does with each file that comes, and is published once. */
  private readonly affected = new Set<string>();

  constructor(
    private readonly repository: Repository,
    private readonly open: ReadonlyMap<string, OpenDocument>,
    private readonly feed: FindingsFeed,
    private readonly follower: DiskFollower,
  ) {}

  /** Files or folders came, changed or went. Buffers win over them. */
  follow(changes: readonly DiskChange[]): Promise<void> {
    return this.inTurn(async () => {
      const disk = this.repository.files.onDisk();
      try {
        for (const change of changes) await this.followOne(change, disk);
      } finally {
        this.feed.publishEach(new Set(this.affected));
        this.affected.clear();
      }
    });
  }

  /** Resolves once the repository is as the disk was at the last change that was told of. */
  isFollowed(): Promise<void> {
    return this.inTurn(() => Promise.resolve());
  }

  private async followOne({ path, isChange }: DiskChange, disk: DiskView): Promise<void> {
    const { files } = this.repository;
    if (isSkipped(dirname(path))) {
      // No file of the repository, but perhaps a schema.
      if (!this.open.has(path) && this.repository.governsOthers(path)) await this.follower.governorChanged(path);
      return;
    }
    const state = await disk.stateOf(path);
    if (state === 'unknown') return;
    files.setIgnored(path, state === 'ignored');
    if (state === 'folder') {
      if (files.all().has(path)) await this.gone(path);
      // Folders change with every file in them, of which more is told.
      if (!isChange || !files.namesByFolder().has(path)) await this.lookInto(path);
      return;
    }
    // A file that is known was no folder.
    if (!files.all().has(path)) for (const file of this.filesBelow(path)) await this.gone(file);
    if (state === 'file') await this.there(path);
    else await this.gone(path);
    if (basename(path) !== '.gitignore') return;
    await this.lookInto('');
    this.feed.publishShown();
  }

  /** Watchers may miss what was made in a folder before they began to watch it. */
  private async lookInto(folder: string): Promise<void> {
    const now = new Set(await this.repository.files.walk(folder));
    const known = new Set(this.filesBelow(folder));
    for (const file of known) if (!now.has(file)) await this.gone(file);
    for (const file of now) if (!known.has(file)) await this.there(file);
  }

  private filesBelow(folder: string): string[] {
    return [...this.repository.files.all()].filter((file) => isInFolder(file, folder) && file !== folder);
  }

  /** A file is there, as it was or not. */
  private async there(path: string): Promise<void> {
    this.note(this.repository.add(path));
    if (!this.open.has(path)) {
      if (this.repository.governsOthers(path)) await this.follower.governorChanged(path);
      else if (hasLinks(path)) this.note(await this.read(path));
    }
    this.affected.add(path);
  }

  private async gone(path: string): Promise<void> {
    const governs = this.repository.governsOthers(path);
    this.note(this.repository.remove(path));
    if (this.open.has(path)) await this.follower.takeOpen(path);
    else if (governs) await this.follower.governorChanged(path);
    this.affected.add(path);
  }

  private note(affected: Iterable<string>): void {
    for (const path of affected) this.affected.add(path);
  }

  /** Reads a file that is not open: its findings count only where the build takes it. Returns whose findings change. */
  async read(path: string): Promise<ReadonlySet<string>> {
    const counts = this.feed.settings.enabled && this.repository.files.isChecked(path);
    const affected = await (counts ? this.repository.validateFile(path) : this.repository.readUnchecked(path));
    // What it brings along may not be known yet.
    if (isMarkdown(path)) await this.repository.includes.follow([path]);
    return affected;
  }
}

/** Whether a file is read for what it links to. */
export function hasLinks(path: string): boolean {
  return isMarkdown(path) || isYaml(path);
}
