import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { docset, fileOf, known, planned, redirectionFile } from './support';

const entry = (source: string, url: string): string => `    { "source_path": "${source}", "redirect_url": "${url}" }`;

/** The one file of redirections of the docset, with these entries, after redirections were added. */
async function added(
  entries: readonly string[],
  wanted: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const { plan, after } = await planned({ ...docset, [redirectionFile]: fileOf(entries) }, wanted);
  assert.deepEqual(plan.refused, []);
  return after[redirectionFile];
}

describe('Adding redirections', () => {
  it('writes an address below the path of the site that the entries of the docset show', async () => {
    assert.equal(
      await added(known, { 'gone.md': 'folder/index.md', 'away.md': 'https://contoso.com/x?y#z', 'x/y.md': 'one.md' }),
      fileOf([
        ...known,
        entry('gone.md', '/Contoso/docs/folder/'),
        entry('away.md', 'https://contoso.com/x?y#z'),
        entry('x/y.md', '/Contoso/docs/one'),
      ]),
    );
  });

  it('writes a relative address where nothing shows that path', async () => {
    assert.equal(
      await added([], { 'a/gone.md': 'folder/index.md', 'folder/old.md': 'folder/index.md', 'old.md': 'a/new.md' }),
      `{\n  "redirections": [\n${[
        ['a/gone.md', '../folder/'],
        ['folder/old.md', './'],
        ['old.md', 'a/new'],
      ]
        .map(
          ([source, url]) =>
            `    {\n      "source_path": "${source}",\n      "redirect_url": "${url}",\n      "redirect_document_id": false\n    }`,
        )
        .join(',\n')}\n  ]\n}\n`,
    );
  });

  it('puts entries at their place where the file is sorted, in either way that counts as sorted', async () => {
    const first = '    // comes first\n';
    const list = [first + entry('b.md', '/c/one'), entry('c.md', '/c/two'), entry('Da.md', '/c/three')];
    assert.equal(
      await added(list, { 'd.md': '/new', 'a.md': '/new', 'C.md': '/new', 'x.md': '/new' }),
      fileOf([
        entry('a.md', '/new'),
        ...list.slice(0, 1),
        entry('c.md', '/new'),
        entry('d.md', '/new'),
        entry('Da.md', '/c/three'),
        entry('x.md', '/new'),
      ]),
    );
    assert.equal(
      await added([entry('B.md', '/b'), entry('a.md', '/a')], { 'C.md': '/new' }),
      fileOf([entry('B.md', '/b'), entry('C.md', '/new'), entry('a.md', '/a')]),
    );
  });

  it('changes the entry that a page has', async () => {
    assert.equal(
      await added([...known, entry('gone.md', '/x')], { 'gone.md': 'one.md', 'old-two.md': 'two.md' }),
      fileOf([...known, entry('gone.md', '/Contoso/docs/one')]),
    );
  });

  it('leads on what led to the page, in the form in which it is written', async () => {
    const others = [
      entry('a.md', '/en-us/contoso/docs/sub/gone?view=x#y'),
      entry('b.md', 'https://learn.microsoft.com/Contoso/docs/sub/gone/'),
      entry('c.md', 'sub/gone.md#part'),
      entry('sub/d.md', './gone'),
      entry('e.md', '/Contoso/docs/sub/gone2'),
    ];
    assert.equal(
      await added([...known, ...others], { 'sub/gone.md': 'new.md' }),
      fileOf([
        ...known,
        entry('a.md', '/en-us/Contoso/docs/new?view=x#y'),
        entry('b.md', 'https://learn.microsoft.com/Contoso/docs/new'),
        entry('c.md', 'new.md#part'),
        entry('sub/d.md', '../new'),
        entry('e.md', '/Contoso/docs/sub/gone2'),
        entry('sub/gone.md', '/Contoso/docs/new'),
      ]),
    );
  });

  it('leads to an address what led to a page that went there', async () => {
    assert.equal(
      await added([...known, entry('a.md', 'one')], { 'one.md': 'https://contoso.com/' }),
      fileOf([
        known[0]?.replace('/Contoso/docs/one', 'https://contoso.com/') ?? '',
        ...known.slice(1),
        entry('a.md', 'https://contoso.com/'),
        entry('one.md', 'https://contoso.com/'),
      ]),
    );
  });

  it('removes the entry of a page that is there again, and makes no circle', async () => {
    assert.equal(
      await added([...known, entry('a.md', '/Contoso/docs/b')], { 'b.md': 'a.md' }),
      fileOf([...known, entry('b.md', '/Contoso/docs/a')]),
    );
  });

  it('adds nothing for pages that change places, or their case', async () => {
    assert.equal(await added(known, { 'one.md': 'two.md', 'two.md': 'one.md', 'three.md': 'Three.md' }), undefined);
  });

  it('writes entries as the file does', async () => {
    const text =
      '\ufeff{\r\n\t"redirections": [\r\n\t\t{\r\n\t\t\t"source_path_from_root": "/docs/old.md",\r\n' +
      '\t\t\t"redirect_url": "/x", // x\r\n\t\t\t"redirect_document_id": "true",\r\n\t\t}, // old\r\n\t],\r\n}';
    const { after } = await planned({ ...docset, [redirectionFile]: text }, { 'docs/older.md': '/y' });
    assert.equal(
      after[redirectionFile],
      text.replace(
        '// old\r\n',
        '// old\r\n\t\t{\r\n\t\t\t"source_path_from_root": "/docs/older.md",\r\n' +
          '\t\t\t"redirect_url": "/y",\r\n\t\t\t"redirect_document_id": "false"\r\n\t\t},\r\n',
      ),
    );
  });

  it('writes a property where the file is an object', async () => {
    const text = '{ "redirections": {\n  "a.md": "/a",\n  "c.md": "/c"\n} }';
    const { after } = await planned({ ...docset, [redirectionFile]: text }, { 'b.md': '/b' });
    assert.deepEqual(after, { [redirectionFile]: text.replace('  "c', '  "b.md": "/b",\n  "c') });
  });

  it('begins the file where there is none, or nothing in it', async () => {
    const text =
      '{\n  "redirections": [\n    {\n      "source_path": "gone.md",\n      "redirect_url": "one",\n' +
      '      "redirect_document_id": false\n    }\n  ]\n}\n';
    const wanted = { 'gone.md': 'one.md' };
    assert.deepEqual((await planned(docset, wanted)).after, { [redirectionFile]: text });
    for (const empty of ['', '{}\n', '{\n  "redirections": []\n}\n'])
      assert.deepEqual((await planned({ ...docset, [redirectionFile]: empty }, wanted)).after, {
        [redirectionFile]: text,
      });
  });

  it('chooses the nearest file that covers the page, and the one whose entries are the most alike', async () => {
    const files = {
      ...docset,
      '.openpublishing.publish.config.json': JSON.stringify({
        redirection_files: ['.openpublishing.redirection.sales.json', 'deep/.openpublishing.redirection.json'],
      }),
      [redirectionFile]: fileOf([entry('field/a.md', '/a'), entry('field/b.md', '/b')]),
      '.openpublishing.redirection.sales.json': fileOf([entry('sales/a.md', '/a')]),
      'deep/.openpublishing.redirection.json': fileOf([]),
    };
    const { plan } = await planned(files, {
      'sales/b.md': '/x',
      'sales/deep/c.md': '/x',
      'field/c.md': '/x',
      'other.md': '/x',
      'deep/a.md': '/x',
    });
    assert.deepEqual(
      plan.added.map(({ source, path }) => [source, path]),
      [
        ['sales/b.md', '.openpublishing.redirection.sales.json'],
        ['sales/deep/c.md', '.openpublishing.redirection.sales.json'],
        ['field/c.md', redirectionFile],
        ['other.md', redirectionFile],
        ['deep/a.md', 'deep/.openpublishing.redirection.json'],
      ],
    );
  });

  it('refuses what no address is known for, and files that cannot be read', async () => {
    const other = { 'b/docfx.json': docset['docfx.json'] };
    assert.deepEqual((await planned({ ...docset, ...other }, { 'gone.md': 'b/new.md' })).plan, {
      files: [],
      added: [],
      ledOn: [],
      removed: [],
      refused: [
        {
          source: 'gone.md',
          reason:
            "Nothing tells below which path of the site 'b/new.md' is published. Give its address instead, such as '/contoso/page'.",
        },
      ],
    });
    for (const broken of ['{ "redirections": [', '[]', '{ "redirections": 1 }'])
      assert.deepEqual((await planned({ ...docset, [redirectionFile]: broken }, { 'gone.md': '/x' })).plan, {
        files: [],
        added: [],
        ledOn: [],
        removed: [],
        refused: [{ source: 'gone.md', reason: `'${redirectionFile}' cannot be read as JSON. Put it right first.` }],
      });
  });
});
