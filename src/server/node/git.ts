import { execFile } from 'node:child_process';

/** Git could not do what was asked. */
export class GitError extends Error {
  constructor(
    /** `none`: there is no git on this machine. */
    readonly reason: 'none' | 'failed',
    message: string,
  ) {
    super(message);
    this.name = 'GitError';
  }
}

/** Nothing that a repository configures is run. */
const safe = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];

/**
 * What git prints. Rejects with a `GitError`, with git's own words where it ran.
 *
 * @param folder absolute
 * @param timeout in milliseconds; without end where it is left out
 */
export async function runGit(folder: string, args: readonly string[], timeout = 0): Promise<string> {
  return (await readGit(folder, args, { timeout })).toString('utf8');
}

/**
 * The bytes that git prints.
 *
 * @param input what it reads from standard input
 */
export function readGit(
  folder: string,
  args: readonly string[],
  { timeout = 0, input = '' }: { readonly timeout?: number; readonly input?: string } = {},
): Promise<Buffer> {
  // Not as its working directory: on Windows, programs of that name in it would be run.
  const all = ['-C', folder, ...safe, ...args];
  // Nor does a partial clone fetch what it lacks, by programs that it names.
  const env = { ...process.env, GIT_NO_LAZY_FETCH: '1' };
  return new Promise((resolve, reject) => {
    const options = { timeout, env, windowsHide: true, maxBuffer: 1 << 30, encoding: 'buffer' } as const;
    const child = execFile('git', all, options, (error, output, words) => {
      if (error === null) resolve(output);
      else if (error.code === 'ENOENT') reject(new GitError('none', 'There is no git on this machine.'));
      else reject(new GitError('failed', firstLine(words.toString('utf8')) || error.message));
    });
    // Git may end without reading it: why is told above.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

function firstLine(text: string): string {
  return (text.trim().split('\n')[0] ?? '').replace(/^(?:fatal|error): /, '');
}
