import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { docsetIsRead } from './metadataSupport';
import { open, rangeOf, revertAll, running, workspaceUri, writeText } from './workspace';

const header = '---\ntitle: Rename\n---\n\n';

/** Files of one test alone: watchers take their time to tell of what comes and goes. */
let folder = '';
let count = 0;
const files = {
  'article.md': `${header}# Rename\n\n[!INCLUDE [steps](includes/steps.md)]\n\n[First](#first-step) and [Other](other.md#other).\n`,
  'other.md': `${header}# Other\n\nBack to the [step](article.md#first-step).\n`,
  'includes/steps.md': '## First step\n\n## Last step\n',
  'toc.yml': '- name: Article\n  href: article.md#first-step\n',
};

function at(path: string): vscode.Uri {
  return workspaceUri(`${folder}/${path}`);
}

interface Prepared {
  readonly range: vscode.Range;
  readonly placeholder: string;
}

function prepared({ uri }: vscode.TextDocument, position: vscode.Position): Thenable<Prepared> {
  return vscode.commands.executeCommand<Prepared>('vscode.prepareRename', uri, position);
}

function renamed(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
  newName: string,
): Thenable<vscode.WorkspaceEdit> {
  return vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', uri, position, newName);
}

describe('renaming headings', () => {
  beforeEach(async () => {
    folder = `renaming-${++count}`;
    for (const [path, text] of Object.entries(files)) await writeText(at(path), text);
    await running();
    // It is asked, too, and would rename headings as others know them.
    await vscode.extensions.getExtension('vscode.markdown-language-features')?.activate();
    await docsetIsRead();
  });

  afterEach(async () => {
    await revertAll();
    await vscode.workspace.fs.delete(at(''), { recursive: true });
  });

  it('changes links in articles and tables of contents, through includes', async () => {
    const steps = await open(`${folder}/includes/steps.md`);
    const { range, placeholder } = await prepared(steps, new vscode.Position(0, 5));
    assert.deepEqual([steps.getText(range), placeholder], ['First step', 'First step']);

    assert.ok(await vscode.workspace.applyEdit(await renamed(steps, new vscode.Position(0, 5), 'Last step')));
    const texts = await Promise.all(
      Object.keys(files).map(async (path) => (await vscode.workspace.openTextDocument(at(path))).getText()),
    );
    assert.deepEqual(texts, [
      files['article.md'].replace('#first-step', '#last-step'),
      files['other.md'].replace('#first-step', '#last-step'),
      '## Last step\n\n## Last step\n',
      files['toc.yml'].replace('#first-step', '#last-step'),
    ]);
  });

  it('starts at a link to a heading, which it shows as it is written', async () => {
    const article = await open(`${folder}/article.md`);
    const { start } = rangeOf(article, 'first-step');
    const { range, placeholder } = await prepared(article, start);
    assert.deepEqual([article.getText(range), placeholder], ['first-step', 'First step']);
  });

  it('leaves the paths of links to VS Code', async () => {
    const article = await open(`${folder}/article.md`);
    const { start } = rangeOf(article, 'other.md');
    assert.equal((await prepared(article, start)).placeholder, 'other.md');
    const edit = await renamed(article, start, 'another.md');
    assert.deepEqual(
      edit.entries().map(([uri, edits]) => [uri.path.split('/').at(-1), edits.map(({ newText }) => newText)]),
      [['article.md', ['another.md#other']]],
    );
  });

  it('makes no heading of what cannot be one', async () => {
    const article = await open(`${folder}/article.md`);
    const edit = await renamed(article, rangeOf(article, '# Rename').end, '<a name="x"></a>Rename');
    assert.equal(edit.size, 0);
  });

  it('are found from links, each once, through includes and from tables of contents', async () => {
    const definitions = async (path: string, link: string): Promise<string[]> => {
      const document = await open(`${folder}/${path}`);
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        rangeOf(document, link).end.translate(0, -1),
      );
      return found.map((place) => {
        const [uri, { start }] = 'uri' in place ? [place.uri, place.range] : [place.targetUri, place.targetRange];
        return `${uri.path.split('/').at(-1) ?? ''}:${start.line}`;
      });
    };
    assert.deepEqual(await definitions('article.md', '#first-step'), ['steps.md:0']);
    assert.deepEqual(await definitions('toc.yml', '#first-step'), ['steps.md:0']);
    assert.deepEqual(await definitions('article.md', '#other'), ['other.md:4']);
  });
});
