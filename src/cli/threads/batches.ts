const size = 16;
const nobody = 0;

/**
 * Files in batches that threads share out among themselves: whoever is free claims the next one. The owners are in memory
 * that all threads see.
 */
export class Batches {
  private readonly owners: Int32Array;

  /** @param memory of `memoryFor(paths.length)` bytes, all 0 */
  constructor(
    private readonly paths: readonly string[],
    memory: SharedArrayBuffer,
  ) {
    this.owners = new Int32Array(memory);
  }

  static memoryFor(files: number): SharedArrayBuffer {
    return new SharedArrayBuffer(Math.ceil(files / size) * Int32Array.BYTES_PER_ELEMENT);
  }

  get count(): number {
    return this.owners.length;
  }

  /** Whether a batch is now the caller's, who is told from others by a number from 1. Nobody gets it a second time. */
  claim(batch: number, owner: number): boolean {
    return Atomics.compareExchange(this.owners, batch, nobody, owner) === nobody;
  }

  pathsOf(batch: number): readonly string[] {
    return this.paths.slice(batch * size, (batch + 1) * size);
  }
}
