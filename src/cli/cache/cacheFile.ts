import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
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
    if (bytes === undefined || bytes.length < sumLength) return undefined;
    const content = bytes.subarray(sumLength);
    // Damaged, as after a loss of power: as good as none.
    return bytes.readUInt32LE() === crc32(content) ? (deserialize(content) as T) : undefined;
  }

  write(content: T): void {
    const bytes = serialize(content);
    const sum = Buffer.alloc(sumLength);
    sum.writeUInt32LE(crc32(bytes));
    writeKept(this.path, this.key, Buffer.concat([sum, bytes]));
  }
}

/** Bytes in front of the content: its checksum. */
const sumLength = 4;
