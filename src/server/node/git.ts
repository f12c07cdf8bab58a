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
export function runGit(folder: string, args: readonly string[], timeout = 0): Promise<string> {
  // Not as its working directory: on Windows, programs of that name in it would be run.
  const all = ['-C', folder, ...safe, ...args];
  return new Promise((resolve, reject) => {
    execFile('git', all, { timeout, windowsHide: true, maxBuffer: 1 << 30 }, (error, output, words) => {
      if (error === null) resolve(output);
      else if (error.code === 'ENOENT') reject(new GitError('none', 'There is no git on this machine.'));
      else reject(new GitError('failed', firstLine(words) || error.message));
    });
  });
}

function firstLine(text: string): string {
  return (text.trim().split('\n')[0] ?? '').replace(/^(?:fatal|error): /, '');
}
