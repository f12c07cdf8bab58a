import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { header, offered } from './support';

const withoutTitle = { 'docfx.json': '{ "build": { "content": [{ "files": "**/*.md" }] } }' };

describe('Repairs that are offered', () => {
  it('insert a missing key in the order of the schema, with the value that is known', async () => {
    const text = header('title: A title of the right length', 'ms.topic: how-to');
    const more = withoutTitle;
    assert.deepEqual(await offered(text, 'ms-date-missing', more), [
      [
        "Insert 'ms.date: 03/10/2026'",
        header('title: A title of the right length', 'ms.date: 03/10/2026', 'ms.topic: how-to'),
      ],
    ]);
    assert.deepEqual(await offered(text, 'ms-service-missing', more), [
      ["Insert 'ms.service:'", header('title: A title of the right length', 'ms.topic: how-to', 'ms.service:')],
    ]);
    assert.deepEqual(await offered(header('ms.topic: how-to'), 'title-missing', more), [
      ["Insert 'title: H'", header('title: H', 'ms.topic: how-to')],
    ]);
  });

  it('fill in a key that is there without a value, and do not repeat it', async () => {
    for (const empty of ['ms.date:', 'ms.date: null', '"ms.date": ""', 'ms.date: >'])
      assert.deepEqual(await offered(header(empty, 'x: y'), 'ms-date-missing', withoutTitle), [
        ["Insert 'ms.date: 03/10/2026'", header(`${empty.replace(/: .*|:$/, ':')} 03/10/2026`, 'x: y')],
      ]);
    assert.deepEqual(await offered(header('? ms.date', 'x: y'), 'ms-date-missing', withoutTitle), []);
    assert.deepEqual(await offered(header('author:'), 'author-missing', withoutTitle), []);
  });

  it('insert a missing key in braces, where the others stand in them', async () => {
    assert.deepEqual(await offered(header('# top', '{title: A}'), 'author-missing', withoutTitle), [
      ["Insert 'author:'", header('# top', '{author:, title: A}')],
    ]);
  });

  it('take a line that has the key commented out, with its value', async () => {
    const text = header('# required', '# ms.date: 01/02/2025', 'ms.topic: how-to');
    assert.deepEqual(
      (await offered(text, 'ms-date-missing', withoutTitle)).map(([, after]) => after),
      [header('# required', 'ms.date: 01/02/2025', 'ms.topic: how-to')],
    );
  });

  it('replace a value by the nearest allowed ones', async () => {
    assert.deepEqual(await offered(header('ms.topic: tutorail'), 'ms-topic-invalid'), [
      ["Change 'tutorail' to 'tutorial'", header('ms.topic: tutorial')],
    ]);
  });

  it('mend a date that may be meant', async () => {
    for (const [written, meant] of [
      ['10/20/25', '10/20/2025'],
      ['007/14/2025', '07/14/2025'],
      ['O2/26/2025', '02/26/2025'],
      ['06/13/2025vir', '06/13/2025'],
      ['03-04-2026', '03/04/2026'],
    ] as const)
      assert.deepEqual(await offered(header(`ms.date: ${written}`), 'ms-date-invalid'), [
        [`Change '${written}' to '${meant}'`, header(`ms.date: ${meant}`)],
      ]);
    assert.deepEqual(await offered(header('ms.date: soon'), 'ms-date-invalid'), []);
    assert.deepEqual(await offered(header('ms.date: >', '  10/29/2025'), 'ms-date-invalid'), [
      ["! Change '10/29/2025' to '10/29/2025'", header('ms.date: 10/29/2025')],
    ]);
  });

  it('rename a misspelt key, or remove one of two', async () => {
    assert.deepEqual(await offered(header('decription: a'), 'unknown-attribute'), [
      ["Change 'decription' to 'description'", header('description: a')],
    ]);
    assert.deepEqual(await offered(header('decription: a', 'description:'), 'unknown-attribute'), [
      ["Change 'decription' to 'description'", header('description: a')],
    ]);
    assert.deepEqual(await offered(header('authro: a', 'author: b'), 'unknown-attribute'), [
      ["Remove 'authro': 'author' has a value", header('author: b')],
    ]);
  });

  it('take the inherited value, give a retired key its successor, remove one without', async () => {
    assert.deepEqual(await offered(header('author:', 'ms.topic: faq'), 'attribute-shadows-default'), [
      ["Remove 'author' to inherit 'writer'", header('ms.topic: faq')],
    ]);
    assert.deepEqual(await offered(header('ms.prod: y'), 'attribute-deprecated'), [
      ["Change 'ms.prod' to 'ms.service'", header('ms.service: y')],
      ["Remove 'ms.prod'", '---\n---\n\n# H\n'],
    ]);
    assert.deepEqual(await offered(header('title: A', 'manager: y'), 'attribute-deprecated'), [
      ["Remove 'manager'", header('title: A')],
    ]);
  });

  it('keep either side of a conflict, or either of two keys', async () => {
    const conflict = header('<<<<<<< HEAD', 'title: A', '=======', 'title: B', 'author: b', '>>>>>>> other');
    assert.deepEqual(await offered(conflict, 'merge-conflict'), [
      ['Keep the current change', header('title: A')],
      ['Keep the incoming change', header('title: B', 'author: b')],
    ]);
    assert.deepEqual(await offered(header('author: a', 'author: b'), 'yaml-duplicate-key'), [
      ["Remove the first 'author', which the build ignores", header('author: b')],
      ["Remove this 'author'", header('author: a')],
    ]);
  });

  it('leave it to the writer whether a word before a colon is a key', async () => {
    const sentence = header('title: Set up the author: field');
    assert.deepEqual(await offered(sentence, 'yaml-header-syntax-error'), [
      ["Begin a line with 'author'", header('title: Set up the ', 'author: field')],
      ['Put the value in quotes', header('title: "Set up the author: field"')],
    ]);
    assert.deepEqual(await offered(header('author: you author: me'), 'yaml-header-syntax-error'), [
      ['Put the value in quotes', header('author: "you author: me"')],
    ]);
  });

  it('close a header that never ends', async () => {
    assert.deepEqual(await offered('---\ntitle: A\n\n# H\n', 'front-matter-unclosed'), [
      ["Insert '---' after the last key", '---\ntitle: A\n\n---\n# H\n'],
    ]);
  });

  it('write the path of an include as the file is called', async () => {
    const text = `${header('title: A')}[!INCLUDE [a](Includes/Note.md)]\n`;
    assert.deepEqual(await offered(text, 'include-case-mismatch', { 'includes/note.md': 'x' }), [
      ["! Change to 'includes/note.md'", `${header('title: A')}[!INCLUDE [a](includes/note.md)]\n`],
    ]);
  });
});
