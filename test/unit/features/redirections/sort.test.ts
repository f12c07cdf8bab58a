import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyEdits } from '../../../../src/core/text/edit';
import { readJson } from '../../../../src/core/text/jsonDocument';
import { toJson } from '../../../../src/core/text/locatedNode';
import { createSourceDocument } from '../../../../src/core/text/sourceDocument';
import { sortRedirections } from '../../../../src/features/redirections/sort';
import { fileOf, redirectionFile } from './support';

const entry = (source: string, url = '/x'): string => `    { "source_path": "${source}", "redirect_url": "${url}" }`;

/** The text sorted, or why it is not. */
function sorted(text: string): string {
  const result = sortRedirections(createSourceDocument(redirectionFile, text));
  return 'refused' in result ? result.refused : applyEdits(text, result);
}

const unclear = (line: number): string =>
  `It is not plain which entry the comment in line ${line} of '${redirectionFile}' belongs to. Put it behind that entry, on the same line, and sort again.`;

describe('Sorting redirections', () => {
  it('goes by the source paths in any case, and keeps the first of two that are equal first', () => {
    assert.equal(
      sorted(
        fileOf([entry('c.md'), entry('B.md'), entry('b.md', '/first'), entry('B.md', '/second'), entry('a/b.md')]),
      ),
      fileOf([entry('a/b.md'), entry('B.md'), entry('b.md', '/first'), entry('B.md', '/second'), entry('c.md')]),
    );
  });

  it('leaves alone what is sorted in either way, or holds nothing', () => {
    for (const text of [
      fileOf([entry('a.md'), entry('B.md'), entry('c.md')]),
      fileOf([entry('B.md'), entry('a.md'), entry('c.md')]),
      fileOf([]),
      '{}',
      '',
    ])
      assert.deepEqual(sortRedirections(createSourceDocument(redirectionFile, text)), []);
  });

  it('touches only what has to move', () => {
    const text = fileOf([entry('a.md'), entry('c.md'), entry('b.md'), entry('d.md')]);
    const edits = sortRedirections(createSourceDocument(redirectionFile, text));
    assert.ok(!('refused' in edits));
    assert.deepEqual(
      edits.map(({ span }) => text.slice(span.start, span.end)),
      [`${entry('c.md').trim()},\n${entry('b.md')}`],
    );
  });

  it('moves comments with their entries, and leaves commas, empty lines and the byte order mark', () => {
    const before =
      '\ufeff{\n  "redirections": [ // all of them\n    { "source_path": "b.md", /* , */ "redirect_url": "/b" }, // b\n\n' +
      '    { "source_path": "c.md", "redirect_url": "/c" },\n    // a, of\n    // two lines\n' +
      '    { "source_path": "a.md", "redirect_url": "/a" } /* a */ // too\n  ]\n}';
    const after =
      '\ufeff{\n  "redirections": [ // all of them\n    // a, of\n    // two lines\n' +
      '    { "source_path": "a.md", "redirect_url": "/a" }, /* a */ // too\n\n' +
      '    { "source_path": "b.md", /* , */ "redirect_url": "/b" }, // b\n    { "source_path": "c.md", "redirect_url": "/c" }\n  ]\n}';
    assert.equal(sorted(before), after);
    assert.equal(sorted(before.replaceAll('\n', '\r\n')), after.replaceAll('\n', '\r\n'));
  });

  it('sorts properties, and entries that share a line', () => {
    assert.equal(
      sorted('{ "redirections": {\n  "b.md": "/b", // b\n  "a.md": "/a",\n} }'),
      '{ "redirections": {\n  "a.md": "/a",\n  "b.md": "/b", // b\n} }',
    );
    assert.equal(
      sorted(
        '{"redirections":[{"source_path":"b.md","redirect_url":"/b"},{"source_path":"a.md","redirect_url":"/a"}]}',
      ),
      '{"redirections":[{"source_path":"a.md","redirect_url":"/a"},{"source_path":"b.md","redirect_url":"/b"}]}',
    );
  });

  const refusals: readonly (readonly [what: string, text: string, reason: string])[] = [
    ['above the first entry', fileOf([`    // old\n${entry('b.md')}`, entry('a.md')]), unclear(3)],
    ['set apart above', fileOf([entry('b.md'), `\n    // old\n${entry('a.md')}`]), unclear(5)],
    ['set apart below', fileOf([entry('b.md'), `    // old\n\n${entry('a.md')}`]), unclear(4)],
    ['below the last entry', fileOf([entry('b.md'), `${entry('a.md')}\n    // old`]), unclear(5)],
    ['before a comma', fileOf([`${entry('b.md')} // old\n`, entry('a.md')]), unclear(3)],
    ['between entries of a line', `{"redirections":[\n${entry('b.md')}, /* a */ ${entry('a.md')}\n]}`, unclear(2)],
    ['that would swallow a bracket', `{"redirections":[\n${entry('b.md')}, // b\n${entry('a.md')}]}`, unclear(2)],
  ];
  for (const [where, text, reason] of refusals) {
    it(`refuses where a comment stands ${where}`, () => {
      assert.equal(sorted(text), reason);
    });
  }

  it('refuses what cannot be read, and entries without a source', () => {
    assert.equal(sorted('{ "redirections": ['), `'${redirectionFile}' cannot be read as JSON. Put it right first.`);
    assert.equal(
      sorted(fileOf([entry('b.md'), '    {}', entry('a.md')])),
      `The entry in line 4 of '${redirectionFile}' has no source path.`,
    );
  });

  it('gives the same entries with the same comments, however they are written', () => {
    const gaps = ['', ' ', '\n    ', '\n\n  ', ' // c\n  ', '\n // c\n', ' /* c */ ', '\n/* c */'];
    let seed = 11;
    const pick = (count: number): number => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % count;
    const gap = (): string => (pick(3) === 0 ? (gaps[pick(gaps.length)] ?? '') : '\n');
    let done = 0;
    for (let round = 0; round < 3000; round++) {
      const items = Array.from(
        { length: 1 + pick(4) },
        () => `{"source_path":"${'abcd'.charAt(pick(4))}","redirect_url":"/${pick(9)}"}`,
      );
      const text = `{"redirections":[${gap()}${items.map((item) => item + gap()).join(`,${gap()}`)}${pick(2) === 0 ? ',' : ''}${gap()}]}`;
      const result = sortRedirections(createSourceDocument(redirectionFile, text));
      if ('refused' in result) continue;
      done++;
      const after = applyEdits(text, result);
      const { node, errors } = readJson(after);
      const wanted = items.map((item) => JSON.parse(item) as { source_path: string });
      wanted.sort((a, b) => (a.source_path < b.source_path ? -1 : a.source_path > b.source_path ? 1 : 0));
      assert.deepEqual([node && toJson(node), errors], [{ redirections: wanted }, []], JSON.stringify({ text, after }));
      assert.equal(after.split('c').length, text.split('c').length, JSON.stringify({ text, after }));
    }
    assert.ok(done > 1000, String(done));
  });
});
