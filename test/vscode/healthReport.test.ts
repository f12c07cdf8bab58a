import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension, open } from './workspace';

function panels(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('dynamicsDocs.healthReport'),
    );
}

describe('Open Health Report', () => {
  before(async () => {
    await extension().activate();
  });

  after(async () => {
    await vscode.window.tabGroups.close(panels());
  });

  it('shows one panel, named by the repository, however often it is asked for', async () => {
    await open('guide/record-time.md');
    for (let times = 0; times < 2; times++) await vscode.commands.executeCommand('dynamicsDocs.openHealthReport');
    // The tab follows the panel.
    while (panels().length === 0 || panels()[0]?.isActive !== true)
      await new Promise((resolve) => {
        const listening = vscode.window.tabGroups.onDidChangeTabs(() => {
          listening.dispose();
          resolve(undefined);
        });
      });
    assert.equal(panels().length, 1);
    assert.match(panels()[0]?.label ?? '', /^Health Report: \S+$/);
  });
});
