import { deserialize, serialize } from 'node:v8';
import * as zlib from 'node:zlib';
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
    // What is damaged, as after a loss of power, is as good as none.
    if (bytes.readUInt32LE() !== checksum(content)) return undefined;
    try {
      return deserialize(content) as T;
    } catch {
      return undefined;
    }
  }

  write(content: T): void {
    const bytes = serialize(content);
    const sum = Buffer.alloc(sumLength);
    sum.writeUInt32LE(checksum(bytes));
    writeKept(this.path, this.key, Buffer.concat([sum, bytes]));
  }
}

/** Bytes in front of the content: its checksum. */
const sumLength = 4;

/** Since Node 20.15: with older ones only damage that leaves no values to read is noticed. */
const { crc32 } = zlib as { readonly crc32?: (bytes: Uint8Array) => number };

function checksum(bytes: Uint8Array): number {
  return crc32?.(bytes) ?? 0;
}
