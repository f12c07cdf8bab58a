/** Documents that are being edited, each until its writer pauses. */
export class Pauses {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** @param onPause what is done then; by that time the document does not wait any more */
  constructor(private readonly onPause: (path: string) => void) {}

  /** An edit was made: the pause begins anew. Without a length of it `onPause` is called at once. */
  begin(path: string, milliseconds: number): void {
    clearTimeout(this.timers.get(path));
    const end = (): void => {
      this.timers.delete(path);
      this.onPause(path);
    };
    if (milliseconds === 0) end();
    else this.timers.set(path, setTimeout(end, milliseconds));
  }

  /** Those that wait. */
  paths(): readonly string[] {
    return [...this.timers.keys()];
  }

  /** Lets a document wait no longer, without doing anything for it. */
  forget(path: string): void {
    clearTimeout(this.timers.get(path));
    this.timers.delete(path);
  }

  clear(): void {
    for (const path of this.paths()) this.forget(path);
  }
}
