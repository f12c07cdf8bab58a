import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { main } from '../../src/cli/main';
import { article, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';

/** What a terminal takes to clear the rest of a line. */
const clear = '\u001b[K';

describe('check on a terminal', () => {
  const folder = createFolder({
    ...rootMark,
    ...Object.fromEntries(
      Array.from({ length: 400 }, (_, n) => [
        `a${n}.md`,
        article({ title: `Record time on project number ${n}`, description: undefined, 'ms.date': 'x' }),
      ]),
    ),
  });

  async function run(stderrIsTerminal: boolean): Promise<{ code: number; stdout: string; stderr: string }> {
    const written = { stdout: '', stderr: '' };
    const code = await main(['check'], {
      cwd: folder.path,
      stdout: (text) => (written.stdout += text),
      stderr: (text) => (written.stderr += text),
      stderrIsTerminal,
      readStdin: () => Promise.resolve(''),
      env: {},
    });
    return { code, ...written };
  }

  it('counts up on a line of its own, which it clears before the results', async () => {
    const { code, stdout, stderr } = await run(true);
    assert.equal(code, 0);
    assert.equal(stdout.split('\n').length, 801);
    assert.ok(!stdout.includes('\r') && !stdout.includes(clear));
    assert.match(
      stderr.replaceAll(clear, '<clear>'),
      /^(\rChecking \d+ of 400 files<clear>)+\r<clear>400 files checked: 0 errors, 800 warnings, 0 suggestions, 0 info\.\n$/,
    );
  });

  it('shows no progress where standard error is no terminal', async () => {
    const { stderr } = await run(false);
    assert.equal(stderr, '400 files checked: 0 errors, 800 warnings, 0 suggestions, 0 info.\n');
  });
});
