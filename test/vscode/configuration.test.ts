import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { appears, disappears } from './diagnostics';
import { open, rangeOf, readText, replace, revertAll, workspaceUri, writeText } from './workspace';

describe('when the configuration changes', () => {
  afterEach(revertAll);

  it('validates again for an unsaved docfx.json', async () => {
    const article = await open('guide/record-time.md');
    const docfx = await open('docfx.json');
    await replace(docfx, '"ms.service": "dynamics-365"', '"ms.subservice": "sample"');
    assert.ok(docfx.isDirty);
    await appears(article.uri, 'ms-service-missing');

    await replace(docfx, '"ms.subservice": "sample"', '"ms.service": "dynamics-365"');
    await disappears(article.uri, 'ms-service-missing');
  });

  it('validates again for a docfx.json that changes on disk', async () => {
    const article = await open('watched/article.md');
    const docfx = workspaceUri('watched/docfx.json');
    const original = await readText(docfx);
    await writeText(docfx, original.replace('"ms.service"', '"ms.other"'));
    await appears(article.uri, 'ms-service-missing');

    await writeText(docfx, original);
    await disappears(article.uri, 'ms-service-missing');
  });

  it('validates again for a .dynamics-docs.json that comes and goes on disk', async () => {
    const article = await open('guide/wrong-date.md');
    await appears(article.uri, 'ms-date-invalid');
    const configuration = workspaceUri('.dynamics-docs.json');
    await writeText(configuration, '{ "rules": { "ms-date-invalid": "off" } }\n');
    await disappears(article.uri, 'ms-date-invalid');

    await vscode.workspace.fs.delete(configuration);
    await appears(article.uri, 'ms-date-invalid');
  });

  it('shows mistakes in docfx.json on docfx.json', async () => {
    const docfx = await open('docfx.json');
    await replace(docfx, '"content": [', '"content": [[');
    const finding = await appears(docfx.uri, 'docfx-config-invalid');
    assert.ok(finding.range.start.line >= rangeOf(docfx, '"content"').start.line);

    await replace(docfx, '"content": [[', '"content": [');
    await disappears(docfx.uri, 'docfx-config-invalid');
  });
});

describe('schemas of the team', () => {
  afterEach(revertAll);

  it('are compiled where the server runs, and count at once', async () => {
    const article = await open('guide/plan-projects.md');
    const [configuration, schema] = [workspaceUri('.dynamics-docs.json'), workspaceUri('team.metadata-schema.json')];
    await writeText(schema, '{ "required": ["ms.team"], "properties": { "title": { "maxLength": 9 } } }');
    await writeText(configuration, '{ "metadataSchema": ["dynamics", "team.metadata-schema.json"] }');
    try {
      await appears(article.uri, 'missing-attribute');
      await appears(article.uri, 'string-length-invalid');
      await writeText(schema, '{ "required": ["ms.team"] }');
      await disappears(article.uri, 'string-length-invalid');
    } finally {
      await vscode.workspace.fs.delete(configuration);
      await vscode.workspace.fs.delete(schema);
    }
    await disappears(article.uri);
  });
});
