import type { ReportPlace } from './model';

/**
 * What leads to places in files under an address, such as that of a folder on GitHub.
 *
 * @param base an `http` or `https` address
 */
export function placeLinks(base: string): (place: ReportPlace) => string {
  const folder = base.replace(/\/+$/, '');
  // GitHub shows the lines of Markdown only where it is asked for its plain text.
  const plain = /^https:\/\/github\.com\//i.test(base);
  return ({ path, line }) => {
    const file = path.split('/').map(encoded).join('/');
    return `${folder}/${file}${plain && /\.md$/i.test(path) ? '?plain=1' : ''}#L${line}`;
  };
}

/** Half a letter, which a name may have on Windows, cannot be encoded. */
function encoded(name: string): string {
  return encodeURIComponent(name.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
}

/** The page of a repository on GitHub whose remote is there, without what may stand in it of a user; else `undefined`. */
export function gitHubPage(remote: string): string | undefined {
  const match =
    /^(?:https?:\/\/(?:[^/@\s]+@)?|ssh:\/\/(?:[^/@\s]+@)?|(?:[^/@\s]+@))github\.com(?::\d+\/|[/:])([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/i.exec(
      remote.trim(),
    );
  if (match === null) return undefined;
  const [, owner = '', repository = ''] = match;
  return `https://github.com/${owner}/${repository}`;
}
