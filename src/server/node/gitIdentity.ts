import { execFile } from 'node:child_process';
import type { GitIdentity } from '../author';

const fields: Readonly<Record<string, keyof GitIdentity>> = {
  'user.name': 'userName',
  'user.email': 'userEmail',
  'github.user': 'gitHubUser',
};

/** Milliseconds; a completion waits for the first answer. */
const timeout = 1000;

/**
 * Asks git who works in a folder. Empty where there is no git, no such setting or no answer in time: that is no failure.
 *
 * @param folder absolute
 */
export function gitIdentityIn(folder: string): Promise<GitIdentity> {
  // Not as its working directory: on Windows, programs of that name in it would be run.
  const args = ['-C', folder, 'config', '--null', '--get-regexp', '^(user\\.name|user\\.email|github\\.user)$'];
  return new Promise((resolve) => {
    execFile('git', args, { timeout, windowsHide: true }, (error, output) => {
      resolve(error === null ? identityFrom(output) : {});
    });
  });
}

/** Of `key\nvalue\0` each; the last of a key counts. */
function identityFrom(output: string): GitIdentity {
  const found: { -readonly [K in keyof GitIdentity]: GitIdentity[K] } = {};
  for (const item of output.split('\0')) {
    const [key = '', ...value] = item.split('\n');
    const field = fields[key];
    if (field !== undefined) found[field] = value.join('\n');
  }
  return found;
}
