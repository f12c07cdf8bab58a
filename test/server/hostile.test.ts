import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { startClient, uriOf } from '../support/client';
import { article, docfx, rawArticle, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';

const hostile: Readonly<Record<string, string>> = {
  'garbage YAML': rawArticle('{{[[', ': :', '\t- ?', '&a *b !!c', '"', "'", '%', '@', '`'),
  'control characters': rawArticle('title: \u0000\u0001\u001b\u007f', '\ufffe: \uffff', 'x: \ud800'),
  'brackets nested without end': rawArticle(`title: ${'['.repeat(100_000)}`),
  'maps nested without end': rawArticle(...Array.from({ length: 2500 }, (_, depth) => `${' '.repeat(depth)}a:`)),
  'aliases that multiply': rawArticle(
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map(
      (name, i) =>
        `${name}: &${name} [${Array(9)
          .fill(`*${'abcdefg'.charAt(i)}`)
          .join()}]`,
    ),
  ),
  'an alias of itself': rawArticle('a: &a', '  b: *a'),
  'keys of every object': rawArticle('__proto__: x', 'constructor: y', 'toString: z', 'hasOwnProperty: 1'),
  'front matter that is code': '---js\nprocess.exit(3)\n---\n',
  'an opening that never ends': `---\n${'key: value\n'.repeat(20_000)}`,
  'hyphens alone': '-'.repeat(200_000),
  'blank lines alone': `---\n${'\n'.repeat(200_000)}---\n`,
  'the start of includes alone': rawArticle(`title: x ${'[!include['.repeat(20_000)}`),
  'a line of a million letters': rawArticle(`title: ${'x'.repeat(1_000_000)}`),
  'lone carriage returns': '---\rtitle: x\r---\r',
};

describe('server: hostile documents', () => {
  for (const [what, text] of Object.entries(hostile)) {
    it(`${what} do not take it down`, async () => {
      const folder = createFolder({ ...rootMark, 'docfx.json': docfx(), 'good.md': article() });
      const client = await startClient({ folders: [uriOf(folder.path)] });
      const uri = uriOf(folder.at('hostile.md'));
      await client.open(uri, text);
      await client.edit(uri, `${text}\n`);
      const good = uriOf(folder.at('good.md'));
      await client.open(good, article({ 'ms.date': 'x' }));
      await client.shows(good, 'ms-date-invalid');
      assert.ok((client.codesOf(uri)?.length ?? 0) > 0, 'nothing is said about it');
    });
  }

  it('an article of 200 KB is followed edit by edit', async () => {
    const folder = createFolder({ ...rootMark, 'docfx.json': docfx(), 'there.md': '# There\n' });
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const uri = uriOf(folder.at('long.md'));
    const body = 'A line of ordinary text with a [link](there.md) and **bold** words in it.\n'.repeat(2800);
    await client.open(uri, article() + body);
    for (let n = 0; n < 50; n++) {
      const range = { start: { line: 2000 + n, character: 0 }, end: { line: 2000 + n, character: 1 } };
      await client.edit(uri, { range, text: 'An' });
    }
    await client.edit(uri, { range: { start: { line: 5, character: 9 }, end: { line: 5, character: 19 } }, text: 'x' });
    await client.shows(uri, 'ms-date-invalid');
  });
});

describe('server: hostile configurations', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['a docfx.json nested without end', 'docfx.json', '['.repeat(100_000), 'docfx-config-invalid'],
    [
      'a docfx.json with patterns that multiply',
      'docfx.json',
      docfx({ content: [{ files: '{a,b}'.repeat(40) }] }),
      'docfx-config-invalid',
    ],
    ['a configuration nested without end', '.dynamics-docs.json', '{"rules":'.repeat(20_000), 'config-invalid'],
    ['a schema nested without end', 's.json', '{"properties":{"a":'.repeat(3000), 'schema-invalid'],
    ['a schema that refers to itself without end', 's.json', '{"allOf":[{"$ref":"#"}]}', 'schema-invalid'],
    [
      'a schema with a pattern that never ends',
      's.json',
      '{"properties":{"title":{"pattern":"^(?=a)(a+)+$"}}}',
      'schema-invalid',
    ],
  ];
  for (const [what, name, text, code] of cases) {
    it(`${what} does not take it down`, async () => {
      const folder = createFolder({
        ...rootMark,
        'docfx.json': docfx(),
        '.dynamics-docs.json': '{ "metadataSchema": ["dynamics", "s.json"] }',
        's.json': '{}',
        'a.md': article({ title: `${'a'.repeat(50)}!` }),
      });
      const client = await startClient({ folders: [uriOf(folder.path)] });
      const [uri, governing] = [uriOf(folder.at('a.md')), uriOf(folder.at(name))];
      await client.open(uri);
      await client.isReady();
      const before = await client.connection.sendRequest('dynamicsDocs/documentInfo', { uri });
      await client.open(governing, text);
      await client.until(
        () => client.codesOf(governing)?.includes(code) === true,
        () => `${code} on ${name}`,
      );
      // Put right, all is as it was.
      await client.edit(
        governing,
        name === 'docfx.json' ? docfx() : name === 's.json' ? '{}' : '{ "metadataSchema": ["dynamics", "s.json"] }',
      );
      await client.shows(governing);
      await client.edit(uri, article({ 'ms.date': 'x' }));
      await client.shows(uri, 'ms-date-invalid');
      assert.deepEqual(await client.connection.sendRequest('dynamicsDocs/documentInfo', { uri }), before);
    });
  }
});
