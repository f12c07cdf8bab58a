import * as vscode from 'vscode';
import { isImage } from '../../core/text/path';
import { isInsideWorkspace } from '../client/insideWorkspace';

/** An image that is pasted or dropped. */
export interface IncomingImage {
  /** With its ending. */
  readonly name: string;
  /** Where it lies, as far as that is known. */
  readonly uri: vscode.Uri | undefined;
  readonly read: () => Thenable<Uint8Array>;
}

const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
};

/** The images that come; none where anything else comes with them. */
export async function incomingImages(data: vscode.DataTransfer): Promise<readonly IncomingImage[]> {
  const files = [...data].flatMap(([mime, item]) => fileOf(mime, item) ?? []);
  const found = files.length > 0 ? files : await ofAddresses(data);
  return found.every(({ name }) => isImage(name)) ? found : [];
}

function fileOf(mime: string, item: vscode.DataTransferItem): IncomingImage | undefined {
  const file = item.asFile();
  if (file === undefined) return undefined;
  const ending = endings[mime];
  // What is copied from a screen may have no name at all.
  const name = file.name === '' && ending !== undefined ? `image.${ending}` : file.name;
  return { name, uri: file.uri, read: () => file.data() };
}

/** What is dragged from the Explorer comes as addresses. Others than those of the workspace are not ours to read. */
async function ofAddresses(data: vscode.DataTransfer): Promise<IncomingImage[]> {
  const list = (await data.get('text/uri-list')?.asString()) ?? '';
  const addresses = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const uris = addresses.map((address) => vscode.Uri.parse(address));
  if (!uris.every(isInsideWorkspace)) return [];
  return uris.map((uri) => ({
    name: uri.path.split('/').at(-1) ?? '',
    uri,
    read: () => vscode.workspace.fs.readFile(uri),
  }));
}
