// Bundles the tests into out/test/, each for the host that runs it.
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { build } from 'esbuild';
import { aliases } from './lib/bundles.mjs';
import { removeOthers } from './lib/outputs.mjs';
import { root } from './lib/paths.mjs';

const common = {
  absWorkingDir: root,
  bundle: true,
  outbase: 'test',
  outdir: 'out/test',
  format: 'cjs',
  sourcemap: 'linked',
  metafile: true,
  logLevel: 'warning',
};

// Packages are read as they are installed. As they ship, bundled, they are tested by the suites that run dist/.
const node = { ...common, platform: 'node', target: 'node20', packages: 'external' };
// Mocha goes into the bundle: as a package of ES modules it cannot be required by the older VS Code that is supported.
const vscode = {
  ...common,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: ['vscode'],
  // Mocha looks up its parallel workers, which we do not use.
  logOverride: { 'require-resolve-not-external': 'silent' },
};
const web = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  alias: { ...aliases, 'node:assert/strict': join(root, 'test', 'web', 'assert.ts') },
  // A web worker has no environment.
  define: { testGrep: JSON.stringify(process.env.TEST_GREP ?? '') },
  external: ['vscode'],
};

/**
 * mocha.js asks for `exports`, but its package says that it is an ES module, so that esbuild would hand it the exports of
 * our bundle. Inside a function where they are undefined it makes itself global, as on a page.
 */
const globalMocha = {
  name: 'global-mocha',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `(function (exports, module, define) {\n${readFileSync(path, 'utf8')}\n})();`,
    }));
  },
};

/** The tests inside VS Code, all of them in one bundle: a web worker has no folder to look into. */
const vscodeSuite = {
  name: 'vscode-suite',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode-suite$/ }, ({ path }) => ({ path, namespace: 'vscode-suite' }));
    onLoad({ filter: /.*/, namespace: 'vscode-suite' }, () => ({
      contents: vscodeTests.map((name) => `import './test/${name}';`).join('\n'),
      resolveDir: root,
    }));
  },
};

const tests = readdirSync(join(root, 'test'), { recursive: true }).map((name) => name.replaceAll(sep, '/'));
const nodeTests = tests.filter((name) => /^(unit|conformance|cli|server)\/.*\.test\.ts$/.test(name));
const vscodeTests = tests.filter((name) => /^vscode\/[^/]+\.test\.ts$/.test(name));
try {
  const results = await Promise.all([
    build({ ...node, entryPoints: inTest(nodeTests) }),
    build({
      ...vscode,
      entryPoints: inTest(tests.filter((name) => /^(?:vscode|vsix)\/(?:.*\/)?(?:index|[^/]*\.test)\.ts$/.test(name))),
    }),
    build({ ...web, plugins: [globalMocha, vscodeSuite], entryPoints: ['test/web/index.ts'] }),
  ]);
  removeOthers(
    'out/test',
    results.flatMap(({ metafile }) => Object.keys(metafile.outputs)),
  );
} catch (error) {
  // A failed build has been explained by esbuild.
  if (error.errors === undefined) throw error;
  process.exit(1);
}

function inTest(names) {
  return names.map((name) => `test/${name}`);
}
