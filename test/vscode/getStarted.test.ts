import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension } from './workspace';

describe('Get Started', () => {
  before(async () => {
    await extension().activate();
  });

  it('opens the walkthrough, which VS Code shows on its page for them', async () => {
    const opened = new Promise<vscode.Tab>((resolve) => {
      const listening = vscode.window.tabGroups.onDidChangeTabs(({ opened: [tab] }) => {
        if (tab === undefined) return;
        listening.dispose();
        resolve(tab);
      });
    });
    await vscode.commands.executeCommand('dynamicsDocs.getStarted');
    const tab = await opened;
    assert.match(tab.label, /^(Welcome|Walkthrough)/);
    // By the command: the page changes while it is drawn, and VS Code 1.91 then does not know the tab any more.
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
