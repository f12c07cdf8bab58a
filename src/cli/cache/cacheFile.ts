import { deserialize, serialize } from 'node:v8';
import { readKept, writeKept } from './files';

/** A file of a cache whose content holds as long as a key does. */
export class CacheFile<T> {
  /**
   * @param path absolute; need not be there
   * @param key of one line: what was kept under another one is not looked at
   */
  constructor(
    private readonly path: string,
    private readonly key: string,
  ) {}

  /** What is kept; `undefined` where there is nothing, or nothing under this key. */
  read(): T | undefined {
    const bytes = readKept(this.path, this.key);
    try {
      return bytes === undefined ? undefined : (deserialize(bytes) as T);
    } catch {
      // Damaged: as good as none.
      return undefined;
    }
  }

  write(content: T): void {
    writeKept(this.path, this.key, serialize(content));
  }
}
