import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../lib/paths.mjs';

const output = join(root, 'out', 'bench');

/** Bundles a program of test/bench, as the command line is bundled. Returns its path. */
export async function bundle(name) {
  mkdirSync(output, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: [join('test', 'bench', `${name}.ts`)],
    bundle: true,
    platform: 'node',
    // Modules, as one of them waits for another.
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    minify: true,
    mainFields: ['module', 'main'],
    external: ['./schemaCompiler.js'],
    outdir: output,
    logLevel: 'error',
  });
  return join(output, `${name}.mjs`);
}
