import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { appears } from './diagnostics';
import { describeWith, hasPreview } from './hosts';
import { becomes, extension, open, rangeOf, replace, revertAll, running, workspaceUri, writeText } from './workspace';

const article = 'guide/with-includes.md';

describeWith('the Markdown extension in the same extension host', hasPreview, 'preview of includes', () => {
  afterEach(revertAll);

  it('are expanded in the preview, also with text that is not saved', async () => {
    const document = await open(article);
    const html = await previewShows(document, 'Applies to');
    assert.match(
      html,
      /<div class="dynamics-docs-include code-line" data-line="\d+" dir="auto" data-include-file="guide\/includes\/banner\.md">/,
    );
    assert.match(html, /Read more in <span[^>]*>Contoso Projects<\/span>/);

    await replace(await open('guide/includes/name.md'), 'Contoso Projects', 'Fabrikam Projects');
    assert.match(await previewShows(document, 'Fabrikam'), /Read more in <span[^>]*>Fabrikam Projects<\/span>/);
  });

  it('that lead nowhere are explained in the preview and reported', async () => {
    const document = await open(article);
    await replace(document, '(includes/banner.md)', '(includes/gone.md)');
    await previewShows(document, 'dynamics-docs-include-problem');
    const finding = await appears(document.uri, 'include-not-found');
    assert.deepEqual(finding.range, rangeOf(document, 'includes/gone.md'));
  });

  it('are expanded once a folder comes that holds them, and explained once it is gone', async () => {
    const document = await open(article);
    await replace(document, '(includes/banner.md)', '(came/below/text.md)');
    await previewShows(document, 'dynamics-docs-include-problem');
    await writeText(workspaceUri('guide/came/below/text.md'), 'It came.\n');
    await previewShows(document, 'It came.');
    await vscode.workspace.fs.delete(workspaceUri('guide/came'), { recursive: true });
    await previewShows(document, 'dynamics-docs-include-problem');
  });
});

describe('includes', () => {
  afterEach(revertAll);

  it('are shown in place by Show Expanded Article, live', async () => {
    const document = await open(article);
    const view = await vscode.commands.executeCommand<vscode.TextDocument>('dynamicsDocs.showExpandedArticle');
    assert.match(
      view.getText(),
      /\n> Applies to Contoso Projects in every country\.\n\nRead more in Contoso Projects\.\n/,
    );
    const name = await vscode.workspace.openTextDocument(workspaceUri('guide/includes/name.md'));
    const followed = becomes(view, (text) => text.includes('Read more in Fabrikam.'));
    await replace(name, 'Contoso Projects', 'Fabrikam');
    await followed;
    assert.equal(document.isDirty, false);
  });

  it('answer hover, Go to Definition, Find All References and links', async () => {
    const { uri } = await open(article);
    const document = await vscode.workspace.openTextDocument(uri);
    await extension().activate();
    const { start } = rangeOf(document, 'includes/name.md');
    const [hover] = await eventuallySome<vscode.Hover>('vscode.executeHoverProvider', uri, start);
    const shown = hover?.contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : ''));
    assert.match(shown?.join('\n') ?? '', /Contoso Projects/);

    const [definition] = await eventuallySome<vscode.LocationLink>('vscode.executeDefinitionProvider', uri, start);
    assert.equal(definition?.targetUri.path, workspaceUri('guide/includes/name.md').path);

    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      uri,
      start,
    );
    assert.deepEqual(
      references.map((place) => `${place.uri.path.split('/').at(-1) ?? ''}:${place.range.start.line + 1}`),
      ['banner.md:1', 'with-includes.md:14'],
    );
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
    // The Markdown extension finds a link there, too: one of the two is shown, ours.
    const path = rangeOf(document, 'includes/name.md');
    const onPath = links.filter(({ range }) => range.intersection(path) !== undefined);
    assert.deepEqual(
      onPath.map(({ range, target }) => [range, target?.path]),
      [[path, workspaceUri('guide/includes/name.md').path]],
    );
  });

  it('lead to the right file also from the docset, which the Markdown extension does not know', async () => {
    const document = await open(article);
    await running();
    await replace(document, '(includes/name.md)', '(~/guide/includes/name.md)');
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const path = rangeOf(document, '~/guide/includes/name.md');
    assert.deepEqual(
      links
        .filter(({ range }) => range.intersection(path) !== undefined)
        .map(({ range, target }) => [range, target?.path]),
      [[path, workspaceUri('guide/includes/name.md').path]],
    );
  });

  it('are completed, with a preview of each', async () => {
    const document = await open(article);
    await running();
    await replace(document, 'Read more', '[!INCLUDE [x](inc)] Read more');
    const { end } = rangeOf(document, '[!INCLUDE [x](inc');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      end,
      undefined,
      10,
    );
    const ours = list.items.filter(({ detail }) => /^guide\/includes\/./.test(detail ?? ''));
    assert.deepEqual(
      ours.map(({ label, insertText, detail, range, filterText }) => ({
        label,
        insertText,
        detail,
        range,
        filterText,
      })),
      ['name', 'banner'].map((name) => ({
        label: { label: `${name}.md`, description: 'guide/includes' },
        insertText: `includes/${name}.md`,
        detail: `guide/includes/${name}.md`,
        range: rangeOf(document, 'inc)').with({ end }),
        filterText: `includes/${name}.md`,
      })),
    );
    const [documentation] = ours.map((item) => item.documentation as vscode.MarkdownString);
    assert.equal(documentation?.value, 'Contoso Projects');
  });
});

/** Renders the document as the preview does, again after each refresh, until the text is there. */
async function previewShows(document: vscode.TextDocument, text: string): Promise<string> {
  const exports = await extension().activate();
  for (;;) {
    const refreshed = new Promise<void>((resolve) => {
      const listening = exports.onDidRefreshPreview(() => {
        listening.dispose();
        resolve();
      });
    });
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', document);
    if (html.includes(text)) return html;
    await refreshed;
  }
}

/** Asks until our provider is registered: the server may still be starting. */
async function eventuallySome<T>(command: string, uri: vscode.Uri, position: vscode.Position): Promise<T[]> {
  await running();
  return vscode.commands.executeCommand<T[]>(command, uri, position);
}
