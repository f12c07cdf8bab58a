import type { Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { destinationTo } from '../core/includes/destinations';
import { actualPath } from '../core/includes/resolve';
import type { Page } from '../core/links/graph';
import { t } from '../core/text/localize';
import { dirname, isImage, isMarkdown, isTableOfContents, join } from '../core/text/path';
import { isTextAt } from '../features/completion/bodyPlace';
import { imageFolder, wantedFolder, type ImageWorld } from '../features/images/folderHabit';
import { imageForm } from '../features/images/imageForm';
import { imageName } from '../features/images/imageNames';
import { isDocumentation } from './documentation';
import { guarded } from './handlers';
import {
  imagePlacesRequest,
  type GivenImage,
  type ImagePlace,
  type ImagePlaces,
  type ImagePlacesParams,
  type LinkedImage,
} from './imageProtocol';
import { asInEditor } from '../core/text/lines';
import type { Refused } from './protocol';
import type { Located, Sessions } from './sessions';
import { pathIn, uriOf } from './uris';

/** Of so many files beside a document the links are read at once, should nobody have read them yet. */
const mostSiblings = 200;

export function answerImageRequests(connection: Connection, sessions: Sessions): void {
  connection.onRequest(
    imagePlacesRequest,
    guarded(connection, 'Placing images', null, async (params: ImagePlacesParams) => {
      const located = await sessions.of(params.uri);
      return located === undefined ? null : imagePlaces(located, params);
    }),
  );
}

async function imagePlaces(
  located: Located,
  { position, images, folder: wanted }: ImagePlacesParams,
): Promise<ImagePlaces | Refused | null> {
  const { session, path } = located;
  const text = await session.repository.sources.textOf(path);
  if (text === undefined || !isMarkdown(path) || isTableOfContents(path)) return null;
  if (!isDocumentation(session.repository, path, text) || !isTextAt(asInEditor(text), position)) return null;
  const world = await worldOf(located);
  const folder = wanted === '' ? imageFolder(path, world) : wantedFolder(path, wanted, world.docsetFolder);
  if (folder === undefined) return { refused: t("'{0}' lies outside of the repository.", wanted) };
  return { form: imageForm(path, world), places: await placesIn(located, folder, images) };
}

/** What the images of the docset tell. All of its files are waited for only where those beside the document tell nothing. */
async function worldOf({ session, path }: Located): Promise<ImageWorld> {
  const { repository } = session;
  const { kind } = session.infoOf(path);
  const docsetFolder = repository.files.docsetFolderOf(path);
  const isAlike = (file: string): boolean => file !== path && repository.files.infoOf(file).kind === kind;
  const docset = repository.files
    .articlesAndIncludes()
    .filter((file) => isAlike(file) && repository.files.docsetFolderOf(file) === docsetFolder);
  const siblings = docset.filter((file) => dirname(file) === dirname(path)).slice(0, mostSiblings);
  await repository.links.addSources([path, ...siblings]);
  if (![path, ...siblings].some((file) => showsImages(repository.links.pageOf(file)))) await session.isIndexed();
  const { includes } = repository;
  return {
    docsetFolder,
    siblings,
    docset,
    pageOf: (file) => repository.links.pageOf(file),
    actual: (file) => actualPath(file, includes.contextOf(path).exists(file)),
  };
}

function showsImages(page: Page | undefined): boolean {
  return page?.links.some(({ target }) => target !== undefined && isImage(target)) === true;
}

async function placesIn(
  { session, path }: Located,
  folder: string,
  images: readonly GivenImage[],
): Promise<ImagePlace[]> {
  const { repository, root } = session;
  const linked = (file: string): LinkedImage => ({ uri: uriOf(root, file), link: destinationTo(path, file) });
  const names = [...((await repository.files.namesIn(folder)) ?? [])];
  return images.map(({ name, uri }): ImagePlace => {
    const own = uri === undefined ? undefined : pathIn(root, URI.parse(uri));
    if (own !== undefined && own !== '') return { ...linked(own), isThere: true, others: [] };
    const { free, taken } = imageName(name, path, names);
    names.push(free);
    const others = taken.map((other) => linked(join(folder, other)));
    return { ...linked(join(folder, free)), isThere: false, others };
  });
}
