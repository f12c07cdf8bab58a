/** Longest stretch of work, in milliseconds, between two looks at what the editor asks meanwhile. */
const sliceMs = 8;

/** Work for later, done in short slices so that no keystroke waits for it. What is asked for twice is done once. */
export class SlicedWork<T> {
  private readonly waiting = new Set<T>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly work: (item: T) => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  add(items: Iterable<T>): void {
    for (const item of items) this.waiting.add(item);
    if (this.waiting.size > 0) this.timer ??= setTimeout(this.slice);
  }

  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting.clear();
  }

  private readonly slice = (): void => {
    this.timer = undefined;
    const end = performance.now() + sliceMs;
    for (const item of this.waiting) {
      this.waiting.delete(item);
      try {
        this.work(item);
      } catch (error) {
        this.failed(error);
      }
      if (performance.now() >= end) break;
    }
    this.add([]);
  };
}
