import { statSync } from 'node:fs';

/** Some disks count in steps of two seconds: a file that changed just now may change again and look the same. */
const slowestClockMs = 2000;

/**
 * What tells one state of a file from every other: size, times and place on disk. The time of the last change of its entry
 * cannot be set back, as that of its content can. `undefined` where it cannot be told yet, or there is no such file.
 *
 * @param path root-relative
 * @param now milliseconds since 1970
 */
export function stampOf(root: string, path: string, now: number): string | undefined {
  // At once: many thousand small questions take several times longer one after the other in the background.
  const stats = statSync(`${root}/${path}`, { throwIfNoEntry: false });
  if (stats === undefined || Math.max(stats.mtimeMs, stats.ctimeMs) > now - slowestClockMs) return undefined;
  return `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}`;
}
