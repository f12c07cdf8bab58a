import type { Io } from '../io';

/** A line that counts up on a terminal, at most some 20 times a second. */
export function createProgress(io: Io): { show: (done: number, all: number) => void; clear: () => void } {
  if (!io.stderrIsTerminal) return { show: () => undefined, clear: () => undefined };
  let shownAt = 0;
  return {
    show(done, all) {
      if (performance.now() - shownAt < 50) return;
      shownAt = performance.now();
      io.stderr(`\rChecking ${done} of ${all} files\u001b[K`);
    },
    clear: () => {
      if (shownAt > 0) io.stderr('\r\u001b[K');
    },
  };
}
