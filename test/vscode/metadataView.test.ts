import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension/activate';
import { click, labelOf, openInView, selected, shows } from './views';
import { extension, open, rangeOf, replace, revertAll, workspaceUri } from './workspace';

const article = 'guide/no-description.md';

type View = ExtensionApi['metadataView'];
type Element = Awaited<ReturnType<View['data']['getChildren']>> extends (infer E)[] | null | undefined ? E : never;

describe('view of metadata', () => {
  let view: View;

  before(async () => {
    await extension().activate();
    view = extension().exports.metadataView;
  });

  afterEach(async () => {
    await revertAll();
    await becomesEmpty();
  });

  const becomesEmpty = (): Promise<void> =>
    shows(view, async () => {
      assert.deepEqual(await treeOf(view), []);
    });

  /** Resolves once the view shows a line, as `treeOf` writes it. */
  const showsLine = (line: string): Promise<void> =>
    shows(view, async () => {
      const lines = await treeOf(view);
      assert.ok(lines.includes(line), `There is no ${line} in\n${lines.join('\n')}`);
    });

  const show = (path: string): Promise<vscode.TextDocument> => openInView(view, 'dynamicsDocs.metadata.focus', path);

  it('shows what the active article sets, inherits and lacks', async () => {
    await show(article);
    assert.deepEqual(await treeOf(view), [
      'Required',
      '  title: Close the fiscal year [own, pass]',
      '  description: missing [missing, circle-slash]',
      '  author: contoso-writer [own, pass]',
      '  ms.author: contosowriter [own, pass]',
      '  ms.date: 01/15/2025 [own, pass]',
      '  ms.topic: how-to [own, pass]',
      '  ms.service: dynamics-365 [inherited, references]',
      'Recommended',
      '  ms.reviewer: missing [missing, circle-outline]',
      '  ms.custom: missing [missing, circle-outline]',
    ]);
    const service = await view.data.getTreeItem(await keyElement(view, 'ms.service'));
    assert.equal(
      service.accessibilityInformation?.label,
      'ms.service, dynamics-365, From docfx.json, line 16: globalMetadata',
    );
  });

  it('shows what another docset of the folder supplies, of an article in it', async () => {
    await show('inherited/article.md');
    assert.ok((await treeOf(view)).includes('  ms.date: 2024-01-02 [inherited, warning]'));
    const date = await view.data.getTreeItem(await keyElement(view, 'ms.date'));
    assert.match(
      date.accessibilityInformation?.label ?? '',
      /From inherited\/docfx\.json, line \d+: fileMetadata for \*\*\.md/,
    );
  });

  it('leads to the value, also in docfx.json', async () => {
    await show(article);
    await click(view, await keyElement(view, 'author'));
    assert.equal(selected(), 'contoso-writer');
    await click(view, await keyElement(view, 'ms.service'));
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), workspaceUri('docfx.json').toString());
    assert.equal(selected(), '"dynamics-365"');
  });

  it('follows text that is not saved, in the article and in docfx.json, and shows what is wrong', async () => {
    const document = await show(article);
    await replace(document, '01/15/2025', '2025-01-15');
    await showsLine('  ms.date: 2025-01-15 [own, warning]');

    const docfx = await vscode.workspace.openTextDocument(workspaceUri('docfx.json'));
    await replace(docfx, '"dynamics-365"', '"dynamics-typed"');
    await showsLine('  ms.service: dynamics-typed [inherited, references]');
  });

  it('adds, edits and takes over a value', async () => {
    const document = await show(article);
    const before = document.getText();

    await vscode.commands.executeCommand('dynamicsDocs.takeOverMetadataValue', await keyElement(view, 'ms.service'));
    const own = before.replace('ms.topic: how-to\n', 'ms.topic: how-to\nms.service: dynamics-365\n');
    assert.equal(document.getText(), own);
    await showsLine('  ms.service: dynamics-365 [own, pass]');

    const title = await keyElement(view, 'title');
    await vscode.commands.executeCommand('dynamicsDocs.editMetadataValue', title, 'Close: the year');
    assert.equal(document.getText(), own.replace('title: Close the fiscal year', 'title: "Close: the year"'));
    await showsLine('  title: Close: the year [own, info]');

    await vscode.commands.executeCommand('dynamicsDocs.addMetadataKey', await keyElement(view, 'description'));
    await showsLine('  description: missing [own, circle-slash]');
    assert.equal(
      document.getText(),
      own.replace('title: Close the fiscal year\n', 'title: "Close: the year"\ndescription: \n'),
    );
    const { selection } = vscode.window.activeTextEditor ?? {};
    const { end } = rangeOf(document, 'description: ');
    assert.deepEqual([selection?.active.line, selection?.active.character], [end.line, end.character]);
  });

  it('is empty for an include file, and once the file is closed', async () => {
    await show(article);
    await open('guide/includes/name.md');
    await becomesEmpty();
    await show(article);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await becomesEmpty();
  });
});

/** The whole tree, a line an element: key, value, what can be done with it and its icon. */
async function treeOf(view: View): Promise<string[]> {
  const lines: string[] = [];
  for (const group of (await view.data.getChildren()) ?? []) {
    lines.push(labelOf(await view.data.getTreeItem(group)));
    for (const key of (await view.data.getChildren(group)) ?? []) {
      const item = await view.data.getTreeItem(key);
      const { id } = item.iconPath as vscode.ThemeIcon;
      lines.push(`  ${labelOf(item)}: ${String(item.description)} [${item.contextValue ?? ''}, ${id}]`);
    }
  }
  return lines;
}

async function keyElement(view: View, name: string): Promise<Element> {
  for (const group of (await view.data.getChildren()) ?? []) {
    for (const key of (await view.data.getChildren(group)) ?? [])
      if (labelOf(await view.data.getTreeItem(key)) === name) return key;
  }
  throw new assert.AssertionError({ message: `The view has no ${name}.` });
}
