import { join } from 'node:path';
import { root } from './paths.mjs';

const shim = (name) => join(root, 'scripts', 'shims', name);

export const aliases = {
  // gray-matter requires it for an engine that ours replaces: out of every bundle.
  'js-yaml': shim('js-yaml.mjs'),
  // What it has for Node reads files, which we do not ask it for; the bundle of the schema compiler runs in browsers, too.
  '@vscode/l10n': join(root, 'node_modules/@vscode/l10n/dist/browser.js'),
};

const common = {
  absWorkingDir: root,
  bundle: true,
  target: 'es2022',
  alias: aliases,
  metafile: true,
  logLevel: 'warning',
  // Programs without other characters are read and compiled faster.
  charset: 'ascii',
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

/**
 * What a program loads only when it needs it, by the name it is imported under: a bundle of its own, so that a start does
 * not pay for compiling it. The browser's one file carries everything.
 */
const lazyBundles = {
  '../schema/compileSchema': './schemaCompiler.js',
  '../server/node/main': './server.js',
  '../../markdown/renderArticle': './renderArticle.js',
  './generated/rulePages': './rulePages.js',
  '../mcp/server': './mcp.js',
  '../../features/report/reportHtml': './reportHtml.js',
};

const lazy = {
  name: 'lazy',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ kind, path }) => {
      const bundle = kind === 'dynamic-import' ? lazyBundles[path] : undefined;
      return bundle === undefined ? undefined : { path: bundle, external: true };
    });
  },
};

/** The server in a web worker asks its client for what Node's loads from a file (`Host.loadSchemaCompiler`). */
const throughClient = {
  name: 'through-client',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/schema\/compileSchema$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, namespace: 'through-client' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'through-client' }, ({ path }) => ({
      contents: `throw new Error('${path} is no part of this bundle.');`,
    }));
  },
};

/** Commander requires it for subcommands that are programs of their own, which ours are not: a tenth of every start. */
const withoutPrograms = {
  name: 'without-programs',
  setup({ onResolve }) {
    onResolve({ filter: /^(?:node:)?child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: shim('child_process.mjs') } : undefined,
    );
  },
};

/** Without `import()`, for which a program that is loaded from what is kept of its compilation has no loader. */
const program = { ...node, plugins: [lazy, withoutPrograms], supported: { 'dynamic-import': false } };

/** What only the command line runs: not part of the extension. */
export const commandLineBundles = [
  'dist/cli.js',
  'dist/index.js',
  'dist/mcp.js',
  'dist/program.js',
  'dist/renderArticle.js',
  'dist/reportHtml.js',
  'dist/rulePages.js',
  'dist/thread.js',
];

/** Every bundle that ships. `vscode` is what the extension host provides, be it Node or a web worker: both run one bundle. */
export const bundles = [
  {
    ...node,
    entryPoints: ['src/extension/main.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    conditions: ['module', 'browser'],
  },
  { ...program, entryPoints: ['src/cli/bin.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { ...program, entryPoints: ['src/cli/program.ts'], outfile: 'dist/program.js' },
  { ...program, entryPoints: ['src/api/index.ts'], outfile: 'dist/index.js' },
  { ...program, entryPoints: ['src/server/node/main.ts'], outfile: 'dist/server.js' },
  { ...program, entryPoints: ['src/core/schema/compileSchema.ts'], outfile: 'dist/schemaCompiler.js' },
  { ...program, entryPoints: ['src/markdown/renderArticle.ts'], outfile: 'dist/renderArticle.js' },
  { ...program, entryPoints: ['src/cli/formats/generated/rulePages.js'], outfile: 'dist/rulePages.js' },
  { ...program, entryPoints: ['src/cli/mcp/server.ts'], outfile: 'dist/mcp.js' },
  { ...program, entryPoints: ['src/cli/threads/start.ts'], outfile: 'dist/thread.js' },
  { ...program, entryPoints: ['src/features/report/reportHtml.ts'], outfile: 'dist/reportHtml.js' },
  {
    ...common,
    entryPoints: ['src/reportPage/webview.ts'],
    outfile: 'dist/reportView.js',
    platform: 'browser',
    format: 'iife',
  },
  {
    ...common,
    platform: 'browser',
    alias: { ...aliases, fs: shim('fs.mjs') },
    inject: [shim('buffer.mjs')],
    plugins: [throughClient],
    entryPoints: ['src/server/browser/main.ts'],
    outfile: 'dist/browser/server.js',
    format: 'iife',
  },
];
