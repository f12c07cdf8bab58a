/** A crash now and then is worth a restart; a server that keeps crashing would only keep the machine busy. */
export const maxRestarts = 4;
export const windowMinutes = 3;

export interface RestartPolicy {
  /** Takes note of a crash at this time (milliseconds) and says whether to start the server again. */
  readonly crashed: (now: number) => boolean;
  /** Forgets earlier crashes, because a person asked for the restart. */
  readonly reset: () => void;
}

export function createRestartPolicy(): RestartPolicy {
  let crashes: number[] = [];
  return {
    crashed: (now) => {
      crashes = [...crashes.filter((time) => now - time < windowMinutes * 60_000), now];
      return crashes.length <= maxRestarts;
    },
    reset: () => {
      crashes = [];
    },
  };
}
