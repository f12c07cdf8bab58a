import type { GitIdentity } from '../author';
import { GitError, runGit } from './git';

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
export async function gitIdentityIn(folder: string): Promise<GitIdentity> {
  const args = ['config', '--null', '--get-regexp', '^(user\\.name|user\\.email|github\\.user)$'];
  try {
    return identityFrom(await runGit(folder, args, timeout));
  } catch (error) {
    if (error instanceof GitError) return {};
    throw error;
  }
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
