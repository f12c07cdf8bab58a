import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { before, describe, it } from 'mocha';
import { version } from '../../package.json';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Folder } from '../support/folder';

/** Runs a program to its end and gives what it prints. Throws with what it says where it fails otherwise than expected. */
function run(folder: Folder, program: string, args: readonly string[], expected = 0): string {
  // On Windows npm and npx are scripts, which a shell must run.
  const shell = process.platform === 'win32';
  const { status, stdout, stderr, error } = spawnSync(program, [...args], {
    cwd: folder.path,
    encoding: 'utf8',
    shell,
  });
  if (error !== undefined) throw error;
  assert.equal(status, expected, stdout + stderr);
  return stdout;
}

describe('The npm package', function () {
  this.timeout(120_000);
  let folder: Folder;

  before(() => {
    folder = createFolder({
      'package.json': '{"private":true}',
      'docs/docfx.json': docfx(),
      '.dynamics-docs.json': '{"rules":{"description-missing":"off"}}',
      'docs/a.md': article({ 'ms.date': '2025-10-29' }),
      'docs/b.md': `${article({ title: 'Record other time on a project', description: undefined })}\n[!INCLUDE [part](includes/part.md)]\n`,
      'docs/includes/part.md': 'A *part*.\n',
      ...rootMark,
    });
    const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder.path];
    run({ ...folder, path: resolve('.') }, 'npm', pack);
    // Offline: what it needs must be in it.
    const file = `dynamics-docs-${version}.tgz`;
    run(folder, 'npm', [
      'install',
      '--offline',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--silent',
      `./${file}`,
    ]);
  });

  it('needs no other package', () => {
    assert.deepEqual(
      readdirSync(folder.at('node_modules')).filter((name) => !name.startsWith('.')),
      ['dynamics-docs'],
    );
  });

  it('holds every bundle that the program may load', async () => {
    const { commandLineBundles } = (await import(pathToFileURL(resolve('scripts/lib/bundles.mjs')).href)) as {
      commandLineBundles: readonly string[];
    };
    const shared = ['dist/server.js', 'dist/schemaCompiler.js'];
    const files = readdirSync(folder.at('node_modules/dynamics-docs/dist')).map((name) => `dist/${name}`);
    assert.deepEqual(
      files.filter((name) => name.endsWith('.js')),
      [...commandLineBundles, ...shared].sort(),
    );
  });

  it('has the translations of the language server', () => {
    assert.ok(existsSync(folder.at('node_modules/dynamics-docs/l10n/bundle.l10n.de.json')));
  });

  it('has the program', () => {
    assert.equal(run(folder, 'npx', ['--no', '--', 'dynamics-docs', '--version']).trim(), version);
    const found = run(folder, 'npx', ['--no', '--', 'dynamics-docs', 'check', 'docs', '--fail-on', 'warning'], 1);
    assert.match(found, /^docs\/a\.md:6:10: warning ms-date-invalid /);
    assert.match(run(folder, 'npx', ['--no', '--', 'dynamics-docs', 'render', 'docs/b.md']), /A <em>part<\/em>/);
    assert.match(
      run(folder, 'npx', ['--no', '--', 'dynamics-docs', 'check', '--format', 'sarif']),
      /"version":"2\.1\.0"/,
    );
    assert.match(
      run(folder, 'npx', ['--no', '--', 'dynamics-docs', 'report', '--output', '-', 'docs']),
      /^<!doctype html>/i,
    );
    // Its input ends at once.
    assert.equal(run(folder, 'npx', ['--no', '--', 'dynamics-docs', 'mcp']), '');
  });

  it('can be required and imported, and says why something cannot be done', () => {
    folder.write({
      'use.mjs': `import { check, metadata, render, DynamicsDocsError } from 'dynamics-docs';
const { counts, diagnostics } = await check('docs');
const { metadata: values } = await metadata('docs/a.md');
const html = await render('docs/b.md', { format: 'markdown' });
const refused = await check('nowhere').catch((error) => [error instanceof DynamicsDocsError, error.message]);
console.log(JSON.stringify([counts.warning, diagnostics[0].code, values['ms.topic'].value, html.includes('A *part*.'), refused]));
`,
      'use.cjs':
        "require('dynamics-docs').check(['docs/b.md'], { cwd: __dirname }).then(({ files }) => console.log(files));\n",
    });
    assert.deepEqual(JSON.parse(run(folder, process.execPath, ['use.mjs'])), [
      1,
      'ms-date-invalid',
      'how-to',
      true,
      [true, "There is no file or folder 'nowhere'."],
    ]);
    assert.equal(run(folder, process.execPath, ['use.cjs']), '1\n');
  });

  it('has types', () => {
    folder.write({
      'use.ts': `import { check, type CheckReport } from 'dynamics-docs';
export const report: Promise<CheckReport> = check('docs', { fix: true });
// @ts-expect-error There is no such option.
export const wrong = check('docs', { fixes: true });
`,
    });
    const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022'];
    run(folder, process.execPath, [resolve('node_modules/typescript/bin/tsc'), ...options, 'use.ts']);
  });
});
