import * as vscode from 'vscode';
import { imageSnippet } from '../../features/images/imageSnippet';
import { snippetText } from '../../features/snippetText';
import {
  imagePlacesRequest,
  type ImagePlace,
  type ImagePlaces,
  type ImagePlacesParams,
  type LinkedImage,
} from '../../server/imageProtocol';
import type { Refused } from '../../server/protocol';
import { servedSchemes } from '../client/selector';
import { askQuietly, isDone, plainRange, tell, type Asking } from '../commands/requests';
import { clientId } from '../names';
import { offerEdits, type ImageEdit } from './editApi';
import { incomingImages, type IncomingImage } from './incoming';

/** More than any page should have its readers load; VS Code keeps what is pasted in memory. */
const mostMegabytes = 20;

/** Images that are pasted or dropped into articles are written where the docset keeps its images, and shown in its form. */
export function offerImages(asking: Asking): vscode.Disposable {
  const selector = servedSchemes().map((scheme) => ({ scheme, language: 'markdown' }));
  return offerEdits(selector, async (document, range, data, token) => {
    const settings = vscode.workspace.getConfiguration(`${clientId}.images`, document);
    if (!settings.get<boolean>('pasteAndDrop', true)) return undefined;
    const images = await incomingImages(data);
    if (images.length === 0) return undefined;
    const params: ImagePlacesParams = {
      uri: document.uri.toString(),
      position: plainRange(range).start,
      images: images.map(({ name, uri }) => ({ name, ...(uri === undefined ? {} : { uri: uri.toString() }) })),
      folder: settings.get<string>('folder', ''),
    };
    const words = 'Nobody knows where the images belong';
    const answer = await askQuietly<ImagePlaces | Refused | null>(asking, imagePlacesRequest, params, words, token);
    if (answer === undefined || answer === null || !isDone(answer)) return undefined;
    return editFor(document, range, images, answer);
  });
}

async function editFor(
  document: vscode.TextDocument,
  range: vscode.Range,
  images: readonly IncomingImage[],
  { form, places }: ImagePlaces,
): Promise<ImageEdit> {
  const title = vscode.l10n.t('Insert Image Where the Docset Keeps Its Images');
  const additionalEdit = new vscode.WorkspaceEdit();
  const links: string[] = [];
  for (const [index, image] of images.entries()) {
    const place = places[index];
    if (place === undefined) continue;
    const contents = place.isThere ? undefined : await image.read();
    if (contents !== undefined && contents.length > mostMegabytes * 1024 * 1024) {
      tell(vscode.l10n.t("'{0}' is larger than {1} MB. Make it smaller first.", image.name, String(mostMegabytes)));
      // Still an edit: without one, VS Code would write the file by itself.
      const same = new vscode.SnippetString(snippetText(document.getText(range)));
      return { title, snippet: same, additionalEdit: new vscode.WorkspaceEdit() };
    }
    links.push(await placed(place, contents, additionalEdit));
  }
  const before = document.lineAt(range.start).text.slice(0, range.start.character);
  return { title, snippet: new vscode.SnippetString(imageSnippet(form, links, before)), additionalEdit };
}

/** Has an image written, unless it is there. Returns the link to it. */
async function placed(
  place: ImagePlace,
  contents: Uint8Array | undefined,
  edit: vscode.WorkspaceEdit,
): Promise<string> {
  if (contents === undefined) return place.link;
  for (const other of place.others) if (await holds(other, contents)) return other.link;
  edit.createFile(vscode.Uri.parse(place.uri), { contents });
  return place.link;
}

/** Whether a file holds these bytes. */
async function holds({ uri }: LinkedImage, contents: Uint8Array): Promise<boolean> {
  const file = vscode.Uri.parse(uri);
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size !== contents.length) return false;
    const bytes = await vscode.workspace.fs.readFile(file);
    return bytes.length === contents.length && bytes.every((byte, index) => byte === contents[index]);
  } catch (error) {
    // It may be one that this very edit is about to make, or be gone by now.
    if (error instanceof vscode.FileSystemError) return false;
    throw error;
  }
}
