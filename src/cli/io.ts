/** What the command line asks of its process. Tests hand in their own. */
export interface Io {
  /** Absolute path that relative ones start from. */
  readonly cwd: string;
  stdout(text: string): void;
  stderr(text: string): void;
  /** Whether a person watches standard error: only then is progress shown. */
  readonly stderrIsTerminal: boolean;
  readStdin(): Promise<string>;
  /** Asks a question that is answered with yes or no; left out where nobody is there to answer. */
  readonly confirm?: ((question: string) => Promise<boolean>) | undefined;
  /** Variables of the environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** 0: nothing at or above the threshold; 1: findings; 2: the program could not do what was asked. */
export type ExitCode = 0 | 1 | 2;

/** Something the user can put right: one sentence, no stack trace, exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
