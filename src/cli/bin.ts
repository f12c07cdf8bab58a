import { text } from 'node:stream/consumers';
import { main } from './main';

void main(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: (output) => process.stdout.write(output),
  stderr: (output) => process.stderr.write(output),
  stderrIsTerminal: process.stderr.isTTY,
  readStdin: () => text(process.stdin),
}).then((code) => {
  process.exitCode = code;
});
