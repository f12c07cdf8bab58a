import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import type { Refused } from '../../src/server/protocol';
import {
  healthReportRequest,
  reportHistoryRequest,
  type LocatedReport,
  type Past,
} from '../../src/server/reportProtocol';
import { startClient, uriOf, type Client } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Files, type Folder } from '../support/folder';
import { commitAll, git } from '../support/git';
import { checkJson } from '../support/program';

const docset: Files = {
  ...rootMark,
  'docs/docfx.json': docfx(),
  'docs/a.md': article(),
  'docs/b.md': article({ title: 'Approve time on a project in Contoso', 'ms.topic': 'howto' }),
};

async function openAll(files: Files): Promise<{ folder: Folder; client: Client }> {
  const folder = createFolder(files);
  return { folder, client: await startClient({ folders: [uriOf(folder.path)] }) };
}

function reportOf(client: Client, folder: Folder): Promise<LocatedReport | Refused | null> {
  const uri = uriOf(folder.at('docfx.json'));
  return client.connection.sendRequest<LocatedReport | Refused | null>(healthReportRequest, { uri });
}

async function codesOf(client: Client, folder: Folder): Promise<readonly string[]> {
  const answer = await reportOf(client, folder);
  assert.ok(answer !== null && 'report' in answer);
  return answer.report.codes.map(({ code }) => code);
}

describe('server: the health report', () => {
  it('has the findings of the command line, with the root that they lie in', async () => {
    const { folder, client } = await openAll(docset);
    const answer = await reportOf(client, folder);
    assert.ok(answer !== null && 'report' in answer);
    const { report } = await checkJson(folder.path);
    assert.equal(answer.root, uriOf(folder.path));
    assert.deepEqual([answer.report.files, answer.report.counts], [report.files, report.counts]);
    assert.deepEqual(
      answer.report.findings,
      report.diagnostics.map(({ file, line, column, severity, code, message }) => ({
        path: file,
        line,
        column,
        severity,
        code,
        message,
      })),
    );
  });

  it('takes what is not saved', async () => {
    const { folder, client } = await openAll(docset);
    assert.ok((await codesOf(client, folder)).includes('ms-topic-invalid'));
    await client.open(uriOf(folder.at('docs/b.md')), article({ title: 'Approve time on a project in Contoso' }));
    assert.equal((await codesOf(client, folder)).includes('ms-topic-invalid'), false);
  });

  const historyOf = (client: Client, folder: Folder): Promise<Past | Refused | null> =>
    client.connection.sendRequest(reportHistoryRequest, { uri: uriOf(folder.at('docfx.json')), commits: 12 });

  it('tells how it was at commits, by the settings of today', async () => {
    const folder = createFolder(docset);
    commitAll(folder.path);
    folder.write({ 'docs/b.md': article({ title: 'Approve time on a project in Contoso' }) });
    git(folder.path, ['commit', '--all', '--quiet', '--message', 'mend b']);
    const commits = git(folder.path, ['rev-list', '--reverse', '--abbrev-commit', '--abbrev=10', 'HEAD']).split('\n');
    const client = await startClient({
      folders: [uriOf(folder.path)],
      initializationOptions: { trusted: true },
      settings: () => ({ rules: { 'ms-topic-invalid': 'error' } }),
    });
    const answer = await reportOf(client, folder);
    assert.ok(answer !== null && 'report' in answer);
    assert.equal(answer.hasHistory, true);
    const past = await historyOf(client, folder);
    assert.ok(past !== null && 'history' in past);
    assert.deepEqual(
      past.history.map(({ commit, files, counts, coverage }) => [commit, files, counts.error, coverage]),
      [
        [commits[0], 2, 1, 1],
        [commits[1], 2, 0, 1],
      ],
    );
  });

  it('runs git in a trusted folder alone', async () => {
    const folder = createFolder(docset);
    commitAll(folder.path);
    const client = await startClient({ folders: [uriOf(folder.path)], initializationOptions: { trusted: false } });
    const answer = await reportOf(client, folder);
    assert.ok(answer !== null && 'report' in answer);
    assert.equal(answer.hasHistory, false);
    assert.deepEqual(await historyOf(client, folder), {
      refused: 'Git is not run here: the folder is not trusted, or not on this machine.',
    });
  });

  it('has no history without a commit, and stops reading when it is told to', async () => {
    const folder = createFolder(docset);
    const client = await startClient({ folders: [uriOf(folder.path)], initializationOptions: { trusted: true } });
    const answer = await reportOf(client, folder);
    assert.ok(answer !== null && 'report' in answer);
    assert.equal(answer.hasHistory, false);
    const past = await historyOf(client, folder);
    assert.ok(past !== null && 'refused' in past);
    assert.match(past.refused, /^Git cannot tell the history: .+\.$/);
    commitAll(folder.path);
    const source = new CancellationTokenSource();
    const params = { uri: uriOf(folder.at('docfx.json')), commits: 12 };
    const asked = client.connection.sendRequest<Past | null>(reportHistoryRequest, params, source.token);
    source.cancel();
    assert.equal(await asked, null);
  });

  it('says why there is none', async () => {
    const { folder, client } = await openAll({ ...docset, '.dynamics-docs.json': '{' });
    const answer = await reportOf(client, folder);
    assert.ok(answer !== null && 'refused' in answer);
    assert.match(answer.refused, /^The configuration \.dynamics-docs\.json:1:2 is invalid: /);
    const elsewhere = await client.connection.sendRequest(healthReportRequest, { uri: 'untitled:x' });
    const unchecked = await startClient({
      folders: [uriOf(folder.path)],
      settings: () => ({ validate: { enable: false } }),
    });
    folder.remove('.dynamics-docs.json');
    assert.deepEqual(await reportOf(unchecked, folder), {
      refused: 'Nothing is validated here: dynamicsDocs.validate.enable is off.',
    });
    assert.deepEqual(elsewhere, { refused: 'This folder belongs to no repository that is open.' });
  });
});
