import assert from 'node:assert/strict';
import { chmodSync, symlinkSync } from 'node:fs';
import { describe, it } from 'mocha';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';
import { checkJson, places, runAsUser, runCli } from '../support/program';

const wrong = article({ 'ms.date': '2025-10-29' });

describe('check: symbolic links', function () {
  // Windows lets administrators alone create them.
  if (process.platform === 'win32') {
    it.skip('are followed inside the root alone');
    return;
  }

  const outside = createFolder({ 'secret.md': wrong, 'folder/secret.md': wrong, 'schema.json': '{"type":"object"}' });
  const folder = createFolder({
    ...rootMark,
    'docs/docfx.json': docfx(),
    'docs/real/a.md': wrong,
    'elsewhere/linked.md': article({ 'ms.date': '2025-10-30', title: 'Record time for another article' }),
  });
  const links: Readonly<Record<string, string>> = {
    'docs/loop': '..',
    'docs/real/loop': '.',
    'docs/itself': 'itself',
    'docs/nowhere.md': 'nothing.md',
    'docs/outside.md': outside.at('secret.md'),
    'docs/outside': outside.at('folder'),
    'docs/inside.md': '../elsewhere/linked.md',
  };
  for (const [link, target] of Object.entries(links)) symlinkSync(target, folder.at(link));

  it('are followed inside the root alone, and a loop is reported', async () => {
    const { report, code } = await checkJson(folder.path);
    assert.deepEqual(
      places(report).filter((place) => !place.includes('duplicate')),
      [
        'docs/inside.md:6:10 warning ms-date-invalid',
        'docs/itself:1:1 warning symlink-loop',
        'docs/loop:1:1 warning symlink-loop',
        'docs/real/a.md:6:10 warning ms-date-invalid',
        'docs/real/loop:1:1 warning symlink-loop',
      ],
    );
    assert.deepEqual([report.files, code], [2, 0]);
  });

  for (const path of ['docs/outside.md', 'docs/outside/secret.md']) {
    it(`out of the root are not read when ${path} is named, and this is said`, async () => {
      assert.deepEqual(await runCli(folder.path, ['check', path]), {
        code: 0,
        stdout: `${path}:1:1: warning file-unreadable This file cannot be read: it lies outside the repository.\n`,
        stderr: '1 file checked: 0 errors, 1 warning, 0 suggestions, 0 info.\n',
      });
    });
  }

  it('out of the root give no metadata', async () => {
    const { stdout } = await runCli(folder.path, ['metadata', 'docs/outside.md', '--format', 'json']);
    assert.deepEqual(JSON.parse(stdout), { file: 'docs/outside.md', docset: 'docs/docfx.json', metadata: {} });
  });

  it('out of the root are no way to a schema', async () => {
    symlinkSync(outside.at('schema.json'), folder.at('linked.schema.json'));
    folder.write({ '.dynamics-docs.json': '{"metadataSchema":"linked.schema.json"}' });
    const finished = await runCli(folder.path, ['check']);
    folder.remove('.dynamics-docs.json');
    assert.deepEqual(
      [finished.code, finished.stderr],
      [2, "The schema 'linked.schema.json' cannot be read: it lies outside the repository.\n"],
    );
  });
});

describe('check: files that cannot be read', () => {
  it('are reported and the others are checked', async function () {
    // Windows has other permissions than these.
    if (process.platform === 'win32') this.skip();
    const folder = createFolder({
      ...rootMark,
      'a.md': wrong,
      'locked.md': wrong,
      'locked/b.md': wrong,
    });
    chmodSync(folder.path, 0o755);
    chmodSync(folder.at('locked.md'), 0);
    chmodSync(folder.at('locked'), 0);
    try {
      const finished = await runAsUser(folder.path, ['check']);
      // Nobody else may run what is built here: there is nothing to test then.
      if (finished === undefined) this.skip();
      assert.deepEqual(finished, {
        code: 0,
        stdout: [
          "a.md:6:10: warning ms-date-invalid Invalid date format for 'ms.date': '2025-10-29'. Use MM/DD/YYYY, for example 10/29/2025.",
          'locked:1:1: warning file-unreadable This folder cannot be read: permission is denied.',
          'locked.md:1:1: warning file-unreadable This file cannot be read: permission is denied.',
          '',
        ].join('\n'),
        stderr: '2 files checked: 0 errors, 3 warnings, 0 suggestions, 0 info.\n',
      });
    } finally {
      chmodSync(folder.at('locked'), 0o700);
    }
  });

  it('end the check where one is a configuration, and are named with the reason', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = createFolder({ ...rootMark, '.dynamics-docs.json': '{}', 'a.md': wrong, 'closed/b.md': wrong });
    chmodSync(folder.path, 0o755);
    chmodSync(folder.at('.dynamics-docs.json'), 0);
    chmodSync(folder.at('closed'), 0);
    try {
      const checked = await runAsUser(folder.path, ['check', 'a.md']);
      if (checked === undefined) this.skip();
      const reason = 'This file cannot be read: permission is denied.';
      assert.deepEqual(
        [checked.code, checked.stderr],
        [2, `The configuration .dynamics-docs.json is invalid: ${reason}\n`],
      );
      const named = { code: 2, stdout: '', stderr: "'closed/b.md' cannot be read: permission is denied.\n" };
      assert.deepEqual(await runAsUser(folder.path, ['check', 'closed/b.md']), named);
      chmodSync(folder.at('a.md'), 0);
      const rendered = { code: 2, stdout: '', stderr: `a.md: ${reason}\n` };
      assert.deepEqual(await runAsUser(folder.path, ['render', 'a.md']), rendered);
    } finally {
      chmodSync(folder.at('closed'), 0o700);
    }
  });

  it('are those with a name of Markdown that are folders, left alone', async () => {
    const folder = createFolder({ ...rootMark, 'folder.md/a.md': wrong });
    const { report } = await checkJson(folder.path);
    assert.deepEqual(places(report), ['folder.md/a.md:6:10 warning ms-date-invalid']);
  });
});

describe('check: bytes', () => {
  const bytes = (...parts: (string | number)[]): Uint8Array =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));

  it('that are not UTF-8 are reported, and the rest of the file is checked', async () => {
    const [head, tail] = wrong.split('Record') as [string, string];
    const folder = createFolder({
      ...rootMark,
      'a.md': bytes(head, 'F', 0xfc, 'r', tail),
      'utf16.md': bytes(0xff, 0xfe, '-', 0),
    });
    const { report, code } = await checkJson(folder.path);
    assert.deepEqual(
      report.diagnostics.filter(({ file }) => file === 'a.md').map(({ code, message }) => `${code} ${message}`),
      [
        'file-not-utf8 Byte 13 is not UTF-8. Save the file as UTF-8.',
        "ms-date-invalid Invalid date format for 'ms.date': '2025-10-29'. Use MM/DD/YYYY, for example 10/29/2025.",
      ],
    );
    assert.ok(places(report).includes('utf16.md:1:1 warning file-not-utf8'));
    assert.equal(code, 0);
  });

  it('of a replacement character that the writer typed are UTF-8', async () => {
    const folder = createFolder({ ...rootMark, 'a.md': article({ audience: 'a\ufffdb' }) });
    assert.deepEqual(places((await checkJson(folder.path)).report), []);
  });

  it('may be none', async () => {
    const folder = createFolder({ ...rootMark, 'docfx.json': docfx(), 'empty.md': '', 'includes/empty.md': '' });
    const { report } = await checkJson(folder.path);
    assert.deepEqual(places(report), [
      'empty.md:1:1 warning author-missing',
      'empty.md:1:1 warning description-missing',
      'empty.md:1:1 warning front-matter-missing',
      'empty.md:1:1 warning ms-author-missing',
      'empty.md:1:1 warning ms-date-missing',
      'empty.md:1:1 warning ms-service-missing',
      'empty.md:1:1 warning ms-topic-missing',
      'empty.md:1:1 warning title-missing',
      'includes/empty.md:1:1 suggestion include-unused',
    ]);
    assert.equal(report.files, 2);
  });

  it('of a BOM and of CRLF line ends move no place', async () => {
    const folder = createFolder({
      ...rootMark,
      'docfx.json': `\ufeff${docfx({ globalMetadata: { 'ms.author': 'a b' } })}`.replaceAll('\n', '\r\n'),
      '.dynamics-docs.json': '\ufeff{\r\n  "rulez": {}\r\n}\r\n',
      'a.md': `\ufeff${article({ 'ms.author': undefined, 'ms.date': '2025-10-29' })}`.replaceAll('\n', '\r\n'),
    });
    const { report } = await checkJson(folder.path);
    assert.deepEqual(
      report.diagnostics.map(
        ({ file, line, column, endLine, endColumn, code }) =>
          `${file}:${line}:${column}-${endLine}:${endColumn} ${code}`,
      ),
      [
        '.dynamics-docs.json:2:4-2:9 config-invalid',
        'a.md:5:10-5:20 ms-date-invalid',
        'docfx.json:14:20-14:25 ms-author-invalid',
      ],
    );
  });
});

describe('check: file names', () => {
  const names = [
    '!start.md',
    '-dash.md',
    'a[1].md',
    'b,c$d.md',
    'mit leer.md',
    "quote's.md",
    '{x}.md',
    'übér/größe.md',
    '日本.md',
  ];
  const folder = createFolder({
    ...rootMark,
    'docfx.json': docfx(),
    '.dynamics-docs.json':
      '{"rules":{"duplicate-title-within-docset":"off","duplicate-description-within-docset":"off"}}',
    ...Object.fromEntries(names.map((name) => [name, wrong])),
  });

  it('are shown as they are, sorted by code unit', async () => {
    const { report } = await checkJson(folder.path);
    assert.deepEqual(
      report.diagnostics.map(({ file }) => file),
      names,
    );
  });

  for (const name of names) {
    it(`${name} can be named`, async () => {
      const { report } = await checkJson(folder.path, ['--', name]);
      assert.deepEqual(places(report), [`${name}:6:10 warning ms-date-invalid`]);
    });
  }
});
