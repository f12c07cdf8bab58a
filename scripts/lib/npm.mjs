import { dirname, delimiter } from 'node:path';
import { run } from './processes.mjs';

/**
 * Runs npm. With `node`, under that Node instead of ours: some packages check the version they are installed with.
 * Throws with npm's own words when it fails.
 */
export async function npm(args, { cwd, node = process.execPath } = {}) {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
  // npm tells its scripts which npm they run under; on Windows that spares us the npm.cmd, which only a shell can start.
  const cli = process.env.npm_execpath;
  const known = cli !== undefined && /npm-cli\.c?js$/.test(cli);
  const [command, first] = known ? [node, [cli]] : ['npm', []];
  const { code, output } = await run(command, [...first, ...args], {
    cwd,
    env,
    shell: !known && process.platform === 'win32',
  });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${output.trim()}`);
}
