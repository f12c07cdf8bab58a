import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { docfx, rawArticle, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';
import { runCli } from '../support/program';

const folder = createFolder({
  ...rootMark,
  'docs/docfx.json': docfx({
    globalMetadata: { 'ms.service': 'dynamics-365' },
    fileMetadata: { author: { 'b/*.md': 'b-team' } },
  }),
  'docs/a.md': rawArticle('title: "A, the first"', 'ms.custom: [x, y]', 'zone: =1'),
  'docs/b/b.md': rawArticle('title: Größe'),
  'docs/includes/part.md': rawArticle('title: Part'),
  'docs/broken.md': rawArticle('title: a: b'),
  'archive/old.md': rawArticle('title: Old'),
});

const table = [
  'file,title,author,ms.service,ms.custom,zone',
  'docs/a.md,"A, the first",,dynamics-365,"[x, y]",\'=1',
  'docs/b/b.md,Größe,b-team,dynamics-365,,',
  'docs/broken.md,,,dynamics-365,,',
  '',
].join('\n');
const ignored = "The build ignores the front matter of 1 article: 'dynamics-docs check' says why.\n";

const run = (...args: readonly string[]): ReturnType<typeof runCli> =>
  runCli(folder.path, ['metadata', '--all', ...args]);

describe('metadata --all', () => {
  it('writes a row for each article that the build takes', async () => {
    assert.deepEqual(await run(), { code: 0, stdout: table, stderr: ignored });
    assert.deepEqual((await run('docs', '--format', 'csv')).stdout, table);
  });

  it('takes the articles of some paths and the keys that are named, in their order', async () => {
    assert.deepEqual(await run('docs/b', 'docs/a.md', '--keys', 'ms.custom, title,description'), {
      code: 0,
      stdout: 'file,ms.custom,title,description\ndocs/a.md,"[x, y]","A, the first",\ndocs/b/b.md,,Größe,\n',
      stderr: '',
    });
  });

  it('says where values come from', async () => {
    const { stdout } = await run('docs/b', '--with-source');
    assert.equal(
      stdout,
      'file,title,title (source),author,author (source),ms.service,ms.service (source)\n' +
        'docs/b/b.md,Größe,frontMatter,b-team,fileMetadata,dynamics-365,globalMetadata\n',
    );
  });

  it('writes JSON as for one file, an article a line', async () => {
    const { stdout } = await run('docs', '--format', 'json');
    const all = JSON.parse(stdout) as { file: string }[];
    const single = await runCli(folder.path, ['metadata', 'docs/a.md', '--format', 'json']);
    assert.deepEqual(all[0], JSON.parse(single.stdout));
    const files = all.map(({ file }) => file);
    assert.deepEqual(files, ['docs/a.md', 'docs/b/b.md', 'docs/broken.md']);
    assert.deepEqual(JSON.parse(stdout.split('\n')[1]?.replace(/,$/, '') ?? ''), all[0]);
    const { stdout: some } = await run('docs/b', '--format', 'json', '--keys', 'ms.date,title');
    assert.deepEqual(JSON.parse(some), [
      {
        file: 'docs/b/b.md',
        docset: 'docs/docfx.json',
        metadata: { title: { value: 'Größe', source: 'frontMatter', file: 'docs/b/b.md', line: 2, column: 8 } },
      },
    ]);
  });

  it('writes a file that spreadsheets read as UTF-8, and replaces none unasked', async () => {
    const read = (): string => readFileSync(folder.at('m.csv'), 'utf8');
    assert.deepEqual(await run('--output', 'm.csv'), { code: 0, stdout: '', stderr: ignored });
    assert.equal(read(), `\ufeff${table}`);
    const refused = "There is a file 'm.csv' already. --force replaces it.\n";
    assert.deepEqual(await run('docs/b', '--output', 'm.csv'), { code: 2, stdout: '', stderr: refused });
    assert.equal(read(), `\ufeff${table}`);
    assert.equal((await run('docs/b', '--output', 'm.csv', '--force', '--format', 'json')).code, 0);
    assert.equal(read().charAt(0), '[');
    assert.deepEqual(await run('--output', '-'), { code: 0, stdout: table, stderr: ignored });
  });

  it('makes the folders of its file, and takes no folder for a file', async () => {
    assert.equal((await run('docs/b', '--output', 'out/tables/m.csv')).code, 0);
    assert.match(readFileSync(folder.at('out/tables/m.csv'), 'utf8'), /^\ufefffile,/);
    for (const options of [[], ['--force']]) {
      const { code, stderr } = await run('docs/b', '--output', 'out', ...options);
      assert.deepEqual([code, stderr.includes('folder'), stderr.includes('already')], [2, true, false]);
    }
    folder.remove('out');
  });

  const wrong: readonly (readonly [string, readonly string[], string])[] = [
    ['a format', ['--all', '--format', 'text'], "There is no format 'text' for --all. Choose one of: csv, json.\n"],
    [
      'a format of one file',
      ['docs/a.md', '--format', 'csv'],
      "There is no format 'csv'. Choose one of: text, json.\n",
    ],
    [
      'a key',
      ['--all', '--keys', 'title,descripton'],
      "No article and no schema has the key 'descripton'. Did you mean 'description'?\n",
    ],
    ['no key', ['--all', '--keys', ','], '--keys names no key.\n'],
    [
      'sources in JSON',
      ['--all', '--format', 'json', '--with-source'],
      '--with-source goes with CSV. JSON always names the sources.\n',
    ],
    ['force alone', ['--all', '--force'], '--force goes with --output.\n'],
    ['a folder to replace', ['--all', '--output', 'docs', '--force'], "'docs' cannot be written: it is a folder.\n"],
    ['keys of one file', ['docs/a.md', '--keys', 'title'], '--keys goes with --all.\n'],
    ['a dry run', ['--all', '--dry-run'], '--dry-run goes with --apply.\n'],
    ['both ways', ['--all', '--apply', 'm.csv'], '--all and --apply do not go together.\n'],
    ['a path that is not there', ['--all', 'nowhere'], "There is no file or folder 'nowhere'.\n"],
    [
      'an include file',
      ['--all', 'docs/includes/part.md'],
      "'docs/includes/part.md' is no article that the build takes. Leave out --all.\n",
    ],
    ['a folder without articles', ['--all', 'archive'], "There is no article under 'archive'.\n"],
  ];
  for (const [name, args, stderr] of wrong)
    it(`refuses ${name}`, async () => {
      assert.deepEqual(await runCli(folder.path, ['metadata', ...args]), { code: 2, stdout: '', stderr });
    });
});
