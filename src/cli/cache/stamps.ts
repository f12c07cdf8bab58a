import { statSync } from 'node:fs';
import { unlessRefused } from './files';

/** Some disks count in steps of two seconds: a file that changed just now may change again and look the same. */
const slowestClockMs = 2000;

/** Stands for a file that is not there. */
const absent = '-';

/** Tells the states of the files of a folder apart, each asked for once. */
export class Stamps {
  private readonly asked = new Map<string, string | undefined>();

  /**
   * @param root absolute path of the folder
   * @param now milliseconds since 1970: before anything is read of the files
   */
  constructor(
    private readonly root: string,
    private readonly now: number = Date.now(),
  ) {}

  /**
   * What tells one state of a file from every other: size, times and place on disk. The time of the last change of its entry
   * cannot be set back, as that of its content can. `undefined` where it cannot be told yet.
   *
   * @param path relative to the root
   */
  of(path: string): string | undefined {
    const known = this.asked.get(path);
    if (known !== undefined || this.asked.has(path)) return known;
    const stamp = this.ask(path);
    this.asked.set(path, stamp);
    return stamp;
  }

  private ask(path: string): string | undefined {
    // At once: many thousand small questions take several times longer in the background.
    return unlessRefused(() => {
      const stats = statSync(`${this.root}/${path}`, { throwIfNoEntry: false });
      if (stats === undefined) return absent;
      const { size, mtimeMs, ctimeMs, ino } = stats;
      const isSettled = Math.max(mtimeMs, ctimeMs) <= this.now - slowestClockMs;
      return isSettled ? `${size} ${mtimeMs} ${ctimeMs} ${ino}` : undefined;
    });
  }
}
