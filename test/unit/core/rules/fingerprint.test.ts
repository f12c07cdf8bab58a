import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fingerprintsIn } from '../../../../src/core/docset/fingerprints';
import { hashOf } from '../../../../src/core/text/hash';
import type { Files } from '../support/memoryHost';
import { open } from '../support/repository';

const header = ['title: Record time', 'ms.date: 2025-10-29', 'ms.topic: nothing', 'descripton: Time', 'author:'];
const body = [
  '# Record time',
  '',
  'See [!INCLUDE [note](gone.md)] here.',
  '',
  '#### Deep',
  '',
  '# Record time',
  '',
  '# Record time',
  '',
];

function article(headerLines: readonly string[], bodyLines: readonly string[] = body, lineBreak = '\n'): string {
  return ['---', ...headerLines, '---', '', ...bodyLines].join(lineBreak);
}

const original = article(header);

/** The fingerprints of a file's findings, each behind its code, in the order of codes. */
async function fingerprints(text: string, path = 'a.md', files: Files = {}): Promise<string[]> {
  const { repository } = await open({ ...files, [path]: text });
  const found = repository.diagnostics().filter((diagnostic) => diagnostic.path === path);
  const all = await fingerprintsIn(repository.sources, found);
  return found.map((diagnostic) => `${diagnostic.code} ${String(all.get(diagnostic))}`).sort();
}

async function assertSame(text: string, path?: string): Promise<void> {
  assert.deepEqual(await fingerprints(text, path), await fingerprints(original));
}

async function codesOf(text: string): Promise<string[]> {
  return (await fingerprints(text)).map((line) => line.split(' ')[0] ?? '');
}

describe('hashOf', () => {
  it('is FNV-1a', () => {
    assert.deepEqual(['', 'a', 'foobar'].map(hashOf), ['cbf29ce484222325', 'af63dc4c8601ec8c', '85944171f73967e8']);
  });
});

describe('fingerprints of findings', () => {
  it('tell all findings of a file apart', async () => {
    const all = await fingerprints(original);
    assert.equal(new Set(all).size, all.length);
    assert.deepEqual(await codesOf(original), [
      'author-missing',
      'description-missing',
      'heading-skipped',
      'include-not-found',
      'ms-author-missing',
      'ms-date-invalid',
      'ms-service-missing',
      'ms-topic-invalid',
      'multiple-h1s',
      'multiple-h1s',
      'title-bad-length',
      'unknown-attribute',
    ]);
  });

  it('are what earlier versions gave: baselines on disk hold them', async () => {
    assert.deepEqual(await fingerprints(original), [
      'author-missing 3c28cc1c881c2d2c:1',
      'description-missing a854236627b290e0:1',
      'heading-skipped 3b90741add8ab1e6:1',
      'include-not-found ab498e7ebdb3730c:1',
      'ms-author-missing 6785d86765c3ddb5:1',
      'ms-date-invalid 436d9520222545da:1',
      'ms-service-missing 4cfd58d61d3a3fe5:1',
      'ms-topic-invalid e54d9a1cd98fff94:1',
      'multiple-h1s e6869c63bf05e9d5:1',
      'multiple-h1s e6869c63bf05e9d5:2',
      'title-bad-length 74af81917af58374:1',
      'unknown-attribute 2693d00052d2423f:1',
    ]);
  });

  it('stay when lines are added elsewhere', () =>
    assertSame(article(['# Comment', ...header], ['# Record time', '', 'New text.', ...body.slice(1)])));

  it('stay when keys change places', () => assertSame(article(header.toReversed())));

  it('stay with other line breaks, and white space at the end of lines', async () => {
    await assertSame(article(header, body, '\r\n'));
    await assertSame(
      article(
        header,
        body.map((line) => `${line}  `),
      ),
    );
  });

  it('stay in a file of another name', () => assertSame(original, 'folder/b.md'));

  it('stay when a value changes and is still wrong', () =>
    assertSame(original.replace('2025-10-29', '2025-11-30').replace('nothing', 'something')));

  it('count equal findings from the top', async () => {
    const [first = '', second = ''] = (await fingerprints(original)).filter((line) => line.startsWith('multiple-h1s'));
    assert.deepEqual([first.slice(-2), second], [':1', `${first.slice(0, -2)}:2`]);
    const one = await fingerprints(article(header, body.slice(0, -2)));
    assert.deepEqual(
      one.filter((line) => line.startsWith('multiple-h1s')),
      [first],
    );
  });

  it('change when the finding is about another text', async () => {
    const before = await fingerprints(original);
    const after = await fingerprints(original.replace('gone.md', 'away.md'));
    assert.deepEqual(
      [before, after].map((all, index, both) => all.filter((line) => !both[1 - index]?.includes(line)).length),
      [1, 1],
    );
    assert.deepEqual(await codesOf(original.replace('gone.md', 'away.md')), await codesOf(original));
  });

  it('of an article without front matter or heading do not hang on its first line', async () => {
    const codes = ['front-matter-missing', 'h1-missing'];
    const before = await fingerprints('Some text.\n');
    const after = await fingerprints('Other text.\n');
    for (const code of codes)
      assert.ok(
        before.some((line) => line.startsWith(code)),
        code,
      );
    assert.deepEqual(before, after);
  });

  it('of what docfx.json supplies tell its lines apart', async () => {
    const fileMetadata = { 'ms.topic': { 'a/**': 'nothing', 'b/**': 'something' } };
    const docfx = JSON.stringify({ build: { content: [{ files: '**/*.md' }], fileMetadata } }, undefined, 2);
    const files = { 'a/one.md': article([]), 'b/two.md': article([]) };
    const both = await fingerprints(docfx, 'docfx.json', files);
    assert.deepEqual(
      both.map((line) => line.replace(/ .*:/, ' :')),
      ['ms-topic-invalid :1', 'ms-topic-invalid :1'],
    );
    assert.deepEqual(
      await fingerprints(docfx.replace('"nothing"', '"how-to"'), 'docfx.json', files),
      (await fingerprints(docfx, 'docfx.json', { 'b/two.md': article([]) })).filter((line) => both.includes(line)),
    );
  });

  it('are there for a file that cannot be read', async () => {
    const { repository } = await open({ 'a.md': { fails: 'unreadable' } });
    const found = repository.diagnostics();
    assert.deepEqual(
      [...(await fingerprintsIn(repository.sources, found))].map(([{ code }, fingerprint]) => [code, fingerprint]),
      [['file-unreadable', '7c7a3a8d145e6a1f:1']],
    );
  });
});
