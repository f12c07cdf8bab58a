import type { Repository } from '../core/docset/repository';
import { ifReadable } from '../core/host';
import { namedBookmarks } from '../core/links/bookmarks';
import { imageTypeOf, isMarkdown } from '../core/text/path';
import { completeLink } from '../features/completion/links';
import { pageDescription, thumbnail } from '../features/completion/linkTargets';
import type { ClientProfile } from './clientProfile';
import type { CompletionProvider } from './completion';
import type { Session } from './session';
import type { Located } from './sessions';
import { uriOf } from './uris';

/** Completes the destinations of links and images, in tables of contents too. */
export const linkCompletion: CompletionProvider = {
  triggers: ['(', '<', '/', '#', '"', ' '],
  complete: async ({ session: { repository }, path }, text, position) => {
    const isBuilt = repository.files.infoOf(path).context.docset !== undefined;
    const found = await completeLink(path, text, position, {
      folders: repository.files.namesByFolder(),
      docsetFolder: repository.files.docsetFolderOf(path),
      isPage: (file) => (isBuilt ? isBuiltPage(repository, file) : isMarkdown(file)),
      titleOf: (file) => repository.titleOf(file),
      bookmarksOf: async (file) => {
        const { links, sources } = repository;
        const known = links.worldOf(path, links.read(path, text)).bookmarksOf(file);
        if (known !== undefined || isBuilt) return known?.named();
        // Where nothing is built, nothing was read ahead.
        const other = await sources.textOf(file);
        return other === undefined ? undefined : namedBookmarks(links.read(file, other).bookmarks);
      },
    });
    // Before every file was read nobody knows all titles and headings.
    return found === undefined || !isBuilt || repository.includes.isComplete ? found : { ...found, isIncomplete: true };
  },
};

function isBuiltPage(repository: Repository, file: string): boolean {
  const { kind } = repository.files.infoOf(file);
  return kind === 'article' || kind === 'page';
}

/** What a page is about, as Markdown. */
export async function descriptionOf({ session: { repository } }: Located, page: string): Promise<string> {
  const text = await repository.sources.textOf(page);
  return text === undefined ? '' : pageDescription(text);
}

/** Characters of a picture in base64: VS Code cuts what is longer than 100,000. */
const longestPicture = 90_000;

/** A picture, as Markdown; '' for a client that shows none. */
export async function thumbnailOf({ session }: Located, image: string, client: ClientProfile): Promise<string> {
  const address = client.showsMarkdown ? await addressOf(session, image) : undefined;
  return address === undefined ? '' : thumbnail(image, address, client.hasCommands);
}

/** Where an editor finds a picture. It loads none from file systems that it has from extensions: such a one is the address itself. */
async function addressOf({ root, host }: Session, image: string): Promise<string | undefined> {
  const type = imageTypeOf(image);
  if (host.readBase64 === undefined || type === undefined) return uriOf(root, image);
  const base64 = await ifReadable(host.readBase64(image));
  return base64 === undefined || base64.length > longestPicture ? undefined : `data:${type};base64,${base64}`;
}
