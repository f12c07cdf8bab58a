import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkCommandSetting, clientId, commandIds, docsetFileContextKey, viewIds } from '../../../src/extension/names';
import { contributes, manifest, settings, translated } from './manifest';

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

  it('restricts the settings that name schema files and a program to trusted workspaces', () => {
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    assert.deepEqual(restrictedConfigurations, ['dynamicsDocs.metadataSchema', `${clientId}.${checkCommandSetting}`]);
    const names = settings.map(([name]) => name);
    assert.ok(restrictedConfigurations.every((name) => names.includes(name)));
  });
});
