import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRegistry, type IGrammarConfig } from 'vscode-tmgrammar-test/dist/common/index.js';

// Tests run from the repository root.
const cache = '.vscode-test';

/** The extensions of the VS Code that the tests inside VS Code installed; `undefined` where they have not run yet. */
export function installedExtensions(): string | undefined {
  const versions = existsSync(cache) ? readdirSync(cache).filter((name) => /^vscode-\d+\.\d+\.\d+$/.test(name)) : [];
  return versions
    .map((version) => join(cache, version, 'node_modules', 'code-server', 'lib', 'vscode', 'extensions'))
    .find((folder) => existsSync(folder));
}

export type Registry = ReturnType<typeof createRegistry>;

/** The grammars of these extensions with ours among them, as VS Code puts them together. */
export function grammarsWith(extensions: string): Registry {
  const folders = readdirSync(extensions).map((name) => join(extensions, name));
  return createRegistry([...folders, '.'].flatMap(grammarsIn));
}

/** Markdown's grammar, without a word on languages of code blocks that VS Code has no grammar for. */
export async function loadMarkdown(registry: Registry): ReturnType<Registry['loadGrammar']> {
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
  return (contributes?.grammars ?? []).map((grammar) => ({ ...grammar, path: join(folder, grammar.path) }));
}

interface Theme {
  readonly include?: string;
  readonly tokenColors?: readonly ThemeRule[];
  readonly colors?: Readonly<Record<string, string>>;
}

export interface ThemeRule {
  readonly scope?: string | string[];
  readonly settings: { readonly foreground?: string; readonly fontStyle?: string };
}

/** The rules of a theme file, those of the file that it builds on first, and its colour of plain text. */
export function readTheme(folder: string, name: string): { readonly rules: ThemeRule[]; readonly plain: string } {
  const { include, tokenColors = [], colors = {} } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Theme;
  const base = include === undefined ? { rules: [], plain: '' } : readTheme(folder, include);
  return { rules: [...base.rules, ...tokenColors], plain: colors['editor.foreground'] ?? base.plain };
}
