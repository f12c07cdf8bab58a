import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { docsetIsRead, markdownOf } from './metadataSupport';
import { open, rangeOf, replace, revertAll, workspaceUri } from './workspace';

describe('hover on metadata', () => {
  before(docsetIsRead);
  afterEach(revertAll);

  async function hoverAt(document: vscode.TextDocument, text: string): Promise<readonly vscode.Hover[]> {
    return vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, rangeOf(document, text).start);
  }

  it('explains a key and its value, and links to the line of docfx.json that supplies it', async () => {
    const article = await open('guide/record-time.md');
    await replace(article, 'ms.topic: how-to', 'ms.topic: how-to\nms.service: other');
    for (const text of ['ms.service', 'other']) {
      const [hover, ...more] = await hoverAt(article, text);
      assert.equal(more.length, 0);
      assert.deepEqual(hover?.range, rangeOf(article, text));
      const shown = hover.contents.map(markdownOf).join('\n');
      assert.match(shown, /^\*\*ms\.service\*\* · Service or product · required\n/);
      const line = `${workspaceUri('docfx.json').toString()}#L16`;
      assert.ok(shown.includes(`Overrides \`dynamics-365\` from [docfx.json:16](${line}) (globalMetadata)`), shown);
    }
  });

  it('says by what a key was replaced', async () => {
    const article = await open('guide/record-time.md');
    await replace(article, 'ms.topic: how-to', 'ms.topic: how-to\nms.prod: other');
    const [hover] = await hoverAt(article, 'ms.prod');
    assert.match(markdownOf(hover?.contents[0]), /Retired: use `ms\.service` instead\./);
  });

  it('explains metadata in docfx.json', async () => {
    const docfx = await open('docfx.json');
    const shown = (await hoverAt(docfx, 'ms.service')).flatMap(({ contents }) => contents.map(markdownOf));
    assert.ok(shown.some((text) => text.startsWith('**ms.service** · Service or product · required')));
  });

  it('says nothing of the body', async () => {
    assert.deepEqual(await hoverAt(await open('guide/record-time.md'), 'The text'), []);
  });
});

describe('inlay hints of metadata', () => {
  before(docsetIsRead);
  afterEach(revertAll);

  async function hintsIn(document: vscode.TextDocument): Promise<string[]> {
    const range = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      range,
    );
    return hints.map(({ position, label }) => {
      const text = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
      return `${position.line}:${position.character} ${text}`;
    });
  }

  it('show what an article inherits behind its front matter, with a link', async () => {
    const article = await open('inherited/article.md');
    assert.deepEqual(await hintsIn(article), ['6:3 inherits ms.date: 2024-01-02, ms.service: dynamics-365']);
    await replace(article, 'ms.topic: how-to', 'ms.topic: how-to\nms.date: 01/02/2025');
    assert.deepEqual(await hintsIn(article), ['7:3 inherits ms.service: dynamics-365']);
    // VS Code would cut them after less than two values.
    assert.equal(vscode.workspace.getConfiguration('editor', article).get('inlayHints.maximumLength'), 120);
  });

  it('can be turned off', async () => {
    const article = await open('inherited/article.md');
    const settings = vscode.workspace.getConfiguration('dynamicsDocs', article.uri);
    try {
      await settings.update('inlayHints.inherited', false, vscode.ConfigurationTarget.Workspace);
      // By then the server has asked for the settings.
      await docsetIsRead();
      assert.deepEqual(await hintsIn(article), []);
    } finally {
      await settings.update('inlayHints.inherited', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await docsetIsRead();
    assert.equal((await hintsIn(article)).length, 1);
  });
});
