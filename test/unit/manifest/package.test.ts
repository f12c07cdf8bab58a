import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { displayName } from '../../../src/extension/names';
import { contributes, manifest, manifestText, strings, translated } from './manifest';

describe('manifest: strings', () => {
  const used = [...manifestText.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? '');

  it('has a text for every key', () => {
    for (const key of used) translated(`%${key}%`);
  });

  it('uses every text', () => {
    assert.deepEqual(
      Object.keys(strings).filter((key) => !used.includes(key)),
      [],
    );
  });

  it('calls the extension what the source calls it', () => {
    assert.equal(manifest.name, 'dynamics-docs');
    assert.equal(translated(manifest.displayName), displayName);
  });
});

describe('manifest: files', () => {
  const named = [...contributes.jsonValidation.map(({ url }) => url), ...contributes.snippets.map(({ path }) => path)];
  for (const file of [manifest.icon, ...named]) {
    it(`${file} exists`, () => {
      assert.ok(existsSync(file));
    });
  }

  it('ships every folder that it names a file of', () => {
    const shipped = readFileSync('.vscodeignore', 'utf8').split('\n');
    for (const file of named) assert.ok(shipped.includes(`!${file.split('/')[1] ?? ''}/**`), file);
  });

  it('contributes its snippets for Markdown', () => {
    assert.deepEqual(contributes.snippets, [{ language: 'markdown', path: './snippets/markdown.json' }]);
  });

  it('has its entry points where the build puts them', function () {
    // Skipped, visibly, where nothing has been built yet.
    if (!existsSync('dist')) this.skip();
    for (const file of [manifest.main, manifest.browser, 'dist/server.js', 'dist/browser/server.js']) {
      assert.ok(existsSync(file), `${file} is missing`);
    }
  });

  it('has an icon of 256 by 256 pixels', () => {
    const png = readFileSync(manifest.icon);
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [256, 256]);
  });
});

describe('manifest: hosts', () => {
  it('is activated by Markdown and by a schema that names itself one of ours, and by nothing eager', () => {
    assert.deepEqual(manifest.activationEvents, ['onLanguage:markdown', 'onFileSystem:urn']);
  });

  it('works in virtual workspaces', () => {
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
  });

  it('supports exactly the VS Code whose interface it is compiled against', () => {
    const types = JSON.parse(readFileSync('node_modules/@types/vscode/package.json', 'utf8')) as { version: string };
    const [major, minor] = types.version.split('.');
    assert.equal(manifest.engines.vscode, `^${major}.${minor}.0`);
  });
});
