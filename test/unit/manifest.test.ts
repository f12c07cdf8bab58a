import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { toolDescriptions } from '../../src/cli/mcp/descriptions';
import {
  checkCommandSetting,
  clientId,
  commandIds,
  diagnosticCollection,
  displayName,
  docsetFileContextKey,
  problemMatcher,
  taskType,
  toolNames,
  viewIds,
  walkthroughId,
} from '../../src/extension/names';

interface Setting {
  readonly type?: string | readonly string[];
  readonly default?: unknown;
  readonly scope?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
}

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly when?: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly displayName: string;
  readonly engines: { readonly vscode: string };
  readonly icon: string;
  readonly main: string;
  readonly browser: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly virtualWorkspaces: boolean;
    readonly untrustedWorkspaces: { readonly supported: string; readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly views: {
      readonly explorer: readonly { readonly id: string; readonly name: string; readonly when: string }[];
    };
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly title: string;
      readonly description: string;
      readonly steps: readonly Step[];
    }[];
    readonly menus: { readonly commandPalette: readonly { readonly command: string; readonly when?: string }[] };
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly jsonValidation: readonly { readonly fileMatch: string | readonly string[]; readonly url: string }[];
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
    readonly problemMatchers: readonly {
      readonly name: string;
      readonly owner: string;
      readonly severity: string;
      readonly pattern: { readonly regexp: string };
    }[];
    readonly languageModelTools: readonly {
      readonly name: string;
      readonly toolReferenceName: string;
      readonly displayName: string;
      readonly userDescription: string;
      readonly modelDescription: string;
      readonly icon: string;
      readonly canBeReferencedInPrompt: boolean;
      readonly when: string;
      readonly inputSchema: { readonly required: readonly string[]; readonly properties: object };
    }[];
    readonly taskDefinitions: readonly {
      readonly type: string;
      readonly required: readonly string[];
      readonly properties: Readonly<Record<string, { readonly description: string }>>;
      readonly when: string;
    }[];
  };
}

// Tests run from the repository root.
const manifestText = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(manifestText) as Manifest;
const strings = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const { contributes } = manifest;
const settings = Object.entries(contributes.configuration.properties);

/** The text behind `%key%`; anything else is a string that cannot be translated. */
function translated(value: string | undefined): string {
  const key = /^%(.+)%$/.exec(value ?? '')?.[1];
  assert.ok(key !== undefined, `${String(value)} is not a key of package.nls.json`);
  const text = strings[key];
  assert.ok(text !== undefined && text.trim() !== '', `package.nls.json has no text for ${key}`);
  return text;
}

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

describe('manifest: walkthrough', () => {
  const [walkthrough, ...others] = contributes.walkthroughs;
  const steps = walkthrough?.steps ?? [];
  /** Commands of VS Code that the steps may use. */
  const builtIn = [
    'markdown.showPreview',
    'markdown.showPreviewToSide',
    'workbench.action.files.openFolder',
    'workbench.action.quickOpen',
    'workbench.actions.view.problems',
  ];
  const commands: readonly string[] = [...contributes.commands.map(({ command }) => command), ...builtIn];

  it('is the one that the command opens', () => {
    assert.deepStrictEqual([walkthrough?.id, others], [walkthroughId, []]);
    translated(walkthrough?.title);
    translated(walkthrough?.description);
  });

  it('has five steps, with a folder and without', () => {
    for (const hidden of ['workspaceFolderCount == 0', 'workspaceFolderCount != 0'])
      assert.strictEqual(steps.filter(({ when }) => when !== hidden).length, 5);
  });

  for (const { id, title, description, media, completionEvents } of steps) {
    it(`${id} has its words, a picture, and commands that exist`, () => {
      translated(title);
      translated(media.altText);
      assert.ok(existsSync(media.svg));
      const linked = [...translated(description).matchAll(/\]\(command:([\w.]+)/g)].map((match) => match[1] ?? '');
      assert.ok(linked.length > 0, 'no button');
      const completing = completionEvents.flatMap((event) => /^onCommand:(.+)$/.exec(event)?.[1] ?? []);
      assert.deepStrictEqual(
        [...linked, ...completing].filter((command) => !commands.includes(command)),
        [],
      );
    });
  }

  it('draws with the colours of the theme alone, in what VS Code lets through', () => {
    for (const { media } of steps) {
      const svg = readFileSync(media.svg, 'utf8');
      // Its policy for the content of the page stops styles and what is loaded from elsewhere.
      assert.ok(!/<style|\sstyle=|<script|href=|<image/.test(svg), media.svg);
      const colours = [...svg.matchAll(/\s(?:fill|stroke)="([^"]*)"/g)].map((match) => match[1] ?? '');
      assert.deepStrictEqual(
        colours.filter((colour) => colour !== 'none' && !colour.startsWith('var(--vscode-')),
        [],
        media.svg,
      );
    }
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

describe('manifest: problem matcher', () => {
  const matcher = contributes.problemMatchers[0]!;
  const groups = (line: string): string[] | undefined => new RegExp(matcher.pattern.regexp).exec(line)?.slice(1);

  it('reads a line of the text format', () => {
    assert.deepEqual(groups("articles/a b.md:2:7: warning ms-topic-invalid 'x' is not allowed: use concept."), [
      'articles/a b.md',
      '2',
      '7',
      'warning',
      'ms-topic-invalid',
      "'x' is not allowed: use concept.",
    ]);
    assert.equal(groups('C:\\docs\\a.md:1:1: error front-matter-missing Message')?.[0], 'C:\\docs\\a.md');
  });

  it('leaves other lines alone', () => {
    assert.equal(groups('931 files, 0 errors'), undefined);
    assert.equal(groups('a.md:1:1: note some-code Message'), undefined);
  });

  it('shows suggestions, a severity that VS Code does not know, as information', () => {
    assert.equal(matcher.severity, 'info');
  });

  it('is the one that tasks name', () => {
    assert.deepEqual(
      contributes.problemMatchers.map(({ name }) => name),
      [problemMatcher],
    );
  });

  it('keeps its findings apart from those of the language server', () => {
    assert.notEqual(matcher.owner, diagnosticCollection);
  });
});

describe('manifest: tasks', () => {
  const [definition, ...others] = contributes.taskDefinitions;

  it('are those that are provided, where programs can be run', () => {
    assert.deepEqual(
      [definition?.type, definition?.required, definition?.when, others],
      [taskType, ['task'], 'shellExecutionSupported', []],
    );
  });

  it('explain what can be set', () => {
    for (const { description } of Object.values(definition?.properties ?? {})) translated(description);
  });
});

describe('manifest: tools of agents', () => {
  const { languageModelTools: tools } = contributes;

  it('are those that have an answer, with the words of the server for other agents', () => {
    assert.deepEqual(
      tools.map(({ name, modelDescription }) => [name, modelDescription]),
      toolNames.map((name) => [name, toolDescriptions[name].description]),
    );
  });

  for (const tool of tools) {
    it(`${tool.name} keeps to the rules of VS Code`, () => {
      // Its own pattern for both names; the prefixes are reserved.
      assert.match(tool.name, /^(?!copilot_|vscode_)[\w-]+$/);
      assert.match(tool.toolReferenceName, /^[\w-]+$/);
      translated(tool.displayName);
      translated(tool.userDescription);
      assert.match(tool.icon, /^\$\([a-z-]+\)$/);
      const { canBeReferencedInPrompt, when, inputSchema } = tool;
      assert.deepEqual(
        [canBeReferencedInPrompt, when, inputSchema.required, Object.keys(inputSchema.properties)],
        [true, 'workspaceFolderCount != 0', ['path'], ['path']],
      );
    });
  }
});
