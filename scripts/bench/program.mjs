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
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    minify: true,
    mainFields: ['module', 'main'],
    external: ['./schemaCompiler.js'],
    outdir: output,
    logLevel: 'error',
  });
  return join(output, `${name}.cjs`);
}
