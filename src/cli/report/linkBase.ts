import { gitHubPage } from '../../features/report/links';
import { GitError, runGit } from '../../server/node/git';
import { UsageError } from '../io';

/**
 * Where the files of a repository can be seen on the web: at the address that was given, else at the commit that is checked
 * out, where the remote is on GitHub. `undefined` where nobody can tell.
 *
 * @param root absolute
 */
export async function linkBase(root: string, given: string | undefined): Promise<string | undefined> {
  if (given === undefined) return gitHubBase(root);
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    throw new UsageError(`--link-base takes an address that begins with https://, not '${given}'.`);
  return given;
}

async function gitHubBase(root: string): Promise<string | undefined> {
  try {
    const page = gitHubPage(await runGit(root, ['config', '--get', 'remote.origin.url']));
    if (page === undefined) return undefined;
    const commit = (await runGit(root, ['rev-parse', '--verify', 'HEAD'])).trim();
    const prefix = (await runGit(root, ['rev-parse', '--show-prefix'])).replace(/\n$/, '');
    return `${page}/blob/${commit}/${prefix.split('/').map(encodeURIComponent).join('/')}`;
  } catch (error) {
    // No git, no repository, no remote or no commit: then there are no links.
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
