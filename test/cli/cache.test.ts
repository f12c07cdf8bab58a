import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { after, before, describe, it } from 'mocha';
import { userCacheFolder } from '../../src/cli/cache/place';
import { main } from '../../src/cli/main';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Folder } from '../support/folder';
import { runCli } from '../support/program';

/** Files are kept once they have been as they are for some seconds: the clock runs ahead instead of the tests waiting. */
const ahead = 10_000;
const realNow = Date.now;

interface Told {
  readonly code: number;
  readonly stdout: string;
}

async function check(cwd: string, ...args: readonly string[]): Promise<Told> {
  let stdout = '';
  const code = await main(['check', '--concurrency', 'off', ...args], {
    cwd,
    stdout: (text) => (stdout += text),
    stderr: () => undefined,
    stderrIsTerminal: false,
    readStdin: () => Promise.resolve(''),
    env: {},
  });
  return { code, stdout };
}

function repository(): Folder {
  return createFolder({
    ...rootMark,
    'docs/docfx.json': docfx({ globalMetadata: { 'ms.prod': 'contoso' } }),
    'docs/articles/a.md': `${article({ title: 'The same' })}\n[b](b.md#part) [gone](gone.md)\n`,
    'docs/articles/b.md': `${article({ title: 'The same', 'ms.date': '2025-10-29' })}\n## Part\n\n[!INCLUDE [i](../includes/i.md)]\n`,
    'docs/articles/c.md': `${article({ title: 'Another' })}\n[a](a.md)\n`,
    'docs/includes/i.md': 'Words.\n',
    'docs/articles/TOC.yml': '- name: A\n  href: a.md\n- name: Gone\n  href: nowhere.md\n',
  });
}

/** Files of a folder of caches, by the kind that their names tell. */
function kept(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [/-(check|facts)-/.exec(name)?.[1] ?? name, join(folder, name)]),
  );
}

/** Puts one text in the place of another one of its length, in a file of bytes. */
function falsify(path: string, from: string, to: string): void {
  const bytes = readFileSync(path, 'latin1');
  assert.ok(bytes.includes(from) && from.length === to.length);
  const written = Buffer.from(bytes.replaceAll(from, to), 'latin1');
  // A line with the key, the checksum, the content.
  const sum = written.indexOf('\n') + 1;
  written.writeUInt32LE(crc32(written.subarray(sum + 4)), sum);
  writeFileSync(path, written);
}

describe('check --cache-location', () => {
  before(() => {
    Date.now = () => realNow() + ahead;
  });
  after(() => {
    Date.now = realNow;
  });

  it('repeats what was found, as long as nothing changes', async () => {
    const { path } = repository();
    const cache = createFolder();
    const uncached = await check(path, '--no-cache');
    assert.match(uncached.stdout, /file-not-found Invalid file link: 'gone\.md'/);
    assert.deepEqual(await check(path, '--cache-location', cache.path), uncached);
    assert.deepEqual(Object.keys(kept(cache.path)).sort(), ['check', 'facts']);
    assert.deepEqual(await check(path, '--cache-location', cache.path), uncached);
    // Words that no check would find: they come from what is kept.
    falsify(kept(cache.path).check ?? '', 'Invalid file link', 'Onvalid file link');
    const repeated = await check(path, '--cache-location', cache.path);
    assert.equal(repeated.stdout, uncached.stdout.replaceAll('Invalid file link', 'Onvalid file link'));
    assert.deepEqual(await check(path, '--no-cache'), uncached);
  });

  it('reads again only what changed', async () => {
    const folder = repository();
    const cache = createFolder();
    await check(folder.path, '--cache-location', cache.path);
    falsify(kept(cache.path).facts ?? '', 'Invalid date format', 'Onvalid date format');
    folder.write({ 'docs/articles/c.md': `${article({ title: 'Another', 'ms.date': '2025-10-30' })}\n` });
    const { stdout } = await check(folder.path, '--cache-location', cache.path);
    assert.match(stdout, /c\.md:\d+:\d+: warning ms-date-invalid Invalid/);
    assert.match(stdout, /b\.md:\d+:\d+: warning ms-date-invalid Onvalid/);
  });

  it('finds the same as without it after each kind of change', async () => {
    const folder = repository();
    const cache = createFolder({});
    const options = createFolder({ 'schema.json': '{ "strictRequired": ["ms.reviewer"] }' });
    const changes: Readonly<Record<string, () => void>> = {
      'a target is gone': () => {
        folder.remove('docs/articles/c.md');
      },
      'a target comes': () => {
        folder.write({ 'docs/articles/gone.md': article({ title: 'Not gone' }) });
      },
      'a heading is called otherwise': () => {
        folder.write({ 'docs/articles/b.md': `${article({ title: 'Third' })}\n## Section\n` });
      },
      'an include brings a list': () => {
        folder.write({
          'docs/articles/b.md': `${article({ title: 'B' })}\nIn [!INCLUDE [i](../includes/i.md)] a line.\n`,
          'docs/includes/i.md': '- one\n- two\n',
        });
      },
      'docfx.json supplies something else': () => {
        folder.write({ 'docs/docfx.json': docfx({ globalMetadata: { manager: 'somebody' } }) });
      },
      'docfx.json excludes a file': () => {
        const content = [{ files: ['**/*.md'], exclude: ['**/b.md', '**/includes/**'] }];
        folder.write({ 'docs/docfx.json': docfx({ content }) });
      },
      'a configuration turns a rule off': () => {
        folder.write({ '.dynamics-docs.json': '{ "rules": { "file-not-found": "off" } }' });
      },
      'a configuration names a schema': () => {
        folder.write({
          '.dynamics-docs.json': '{ "metadataSchema": "schema.json" }',
          'schema.json': '{ "strictRequired": ["ms.reviewer"] }',
        });
      },
      'the schema changes': () => {
        folder.write({ 'schema.json': '{ "strictRequired": ["ms.reviewer", "ms.custom"] }' });
      },
      'git ignores a file': () => {
        folder.write({ '.gitignore': 'gone.md\n' });
      },
      'a redirection leads on': () => {
        const redirections = [{ source_path: 'docs/articles/c.md', redirect_url: '/contoso/b' }];
        folder.write({
          '.openpublishing.redirection.json': JSON.stringify({ redirections }),
          'docs/articles/a.md': `${article({ title: 'A' })}\n[c](c.md)\n`,
        });
      },
      'a table of contents changes': () => {
        folder.write({ 'docs/articles/TOC.yml': '- name: A\n  href: a.md\n- name: Other\n  href: elsewhere.md\n' });
      },
      'a file is not UTF-8 any more': () => {
        folder.write({ 'docs/articles/a.md': Buffer.from(article({ title: 'Caf\u00e9' }), 'latin1') });
      },
    };
    const seen = new Set<string>();
    for (const [name, change] of Object.entries(changes)) {
      change();
      for (const args of [[], ['docs/articles'], ['--schema', options.at('schema.json')], ['--format', 'junit']]) {
        const uncached = await check(folder.path, '--no-cache', ...args);
        // The first keeps what it finds, the second repeats it.
        for (let run = 0; run < 2; run++)
          assert.deepEqual(await check(folder.path, '--cache-location', cache.path, ...args), uncached, name);
        seen.add(uncached.stdout);
      }
    }
    assert.ok(seen.size > Object.keys(changes).length * 2, 'the changes change what is found');
  });

  it('keeps nothing of a file that changed a moment ago', async () => {
    const { path } = repository();
    const cache = createFolder();
    Date.now = () => realNow() - ahead;
    try {
      await check(path, '--cache-location', cache.path);
    } finally {
      Date.now = () => realNow() + ahead;
    }
    assert.deepEqual(Object.keys(kept(cache.path)), []);
  });

  it('does without what is damaged, and without a folder that cannot be', async () => {
    const { path } = repository();
    const cache = createFolder({ file: '' });
    const uncached = await check(path, '--no-cache');
    await check(path, '--cache-location', cache.path);
    for (const file of Object.values(kept(cache.path)).filter((name) => name.endsWith('-cache'))) {
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.subarray(0, bytes.length / 2));
    }
    assert.deepEqual(await check(path, '--cache-location', cache.path), uncached);
    assert.deepEqual(await check(path, '--cache-location', cache.at('file')), uncached);
  });

  it('does without what is damaged in one place alone', async () => {
    const { path } = repository();
    const cache = createFolder();
    const uncached = await check(path, '--no-cache');
    const at = '--cache-location';
    await check(path, at, cache.path);
    for (const file of Object.values(kept(cache.path)).filter((name) => name.endsWith('-cache'))) {
      // As after a loss of power.
      const bytes = readFileSync(file, 'latin1');
      assert.ok(bytes.includes('Invalid'));
      writeFileSync(file, bytes.replaceAll('Invalid', '\0'.repeat(7)), 'latin1');
    }
    assert.deepEqual(await check(path, at, cache.path), uncached);
  });

  it('tells the same of files that are repaired', async () => {
    const one = repository();
    const other = repository();
    const cache = createFolder();
    await check(one.path, '--cache-location', cache.path);
    const fixed = await check(one.path, '--fix', '--cache-location', cache.path);
    assert.deepEqual(fixed, await check(other.path, '--fix', '--no-cache'));
    assert.deepEqual(await check(one.path, '--cache-location', cache.path), await check(one.path, '--no-cache'));
  });
});

describe('the folder of caches', () => {
  const home = homedir();
  it('is where the system has that of a user', () => {
    const xdg = resolve('xdg');
    const local = resolve('local');
    const folders = [
      userCacheFolder({ XDG_CACHE_HOME: xdg }, 'linux'),
      userCacheFolder({}, 'linux'),
      userCacheFolder({ XDG_CACHE_HOME: xdg }, 'darwin'),
      userCacheFolder({ LOCALAPPDATA: local }, 'win32'),
      userCacheFolder({}, 'win32'),
      // From where the program runs, which may be a repository: no folder of a user.
      userCacheFolder({ XDG_CACHE_HOME: 'xdg' }, 'linux'),
      userCacheFolder({ LOCALAPPDATA: 'local' }, 'win32'),
    ];
    assert.deepEqual(folders, [
      join(xdg, 'dynamics-docs'),
      join(home, '.cache', 'dynamics-docs'),
      join(home, 'Library', 'Caches', 'dynamics-docs'),
      join(local, 'dynamics-docs', 'Cache'),
      join(home, 'AppData', 'Local', 'dynamics-docs', 'Cache'),
      join(home, '.cache', 'dynamics-docs'),
      join(home, 'AppData', 'Local', 'dynamics-docs', 'Cache'),
    ]);
  });
});

describe('what is kept without being told', () => {
  /** More files than it is worth the writing for. */
  function manyArticles(): Folder {
    const articles: Record<string, string> = {};
    for (let i = 0; i < 100; i++) articles[`docs/a-${i}.md`] = article({ title: `Article ${i}` });
    return createFolder({ ...rootMark, 'docs/docfx.json': docfx(), ...articles });
  }

  it('is the program as it was compiled, in the folder of the user', async function () {
    // Elsewhere the folder is not named by an environment variable that every program follows.
    if (process.platform !== 'linux') this.skip();
    const { path } = createFolder({ ...rootMark, 'docs/docfx.json': docfx(), 'docs/a.md': article() });
    const home = createFolder();
    const env = { ...process.env, XDG_CACHE_HOME: home.path, CI: '' };
    const first = await runCli(path, ['check'], '', { env });
    const code = home.at('dynamics-docs');
    const written = readdirSync(code);
    assert.equal(written.length, 1);
    const stats = statSync(join(code, written[0] ?? ''));
    assert.deepEqual(await runCli(path, ['check'], '', { env }), first);
    assert.equal(statSync(join(code, written[0] ?? '')).mtimeMs, stats.mtimeMs);
    // Node keeps it in a folder of its own where it can.
    if (stats.isFile()) assert.equal(stats.mode & 0o777, 0o600);
  });

  it('is nothing on a build server, or where Node is told so', async () => {
    const folder = manyArticles();
    const home = createFolder();
    const where = { ...process.env, XDG_CACHE_HOME: home.path, LOCALAPPDATA: home.path, HOME: home.path };
    await runCli(folder.path, ['check'], '', { env: { ...where, CI: 'true', NODE_DISABLE_COMPILE_CACHE: '1' } });
    assert.deepEqual(readdirSync(home.path), []);
  });

  it('is nothing of a small repository', async () => {
    const { path } = repository();
    const home = createFolder();
    const env = { ...process.env, XDG_CACHE_HOME: home.path, CI: '', NODE_DISABLE_COMPILE_CACHE: '1' };
    await runCli(path, ['check'], '', { env });
    assert.deepEqual(readdirSync(home.path), []);
  });
});
