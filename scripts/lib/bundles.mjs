import { join } from 'node:path';
import { root } from './paths.mjs';

const shim = (name) => join(root, 'scripts', 'shims', name);

/** gray-matter requires js-yaml for an engine that ours replaces: out of every bundle. */
export const aliases = { 'js-yaml': shim('js-yaml.mjs') };

const common = {
  absWorkingDir: root,
  bundle: true,
  target: 'es2022',
  alias: aliases,
  metafile: true,
  logLevel: 'warning',
  // Notices of the bundled packages are shipped in full beside the bundles.
  legalComments: 'none',
};

const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // ES modules where a package has them: they leave out what is not used.
  mainFields: ['module', 'main'],
};

const browser = {
  ...common,
  platform: 'browser',
  alias: { ...aliases, fs: shim('fs.mjs') },
  inject: [shim('buffer.mjs')],
};

/** The programs of Node share one bundle, as they share nearly all of their code. */
const programs = {
  'dist/cli.js': { name: 'cli', entry: './src/cli/bin.ts', shebang: true },
  'dist/server.js': { name: 'server', entry: './src/server/node/main.ts' },
};

const engine = {
  ...node,
  stdin: {
    contents: Object.values(programs)
      .map(({ name, entry }) => `exports.${name} = () => require('${entry}');`)
      .join('\n'),
    resolveDir: root,
    sourcefile: 'engine.js',
  },
  outfile: 'dist/engine.js',
};

/** Every bundle that ships. `vscode` is what the extension host provides. */
export const bundles = [
  { ...node, entryPoints: ['src/extension/node/main.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  engine,
  {
    ...browser,
    entryPoints: ['src/extension/browser/main.ts'],
    outfile: 'dist/browser/extension.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...browser, entryPoints: ['src/server/browser/main.ts'], outfile: 'dist/browser/server.js', format: 'iife' },
];

/** The files by which the programs are started, each with its text. */
export const starters = Object.entries(programs).map(([path, { name, shebang }]) => ({
  path,
  text: `${shebang ? '#!/usr/bin/env node\n' : ''}require('./engine.js').${name}();\n`,
}));
