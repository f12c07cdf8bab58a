import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Refused } from '../../src/server/protocol';
import { healthReportRequest, type LocatedReport } from '../../src/server/reportProtocol';
import { startClient, uriOf, type Client } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Files, type Folder } from '../support/folder';
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
