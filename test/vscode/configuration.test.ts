import assert from 'node:assert/strict';
import { rm, writeFile, readFile } from 'node:fs/promises';
import { appears, disappears } from './diagnostics';
import { open, rangeOf, replace, revertAll, workspaceUri } from './workspace';

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
    const docfx = workspaceUri('watched/docfx.json').fsPath;
    const original = await readFile(docfx, 'utf8');
    await writeFile(docfx, original.replace('"ms.service"', '"ms.other"'));
    await appears(article.uri, 'ms-service-missing');

    await writeFile(docfx, original);
    await disappears(article.uri, 'ms-service-missing');
  });

  it('validates again for a .dynamics-docs.json that comes and goes on disk', async () => {
    const article = await open('guide/wrong-date.md');
    await appears(article.uri, 'ms-date-invalid');
    const configuration = workspaceUri('.dynamics-docs.json').fsPath;
    await writeFile(configuration, '{ "rules": { "ms-date-invalid": "off" } }\n');
    await disappears(article.uri, 'ms-date-invalid');

    await rm(configuration);
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
