import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Files } from '../support/folder';
import { checkJson, runCli } from '../support/program';

/** Forty articles with three mistakes, in a docset that supplies the service. */
function docset(): Files {
  const articles = Array.from({ length: 40 }, (_none, index): [string, string] => [
    `docs/a${String(index).padStart(2, '0')}.md`,
    article({
      'ms.service': undefined,
      'ms.topic': index === 3 ? 'howto' : 'how-to',
      'ms.date': index === 4 ? '2025-10-29' : '10/29/2025',
      [index === 5 ? 'ms-author' : 'ms.author']: 'contosowriter',
      ...(index === 5 ? { 'ms.author': undefined } : {}),
    }),
  ]);
  return {
    ...rootMark,
    'docs/docfx.json': docfx({ globalMetadata: { 'ms.service': 'dynamics-365' } }),
    'docs/includes/part.md': '---\nkind: include\n---\ntext\n',
    'docs/broken.md': '---\ntitle: A\n\n# H\n',
    ...Object.fromEntries(articles),
  };
}

describe('infer', () => {
  it('drafts a schema that finds fault with nothing but the mistakes that it names', async () => {
    const folder = createFolder(docset());
    const { code, stdout, stderr } = await runCli(folder.path, ['infer', 'docs']);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^\/\/ A draft, inferred from 40 articles of docs\.\n/);
    assert.match(stdout, /Left out, since the build does not read their front matter: docs\/broken\.md\./);
    folder.write({ 'draft.json': stdout });
    const { report } = await checkJson(folder.path, ['docs', '--schema', 'draft.json']);
    const found = report.diagnostics
      .filter(({ file }) => file !== 'docs/broken.md' && file !== 'docs/includes/part.md')
      .map(({ file, code: name, message }) => `${file} ${name} ${message}`);
    assert.deepEqual(found, [
      "docs/a03.md invalid-value Invalid value for 'ms.topic': 'howto'.",
      "docs/a04.md date-format-invalid Invalid date format for 'ms.date': '2025-10-29'.",
      "docs/a05.md unknown-attribute Unknown key 'ms-author'. Did you mean 'ms.author'?",
    ]);
    for (const named of [
      "'howto' (docs/a03.md)",
      "'2025-10-29' (docs/a04.md)",
      "'ms-author' for 'ms.author' (docs/a05.md)",
    ])
      assert.ok(stdout.includes(named), named);
    assert.ok(
      !report.diagnostics.some(({ file, code: name }) => file.startsWith('docs/a') && name === 'config-invalid'),
    );
  });

  it('writes a new file, and replaces one only when told to', async () => {
    const folder = createFolder(docset());
    const written = {
      code: 0,
      stdout: '',
      stderr: "'draft.json' is a draft from 40 articles.\n",
    };
    assert.deepEqual(await runCli(folder.path, ['infer', 'docs', '--output', 'draft.json']), written);
    const draft = readFileSync(folder.at('draft.json'), 'utf8');
    const shown = await runCli(folder.path, ['infer', 'docs', '--output', '-']);
    assert.deepEqual(shown, { code: 0, stdout: draft, stderr: '' });
    folder.write({ 'draft.json': 'mine' });
    assert.deepEqual(await runCli(folder.path, ['infer', 'docs', '--output', 'draft.json']), {
      code: 2,
      stdout: '',
      stderr: "There is a file 'draft.json' already. --force replaces it.\n",
    });
    assert.equal(readFileSync(folder.at('draft.json'), 'utf8'), 'mine');
    assert.deepEqual(await runCli(folder.path, ['infer', 'docs', '--output', 'draft.json', '--force']), written);
    assert.equal(readFileSync(folder.at('draft.json'), 'utf8'), draft);
    assert.deepEqual(readdirSync(folder.path).sort(), ['.openpublishing.publish.config.json', 'docs', 'draft.json']);
  });

  const folder = createFolder({ ...rootMark, 'a.md': 'no front matter\n', 'empty/x.txt': '' });
  for (const [what, args, stderr] of [
    [
      'a folder without articles',
      ['infer', 'empty'],
      "There is no article under 'empty' whose front matter the build reads.\n",
    ],
    ['articles without front matter', ['infer'], "There is no article under '.' whose front matter the build reads.\n"],
    ['a file', ['infer', 'a.md'], "'a.md' is a file. Name the folder of a docset.\n"],
    ['a missing folder', ['infer', 'nope'], "There is no file or folder 'nope'.\n"],
    ['--force alone', ['infer', '--force'], '--force goes with --output.\n'],
  ] as const) {
    it(`of ${what} ends with 2 and one sentence`, async () => {
      assert.deepEqual(await runCli(folder.path, args), { code: 2, stdout: '', stderr });
    });
  }

  it('says where it cannot write', async function () {
    if (process.platform === 'win32') this.skip();
    const closed = createFolder({ ...docset(), 'closed/x': '' });
    chmodSync(closed.at('closed'), 0o555);
    // Root may write everywhere.
    if (process.getuid?.() === 0) chmodSync(closed.path, 0o755);
    const options = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    assert.deepEqual(await runCli(closed.path, ['infer', 'docs', '--output', 'closed/draft.json'], '', options), {
      code: 2,
      stdout: '',
      stderr: "'closed/draft.json' cannot be written: permission is denied.\n",
    });
    chmodSync(closed.at('closed'), 0o755);
  });
});
