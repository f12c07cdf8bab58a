import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension/activate';
import { click, isAbout, labelOf, openInView, selected, shows } from './views';
import { extension, open, replace, revertAll, workspaceUri } from './workspace';

const article = 'guide/with-includes.md';
const banner = 'guide/includes/banner.md';
const name = 'guide/includes/name.md';

type View = ExtensionApi['includesView'];
type Element = Awaited<ReturnType<View['data']['getChildren']>> extends (infer E)[] | null | undefined ? E : never;

describe('view of includes', () => {
  let view: View;

  before(async () => {
    await extension().activate();
    view = extension().exports.includesView;
  });

  afterEach(async () => {
    await revertAll();
    await shows(view, async () => {
      assert.deepEqual(await treeOf(view), []);
    });
  });

  const show = (path: string): Promise<vscode.TextDocument> => openInView(view, 'dynamicsDocs.includes.focus', path);

  it('shows what the active article includes, and who includes the active file', async () => {
    await show(article);
    assert.deepEqual(await treeOf(view), [
      'Includes (2)',
      '  banner.md guide/includes',
      '    name.md guide/includes',
      '  name.md guide/includes',
      'Included By (0)',
    ]);

    await open(name);
    await isAbout(view, name);
    assert.deepEqual(await treeOf(view), [
      'Includes (0)',
      'Included By (2)',
      '  banner.md included by 1 · guide/includes',
      '    with-includes.md guide',
      '  with-includes.md guide',
    ]);
  });

  it('opens an included file, and the directive of a file that includes', async () => {
    await show(article);
    const [included] = await filesOf(view, 'includes');
    await click(view, included);
    await isAbout(view, banner);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), workspaceUri(banner).toString());

    const [user] = await filesOf(view, 'dependents');
    await click(view, user);
    await isAbout(view, article);
    assert.equal(selected(), '[!INCLUDE [banner](includes/banner.md)]');

    // The inline action leads from an included file to its directive.
    const [, second] = await filesOf(view, 'includes');
    await vscode.commands.executeCommand('dynamicsDocs.goToIncludeDirective', second);
    assert.equal(selected(), '[!INCLUDE [name](includes/name.md)]');
  });

  it('follows text that is not saved, keeps its places, and shows what is wrong', async () => {
    const document = await show(article);
    const ids = await idsOf(view);
    await replace(document, '(includes/name.md)', '(includes/gone.md)');
    await shows(view, async () => {
      assert.deepEqual(await treeOf(view), [
        'Includes (2)',
        '  banner.md guide/includes',
        '    name.md guide/includes',
        '  gone.md not found · guide/includes',
        'Included By (0)',
      ]);
    });
    assert.deepEqual((await idsOf(view)).slice(0, 2), ids.slice(0, 2));
    const [, gone] = await filesOf(view, 'includes');
    assert.ok(gone);
    const item = await view.data.getTreeItem(gone);
    assert.equal((item.iconPath as vscode.ThemeIcon).id, 'error');
    assert.equal(item.accessibilityInformation?.label, 'gone.md, not found, guide/includes');
    await click(view, gone);
    assert.equal(selected(), '[!INCLUDE [name](includes/gone.md)]');
  });

  it('is empty once the file is closed', async () => {
    await show(article);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await shows(view, async () => {
      assert.deepEqual(await treeOf(view), []);
    });
  });
});

/** The whole tree, a line an element. */
async function treeOf(view: View, element?: Element, indent = ''): Promise<string[]> {
  const lines: string[] = [];
  for (const child of (await view.data.getChildren(element)) ?? []) {
    const item = await view.data.getTreeItem(child);
    const label = labelOf(item);
    const description = String(item.description);
    lines.push(indent === '' ? `${label} (${description})` : `${indent}${label} ${description}`);
    if (item.collapsibleState !== vscode.TreeItemCollapsibleState.None)
      lines.push(...(await treeOf(view, child, `${indent}  `)));
  }
  return lines;
}

async function filesOf(view: View, direction: Element['direction']): Promise<Element[]> {
  const branches = (await view.data.getChildren()) ?? [];
  const branch = branches.find((element) => element.direction === direction);
  assert.ok(branch);
  return (await view.data.getChildren(branch)) ?? [];
}

async function idsOf(view: View): Promise<(string | undefined)[]> {
  const elements = [...((await view.data.getChildren()) ?? []), ...(await filesOf(view, 'includes'))];
  return Promise.all(elements.map(async (element) => (await view.data.getTreeItem(element)).id));
}
