/** What scripts/build-tests.mjs puts into the bundle. */

/** TEST_GREP of the build: a web worker has no environment. */
declare const testGrep: string;

/** Every test of test/vscode. */
declare module 'vscode-suite';
