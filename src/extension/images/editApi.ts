import * as vscode from 'vscode';

/** What kind of edit it is: parts with dots between them, the general ones first. */
interface EditKind {
  append(...parts: readonly string[]): EditKind;
}

/** An edit that is offered for what is pasted or dropped. */
interface OfferedEdit {
  additionalEdit?: vscode.WorkspaceEdit;
  yieldTo?: readonly EditKind[];
}

/** What is to be inserted, and what is to be done besides. */
export interface ImageEdit {
  readonly title: string;
  readonly snippet: vscode.SnippetString;
  readonly additionalEdit: vscode.WorkspaceEdit;
}

/** Works out the edit for what replaces a range, which a drop leaves empty; `undefined` where that is nothing for us. */
export type ImageEditProvider = (
  document: vscode.TextDocument,
  range: vscode.Range,
  data: vscode.DataTransfer,
  token: vscode.CancellationToken,
) => Promise<ImageEdit | undefined>;

/** VS Code has it from 1.97 on. What the extension is compiled against is older, as the oldest VS Code that it supports. */
interface EditApi {
  readonly languages: {
    registerDocumentPasteEditProvider(
      selector: vscode.DocumentSelector,
      provider: {
        provideDocumentPasteEdits(
          document: vscode.TextDocument,
          ranges: readonly vscode.Range[],
          data: vscode.DataTransfer,
          context: unknown,
          token: vscode.CancellationToken,
        ): Promise<readonly OfferedEdit[] | undefined>;
      },
      metadata: { readonly providedPasteEditKinds: readonly EditKind[]; readonly pasteMimeTypes: readonly string[] },
    ): vscode.Disposable;
    registerDocumentDropEditProvider(
      selector: vscode.DocumentSelector,
      provider: vscode.DocumentDropEditProvider,
      metadata: { readonly providedDropEditKinds: readonly EditKind[]; readonly dropMimeTypes: readonly string[] },
    ): vscode.Disposable;
  };
  readonly DocumentPasteEdit: new (insertText: vscode.SnippetString, title: string, kind: EditKind) => OfferedEdit;
  readonly DocumentDropEdit: new (
    insertText: vscode.SnippetString,
    title: string,
    kind: EditKind,
  ) => vscode.DocumentDropEdit & OfferedEdit;
  readonly DocumentDropOrPasteEditKind: { readonly Empty: EditKind; readonly Text: EditKind };
}

/** `files` stands for any file. */
const mimeTypes = ['text/uri-list', 'files', 'image/*'];

/** Before, all of it is there, but not for us: to call it throws. */
function hasPasteApi(): boolean {
  const [major = 0, minor = 0] = vscode.version.split('.').map(Number);
  return major > 1 || minor >= 97;
}

/** Has edits offered for what is dropped into documents and, where this VS Code lets extensions do so, pasted. */
export function offerEdits(selector: vscode.DocumentSelector, provide: ImageEditProvider): vscode.Disposable {
  if (!hasPasteApi()) {
    return vscode.languages.registerDocumentDropEditProvider(selector, {
      provideDocumentDropEdits: async (document, position, data, token) => {
        const found = await provide(document, new vscode.Range(position, position), data, token);
        if (found === undefined) return undefined;
        return Object.assign(new vscode.DocumentDropEdit(found.snippet), { additionalEdit: found.additionalEdit });
      },
    });
  }
  const api = vscode as unknown as EditApi;
  const { Empty, Text } = api.DocumentDropOrPasteEditKind;
  // VS Code's own edits for Markdown step back behind those that attach an image.
  const kind = Empty.append('markdown', 'link', 'image', 'attachment', 'dynamicsDocs');
  // What is copied from a table of numbers is text, and only then a picture of it.
  const dressed = <T extends OfferedEdit>(edit: T, { additionalEdit }: ImageEdit): T =>
    Object.assign(edit, { additionalEdit, yieldTo: [Text] });
  return vscode.Disposable.from(
    api.languages.registerDocumentPasteEditProvider(
      selector,
      {
        provideDocumentPasteEdits: async (document, [range], data, _context, token) => {
          const found = range === undefined ? undefined : await provide(document, range, data, token);
          if (found === undefined) return undefined;
          return [dressed(new api.DocumentPasteEdit(found.snippet, found.title, kind), found)];
        },
      },
      { providedPasteEditKinds: [kind], pasteMimeTypes: mimeTypes },
    ),
    api.languages.registerDocumentDropEditProvider(
      selector,
      {
        provideDocumentDropEdits: async (document, position, data, token) => {
          const found = await provide(document, new vscode.Range(position, position), data, token);
          if (found === undefined) return undefined;
          return dressed(new api.DocumentDropEdit(found.snippet, found.title, kind), found);
        },
      },
      { providedDropEditKinds: [kind], dropMimeTypes: mimeTypes },
    ),
  );
}
