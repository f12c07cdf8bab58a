import { text } from 'node:stream/consumers';

/** Enter alone means yes; the end of input means no. */
async function confirm(question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    terminal.once('SIGINT', () => process.exit(130));
    terminal.once('close', () => {
      resolve(false);
    });
    terminal.question(`${question} [Y/n] `, (answer) => {
      resolve(/^(?:y|yes)?$/i.test(answer.trim()));
      terminal.close();
    });
  });
}

/** Runs as a thread that helps another. */
export async function runThread(): Promise<void> {
  const { readForMainThread } = await import('./threads/thread');
  await readForMainThread();
}

/** Runs the command line as this process. Loads what this needs, and a thread does not. */
export async function runProgram(): Promise<void> {
  const { main } = await import('./main');
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    // A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
    if (code === 'EPIPE') return;
    process.stderr.write(`The results cannot be written: ${message}.\n`);
    process.exit(2);
  });
  // Nobody is left to tell.
  process.stderr.on('error', () => undefined);
  process.exitCode = await main(process.argv.slice(2), {
    cwd: process.cwd(),
    stdout: (output) => process.stdout.write(output),
    stderr: (output) => process.stderr.write(output),
    stderrIsTerminal: process.stderr.isTTY,
    readStdin: () => text(process.stdin),
    // Asked late: opening standard input takes a part of every start.
    get confirm() {
      return process.stdin.isTTY && process.stderr.isTTY ? confirm : undefined;
    },
    env: process.env,
  });
}
