import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension/activate';
import { appears, disappears } from './diagnostics';
import { describeWith, onNode } from './hosts';
import { extension, open, revertAll, running, type } from './workspace';

describe('the language server', () => {
  afterEach(revertAll);

  it('goes on after Restart Server', async () => {
    await running();
    await vscode.commands.executeCommand('dynamicsDocs.restartServer');
    await showsFindings();
  });
});

describeWith('processes', onNode, 'the language server as a process', () => {
  afterEach(revertAll);

  it('is another process after Restart Server', async () => {
    const before = await processId();
    await vscode.commands.executeCommand('dynamicsDocs.restartServer');
    assert.notEqual(await processId(), before);
  });

  it('is started again after a crash', async () => {
    const before = await processId();
    const restarted = nextRunning();
    process.kill(before, 'SIGKILL');
    await restarted;
    assert.notEqual(await processId(), before);
    await showsFindings();
  });
});

/** The process of the server, once it runs. */
async function processId(): Promise<number> {
  await running();
  const { server } = extension().exports;
  assert.ok(server.processId !== undefined, 'the server has no process');
  return server.processId;
}

function nextRunning(): Promise<void> {
  const { server }: ExtensionApi = extension().exports;
  return new Promise((resolve) => {
    const listening = server.onDidChangeState((state) => {
      if (state !== 'running') return;
      listening.dispose();
      resolve();
    });
  });
}

/** Findings of the old server may still stand: a change of the text is answered by the new one alone. */
async function showsFindings(): Promise<void> {
  const article = await open('guide/plan-projects.md');
  await disappears(article.uri);
  await type(article, '01/15/2025', '2024-01-02');
  await appears(article.uri, 'ms-date-invalid');
}
