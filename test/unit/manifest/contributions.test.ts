import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { checkCommandSetting, clientId, commandIds, docsetFileContextKey, viewIds } from '../../../src/extension/names';
import { contributes, manifest, settings, translated } from './manifest';

// Tests run from the repository root.
const readme = readFileSync('README.md', 'utf8');

describe('manifest: commands', () => {
  it('contributes exactly the commands that have a handler', () => {
    const contributed = contributes.commands.map(({ command }) => command).sort();
    assert.deepEqual(contributed, Object.values(commandIds).sort());
  });

  for (const { command, title, category } of contributes.commands) {
    it(`${command} has a title, the category and a place in the palette under a condition`, () => {
      translated(title);
      assert.equal(translated(category), 'Dynamics Docs');
      const inPalette = contributes.menus.commandPalette.filter((entry) => entry.command === command);
      assert.equal(inPalette.length, 1);
      assert.ok((inPalette[0]?.when ?? '') !== '', 'no when');
    });
  }

  it('lists no other command in the palette', () => {
    assert.equal(contributes.menus.commandPalette.length, contributes.commands.length);
  });

  it('are called in the README as in the palette, and all are there', () => {
    const hidden = new Set(
      contributes.menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command),
    );
    const shown = contributes.commands.filter(({ command }) => !hidden.has(command)).map(({ title }) => title);
    const named = [...readme.matchAll(/\*\*Dynamics Docs: ([^*]+)\*\*/g)].map(([, title = '']) => title);
    assert.deepEqual([...new Set(named)].sort(), shown.map(translated).sort());
  });
});

describe('manifest: views', () => {
  it('contributes those that are created, each shown for a docset and with a welcome', () => {
    assert.deepEqual(
      contributes.views.explorer.map(({ id, when }) => [id, when]),
      Object.values(viewIds).map((id) => [id, docsetFileContextKey]),
    );
    for (const { name } of contributes.views.explorer) translated(name);
    assert.deepEqual(
      contributes.viewsWelcome.map(({ view }) => view),
      Object.values(viewIds),
    );
    for (const { contents } of contributes.viewsWelcome) translated(contents);
  });
});

describe('manifest: settings', () => {
  for (const [name, setting] of settings) {
    it(`${name} has a scope, a default and a description`, () => {
      assert.ok(name.startsWith(`${clientId}.`));
      assert.ok(['resource', 'window', 'machine', 'application'].includes(setting.scope ?? ''), 'no scope');
      assert.ok('default' in setting, 'no default');
      assert.ok(setting.type !== undefined, 'no type');
      translated(setting.markdownDescription ?? setting.description);
    });
  }

  it('are all in the README, and no others', () => {
    const named = [...readme.matchAll(/`(dynamicsDocs\.[\w.]+)`/g)].map(([, name]) => name);
    assert.deepEqual([...new Set(named)].sort(), settings.map(([name]) => name).sort());
  });

  it('restricts the settings that name schema files and a program to trusted workspaces', () => {
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    assert.deepEqual(restrictedConfigurations, ['dynamicsDocs.metadataSchema', `${clientId}.${checkCommandSetting}`]);
    const names = settings.map(([name]) => name);
    assert.ok(restrictedConfigurations.every((name) => names.includes(name)));
  });
});
