import { text } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { main } from './main';

// A check is over before most of what V8 optimizes pays off: a third of its time went there. What is really hot, in a repository
// of many thousand articles, is optimized all the same. A server lives long. Node 20 alone: the V8 of newer ones has other flags
// and complains about this one.
if (process.argv[2] !== 'lsp' && process.versions.v8.startsWith('11.'))
  setFlagsFromString('--interrupt-budget=2000000');

process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  // A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
  if (code === 'EPIPE') return;
  process.stderr.write(`The results cannot be written: ${message}.\n`);
  process.exit(2);
});
// Nobody is left to tell.
process.stderr.on('error', () => undefined);

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

void main(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: (output) => process.stdout.write(output),
  stderr: (output) => process.stderr.write(output),
  stderrIsTerminal: process.stderr.isTTY,
  readStdin: () => text(process.stdin),
  confirm: process.stdin.isTTY && process.stderr.isTTY ? confirm : undefined,
  env: process.env,
}).then((code) => {
  process.exitCode = code;
});
