import { spawnSync } from 'node:child_process';

/**
 * Runs git in a folder, independent of what the user has set, and returns what it prints.
 *
 * @param input what it reads from standard input
 * @param codes with which it may end
 * @throws where git ends with another one, with its own words
 */
export function git(cwd: string, args: readonly string[], input = '', codes: readonly number[] = [0]): string {
  const fixed = ['-c', 'core.autocrlf=false', '-c', 'core.safecrlf=false', '-c', 'user.name=t', '-c', 'user.email=t@t'];
  const env = { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CEILING_DIRECTORIES: '' };
  const { status, stdout, stderr, error } = spawnSync('git', [...fixed, ...args], {
    cwd,
    input,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) throw error;
  if (!codes.includes(status ?? -1)) throw new Error(`git ${args.join(' ')}: ${stderr}${stdout}`);
  return stdout;
}

/** Makes a folder a repository and commits all that is in it. */
export function commitAll(cwd: string): void {
  git(cwd, ['init', '--quiet']);
  git(cwd, ['add', '--all']);
  git(cwd, ['commit', '--quiet', '--message', 'all']);
}
