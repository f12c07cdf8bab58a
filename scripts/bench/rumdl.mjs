import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';

/** A checker of Markdown in Rust, with its two rules on links alone: the program and its arguments. */
export function rumdl(folder, ...options) {
  const rules = ['--enable', 'MD051,MD057', '--no-config', '--silent', '--respect-gitignore=false'];
  return [binary(), ['check', ...rules, ...options, folder]];
}

/** The program itself, without npm's wrapper of JavaScript around it. */
function binary() {
  const require = createRequire(join(root, 'test', 'bench', 'package.json'));
  const name = process.platform === 'win32' ? 'rumdl.exe' : 'rumdl';
  const platform = `@rumdl/cli-${process.platform}-${process.arch}`;
  return createRequire(require.resolve('rumdl/package.json')).resolve(`${platform}/${name}`);
}
