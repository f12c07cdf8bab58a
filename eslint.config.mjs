import { builtinModules } from 'node:module';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** The layers of docs/architecture.md: what each folder under src/ may import from its siblings. */
const layers = {
  core: [],
  features: ['core'],
  markdown: ['core'],
  reportPage: ['core', 'features'],
  server: ['core', 'features'],
  extension: ['core', 'features', 'markdown', 'server'],
  cli: ['core', 'features', 'markdown', 'server'],
  api: ['core', 'features', 'markdown', 'server', 'cli'],
};

const editorPackages = ['vscode', 'vscode-languageserver*', 'vscode-languageclient*'];

/** Import bans for one layer, so that data flows one way and the pure layers stay pure. */
function layerRules(layer) {
  const siblings = Object.keys(layers).filter((name) => name !== layer && !layers[layer].includes(name));
  const patterns = siblings.map((name) => ({
    group: [`**/${name}/**`, `**/${name}`],
    message: `src/${layer} must not import src/${name} (docs/architecture.md).`,
  }));
  if (['core', 'features', 'markdown', 'reportPage'].includes(layer)) {
    patterns.push({ group: ['node:*', ...editorPackages], message: `src/${layer} is pure: ask the host instead.` });
  }
  return {
    files: [`src/${layer}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns, paths: layer === 'core' ? builtinModules : [] }] },
  };
}

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'out', '.tsbuild', '.vscode-test', 'src/**/generated/*.js'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 320, skipComments: true, skipBlankLines: true }],
    },
  },
  ...Object.keys(layers).map(layerRules),
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: ['describe', 'it'], package: 'mocha' }] },
      ],
    },
  },
  {
    // What runs in a page.
    files: ['media/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: { document: 'readonly', window: 'readonly', HTMLElement: 'readonly', MutationObserver: 'readonly' },
    },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
      },
    },
  },
);
