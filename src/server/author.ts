import type { Author } from '../features/completion/metadata';

/** What git knows of the person at this machine. */
export interface GitIdentity {
  readonly userName?: string;
  readonly userEmail?: string;
  readonly gitHubUser?: string;
}

const gitHubId = /^[A-Za-z\d](?:-?[A-Za-z\d]){0,38}$/;
const microsoftAddress = /^([A-Za-z\d][\w.-]{0,60})@microsoft\.com$/i;
/** The address that GitHub gives those who hide theirs. */
const hiddenAddress = /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/i;

/** Who writes: what the settings say, else what can be told from git. A name with a space in it is no GitHub ID. */
export function authorFrom(
  settings: { readonly author?: string | undefined; readonly alias?: string | undefined },
  { userName, userEmail, gitHubUser }: GitIdentity,
): Author {
  const email = userEmail?.trim() ?? '';
  const names = [gitHubUser, hiddenAddress.exec(email)?.[1], userName];
  return {
    author:
      settings.author ?? names.map((name) => name?.trim()).find((name) => name !== undefined && gitHubId.test(name)),
    alias: settings.alias ?? microsoftAddress.exec(email)?.[1]?.toLowerCase(),
  };
}
