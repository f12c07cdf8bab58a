import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it } from 'mocha';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Folder } from '../support/folder';
import { cliPath } from '../support/program';

/** What `test/support/neovim.lua` saw. */
interface Report {
  readonly failure?: string;
  readonly findings: readonly object[];
  readonly actions: readonly string[];
  readonly text: readonly string[];
  readonly hover: string;
  readonly symbols: readonly object[];
}

/** Major and minor version of the Neovim of this machine; `undefined` without one. */
function neovimVersion(): readonly [number, number] | undefined {
  const { stdout, status } = spawnSync('nvim', ['--version'], { encoding: 'utf8' });
  const [, major, minor] = (status === 0 ? /^NVIM v(\d+)\.(\d+)/.exec(stdout) : null) ?? [];
  return major === undefined || minor === undefined ? undefined : [Number(major), Number(minor)];
}

/** The recipe of the documentation for this version. */
function recipe([major, minor]: readonly [number, number]): string {
  const from = major > 0 || minor >= 11 ? '0.11' : '0.7';
  const page = readFileSync('docs/editors.md', 'utf8').replaceAll('\r\n', '\n');
  const [, lua] = page.split(`<!-- test: neovim ${from} -->\n\n\`\`\`lua\n`);
  assert.ok(lua !== undefined, `docs/editors.md has no recipe for Neovim ${from}`);
  return lua.slice(0, lua.indexOf('```'));
}

/** Opens an article of a folder in Neovim, with the recipe as its configuration and our program as `dynamics-docs`. */
async function runNeovim(folder: Folder, file: string, lua: string): Promise<Report> {
  const home = createFolder({
    'init.lua': lua,
    'bin/dynamics-docs': `#!/bin/sh\nexec '${process.execPath}' '${cliPath}' "$@"\n`,
  });
  chmodSync(home.at('bin/dynamics-docs'), 0o755);
  const child = spawn(
    'nvim',
    ['--headless', '-u', home.at('init.lua'), file, '-S', resolve('test/support/neovim.lua')],
    {
      cwd: folder.path,
      // Nothing of the one who runs the tests.
      env: {
        PATH: [home.at('bin'), process.env.PATH].join(delimiter),
        HOME: home.path,
        XDG_CONFIG_HOME: home.path,
        XDG_DATA_HOME: home.path,
        XDG_STATE_HOME: home.path,
        REPORT: home.at('report.json'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 18_000,
    },
  );
  const ended = new Promise((settle) => child.on('close', settle));
  const [, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  assert.ok(existsSync(home.at('report.json')), `Neovim did not come to an end: ${stdout}${stderr}`);
  return JSON.parse(readFileSync(home.at('report.json'), 'utf8')) as Report;
}

describe('Neovim', () => {
  const version = process.platform === 'win32' ? undefined : neovimVersion();

  it('shows findings, repairs, hover and symbols with the recipe of the documentation', async function () {
    // Skipped, visibly, where it is not installed.
    if (version === undefined) this.skip();
    const wrong = article({ 'ms.date': '2025-10-29' });
    const folder = createFolder({ ...rootMark, 'docfx.json': docfx(), 'a.md': wrong });
    const { hover, ...report } = await runNeovim(folder, 'a.md', recipe(version));
    assert.deepStrictEqual(report, {
      findings: [{ line: 5, column: 9, code: 'ms-date-invalid', source: 'dynamics-docs', severity: 2 }],
      actions: ["Change '2025-10-29' to '10/29/2025'", "Turn off 'ms-date-invalid' in .dynamics-docs.json"],
      text: article({ 'ms.date': '10/29/2025' }).trimEnd().split('\n'),
      symbols: [{ name: '# Heading', children: [] }],
    });
    assert.match(hover, /ms\.date/);
    assert.strictEqual(readFileSync(folder.at('a.md'), 'utf8'), wrong);
  });
});
