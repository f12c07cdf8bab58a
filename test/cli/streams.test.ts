import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { describe, it } from 'mocha';
import { main } from '../../src/cli/main';
import { article, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';
import { cliPath } from '../support/program';

const folder = createFolder({
  ...rootMark,
  ...Object.fromEntries(
    // More findings than the buffer of a pipe holds.
    Array.from({ length: 1000 }, (_, n) => [`a${n}.md`, article({ title: `Short ${n}`, description: `Short ${n}` })]),
  ),
});

describe('standard output', () => {
  it('may be closed by a reader that has seen enough', async () => {
    const child = spawn(process.execPath, [cliPath, 'check', '--fail-on', 'suggestion'], { cwd: folder.path });
    child.stdout.once('data', () => child.stdout.destroy());
    const ended = new Promise((settle) => child.on('close', settle));
    const stderr = await text(child.stderr);
    assert.equal(stderr, '1000 files checked: 0 errors, 0 warnings, 2000 suggestions, 0 info.\n');
    assert.equal(await ended, 1);
  });

  it('that cannot be written ends with 2 and one sentence', async function () {
    // Linux alone has a device that is always full.
    if (!existsSync('/dev/full')) this.skip();
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [cliPath, 'check'], { cwd: folder.path, stdio: ['ignore', full, 'pipe'] });
    const ended = new Promise((settle) => child.on('close', settle));
    assert.ok(child.stderr);
    const stderr = await text(child.stderr);
    closeSync(full);
    assert.match(stderr, /^(?:\d+ files checked: [^\n]+\n)?The results cannot be written: ENOSPC[^\n]+\n$/);
    assert.equal(await ended, 2);
  });
});

describe('an internal failure', () => {
  async function fail(...options: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    const written = { stdout: '', stderr: '' };
    const code = await main(['check', '-', '--stdin-filename', 'a1.md', ...options], {
      cwd: folder.path,
      stdout: (output) => (written.stdout += output),
      stderr: (output) => (written.stderr += output),
      stderrIsTerminal: false,
      readStdin: () => Promise.reject(new Error('the wire was cut')),
      env: {},
    });
    return { code, ...written };
  }

  it('ends with 2 and one sentence', async () => {
    assert.deepEqual(await fail(), {
      code: 2,
      stdout: '',
      stderr: 'Internal failure: the wire was cut. Run again with --debug and report it.\n',
    });
  });

  it('shows its stack with --debug', async () => {
    const { code, stderr } = await fail('--debug');
    assert.equal(code, 2);
    assert.match(stderr, /^Error: the wire was cut\n {4}at /);
  });
});
