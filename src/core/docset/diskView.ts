import { HostError, type DirectoryEntry, type Host } from '../host';
import { basename, dirname } from '../text/path';
import { isIgnored, isSkipped, withOwnIgnore, type IgnoreFile } from './walk';

/** What a path is to a walk: `unknown` where the disk gives no answer; `nothing` also for what is not walked. */
export type DiskState = 'file' | 'folder' | 'ignored' | 'nothing' | 'unknown';

interface Listing {
  readonly types: ReadonlyMap<string, DirectoryEntry['type']>;
  /** The rules that count in it, the innermost last. */
  readonly ignores: readonly IgnoreFile[];
}

/** What a walk would find on disk now, each folder looked at once. Make one for each time that something is told of it. */
export class DiskView {
  private readonly listings = new Map<string, Promise<Listing | DiskState>>();

  constructor(private readonly host: Host) {}

  /** @param path root-relative */
  async stateOf(path: string): Promise<DiskState> {
    if (path === '') return 'folder';
    const listing = await this.listingOf(dirname(path));
    if (typeof listing === 'string') return listing;
    const type = listing.types.get(basename(path));
    if (type === undefined || isSkipped(type === 'directory' ? path : dirname(path))) return 'nothing';
    if (isIgnored(listing.ignores, path, type === 'directory')) return 'ignored';
    if (type === 'directory') return 'folder';
    return type === 'file' ? 'file' : 'nothing';
  }

  private listingOf(folder: string): Promise<Listing | DiskState> {
    let listing = this.listings.get(folder);
    if (listing === undefined) this.listings.set(folder, (listing = this.list(folder)));
    return listing;
  }

  /** The listing of a folder that is walked, or else the state of all that may be in it. */
  private async list(folder: string): Promise<Listing | DiskState> {
    let ignores: readonly IgnoreFile[] = [];
    if (folder !== '') {
      const state = await this.stateOf(folder);
      if (state !== 'folder') return state === 'file' ? 'nothing' : state;
      const above = await this.listingOf(dirname(folder));
      if (typeof above !== 'string') ({ ignores } = above);
    }
    try {
      const entries = await this.host.readDirectory(folder);
      const types = new Map(entries.map(({ name, type }) => [name, type]));
      return { types, ignores: await withOwnIgnore(this.host, folder, entries, ignores) };
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return error.reason === 'not-found' ? 'nothing' : 'unknown';
    }
  }
}
