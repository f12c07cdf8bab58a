import type { DirectoryEntry, FileContent, Host } from '../../core/host';
import type { Day } from '../../core/schema/day';

/** A host that remembers which files were asked for. */
export class RecordingHost implements Host {
  /** Root-relative; those that are not there included. */
  readonly asked = new Set<string>();

  constructor(private readonly host: Host) {}

  readFile(path: string): Promise<FileContent> {
    this.asked.add(path);
    return this.host.readFile(path);
  }

  readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    return this.host.readDirectory(path);
  }

  now(): Date {
    return this.host.now();
  }

  today(): Day {
    return this.host.today();
  }
}
