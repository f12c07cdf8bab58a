import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { appears, codeOf, eventually, findings } from '../diagnostics';
import { askPage } from '../driver';
import { docsetIsRead, labelOf, offered, write } from '../metadataSupport';
import { extension, open, rangeOf, replace, revertAll, running, workspaceUri } from '../workspace';

const article = 'guide/plan-projects.md';

/** The templates that New Article offers. */
async function templates(): Promise<readonly string[]> {
  const pick = vscode.window.showQuickPick;
  let labels: readonly string[] = [];
  try {
    vscode.window.showQuickPick = async (items: unknown) => {
      labels = ((await items) as vscode.QuickPickItem[]).map(({ label }) => label);
      return undefined as never;
    };
    await vscode.commands.executeCommand('dynamicsDocs.newArticle', workspaceUri('watched'));
  } finally {
    vscode.window.showQuickPick = pick;
  }
  return labels;
}

/** What is offered as the writer's alias. */
async function authors(): Promise<readonly string[]> {
  const document = await open(article);
  const position = await write(document, 'ms.author: contosowriter', 'ms.author: |');
  const labels = (await offered(document, position, undefined, [vscode.CompletionItemKind.Value])).map(labelOf);
  await revertAll();
  return labels;
}

/** The codes of an article whose date and title are wrong, once the first is among them. */
async function codes(): Promise<readonly string[]> {
  const document = await open('guide/wrong-date.md');
  await appears(document.uri, 'ms-date-invalid');
  return findings(document.uri).map(codeOf);
}

/** What works whether the folder is trusted or not. */
function worksAsEver(): void {
  describe('while typing', () => {
    it('shows findings by the configuration of the team', async () => {
      const document = await open('watched/article.md');
      await replace(document, '01/15/2025', '2024-01-02');
      const { severity, range } = await appears(document.uri, 'ms-date-invalid');
      assert.equal(severity, vscode.DiagnosticSeverity.Error);
      assert.deepEqual(range, rangeOf(document, '2024-01-02'));
    });
  });

  describe('schemas of the team', () => {
    it('are not read outside of the folder', async () => {
      const configuration = workspaceUri('watched/.dynamics-docs.json');
      const isRefused = (): boolean =>
        findings(configuration).some(
          ({ message }) => message === "The schema '../../outside.json' lies outside the repository and is not read.",
        );
      await open('watched/article.md');
      await eventually(configuration, isRefused, 'a finding on the path');
    });
  });

  describe('preview of includes', () => {
    it('shows them', async () => {
      const document = await open('guide/with-includes.md');
      const html = await vscode.commands.executeCommand<string>('markdown.api.render', document);
      assert.match(html, /dynamics-docs-include/);
    });
  });

  describe('hover on metadata', () => {
    it('explains a key', async () => {
      const document = await open(article);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        rangeOf(document, 'ms.topic').start,
      );
      assert.equal(hovers.length, 1);
    });
  });

  describe('repairs', () => {
    it('are offered at a finding', async () => {
      const { uri } = await open('guide/wrong-date.md');
      const { range } = await appears(uri, 'ms-date-invalid');
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        range,
      );
      assert.ok(actions.some(({ title }) => title === "Change '2024-01-02' to '01/02/2024'"));
    });
  });
}

describe('Restricted Mode', () => {
  before(async () => {
    await extension().activate();
    await running();
    assert.equal(vscode.workspace.isTrusted, false);
    await docsetIsRead();
  });

  afterEach(revertAll);

  worksAsEver();

  describe('schemas of the team', () => {
    it('that settings of the folder name are left out', async () => {
      assert.deepEqual(await codes(), ['ms-date-invalid']);
    });
  });

  describe('New Article', () => {
    it('leaves out the templates of the folder', async () => {
      const labels = await templates();
      assert.ok(labels.includes('Support article'), labels.join());
      assert.ok(!labels.includes('Release note'), labels.join());
    });
  });

  describe('completion of metadata', () => {
    it('asks git for nothing', async () => {
      assert.deepEqual(await authors(), ['contosowriter']);
    });
  });
});

describe('Restricted Mode that was left', () => {
  before(async () => {
    const granted = new Promise<void>((resolve) => {
      const listening = vscode.workspace.onDidGrantWorkspaceTrust(() => {
        listening.dispose();
        resolve();
      });
    });
    await vscode.commands.executeCommand('workbench.trust.manage');
    askPage('grant trust');
    await granted;
    assert.equal(vscode.workspace.isTrusted, true);
    await running();
    await docsetIsRead();
  });

  afterEach(revertAll);

  worksAsEver();

  describe('schemas of the team', () => {
    it('are those that settings of the folder name, too', async () => {
      await appears((await open('guide/wrong-date.md')).uri, 'string-length-invalid');
      assert.deepEqual((await codes()).toSorted(), ['ms-date-invalid', 'string-length-invalid']);
    });
  });

  describe('New Article', () => {
    it('offers the templates of the folder', async () => {
      assert.ok((await templates()).includes('Release note'));
    });
  });

  describe('completion of metadata', () => {
    it('asks git who writes', async () => {
      assert.deepEqual(await authors(), ['robin', 'contosowriter']);
    });
  });

  describe('the task check', () => {
    it('is offered: before, VS Code asks for trust by itself', async () => {
      const tasks = await vscode.tasks.fetchTasks({ type: 'dynamics-docs' });
      assert.deepEqual(
        tasks.map(({ name }) => name),
        ['check'],
      );
    });
  });
});
