import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parseFrontMatter } from '../../../../src/core/frontMatter/parse';
import { bundledSchema } from '../../../../src/core/schema/metadataSchema';
import { applyEdits } from '../../../../src/core/text/edit';
import { toJson } from '../../../../src/core/text/locatedNode';
import type { Span } from '../../../../src/core/text/position';
import { createSourceDocument } from '../../../../src/core/text/sourceDocument';
import { descriptionOf } from '../../../../src/features/metadata/descriptions';
import { formatFrontMatter } from '../../../../src/features/metadata/format';

const schemas = [descriptionOf(bundledSchema())];

function format(text: string, within?: Span): string {
  const facts = { document: createSourceDocument('a.md', text), frontMatter: parseFrontMatter(text), schemas };
  return applyEdits(text, formatFrontMatter(facts, within));
}

const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join('');
const header = (...all: readonly string[]): string => lines('---', ...all, '---', '# H', 'ms.topic:   x');

describe('formatting front matter', () => {
  it('leaves one space behind colons, of nested keys too', () => {
    assert.equal(
      format(header('title:   A', "author: \t'b'", 'ms.custom:', '  - a:   1', 'x: {k:   v}', 'y:    # aligned')),
      header('title: A', "author: 'b'", 'ms.custom:', '  - a: 1', 'x: {k: v}', 'y:    # aligned'),
    );
  });

  it('sorts keys as the schema lists them, with the comments above them and the lists below them', () => {
    assert.equal(
      format(
        header('ms.topic: how-to', 'ms.custom:', '- a', '# in', '- b', '  # end', '# who', 'author: b', 'title: T'),
      ),
      header('title: T', '# who', 'author: b', 'ms.topic: how-to', 'ms.custom:', '- a', '# in', '- b', '  # end'),
    );
  });

  it('keeps sections apart: blank lines, and comments that name one', () => {
    const text = header(
      '# required metadata',
      'author: b',
      'title: T',
      '',
      '# note',
      '',
      '# optional',
      'ms.date: 1',
      'description: D',
    );
    assert.equal(
      format(text),
      header(
        '# required metadata',
        'title: T',
        'author: b',
        '',
        '# note',
        '',
        '# optional',
        'description: D',
        'ms.date: 1',
      ),
    );
  });

  it('moves keys that no schema knows with the known key above them', () => {
    assert.equal(
      format(header('team.first: 0', 'ms.topic: how-to', 'team.a: 1', 'team.b: 2', 'title: T')),
      header('team.first: 0', 'title: T', 'ms.topic: how-to', 'team.a: 1', 'team.b: 2'),
    );
  });

  it('keeps what stands in a value of several lines', () => {
    const text = header('ms.topic: x', 'description: |', '  one:   1', '', '  # two', 'title: T');
    assert.equal(format(text), header('title: T', 'description: |', '  one:   1', '', '  # two', 'ms.topic: x'));
  });

  it('keeps a comment at the end, a commented-out key included', () => {
    const text = header('author: b', 'title: T', '# ms.search.form:');
    assert.equal(format(text), header('title: T', 'author: b', '# ms.search.form:'));
  });

  it('keeps the mark at the start and the line breaks', () => {
    const text = header('author:  b', 'title: T').replaceAll('\n', '\r\n');
    assert.equal(format(`\ufeff${text}`), `\ufeff${header('title: T', 'author: b').replaceAll('\n', '\r\n')}`);
  });

  it('does not sort where a key is there twice', () => {
    assert.equal(format(header('author:  b', 'title: T', 'author: c')), header('author: b', 'title: T', 'author: c'));
  });

  it('leaves alone what the build cannot read, and what are no lines of keys', () => {
    for (const text of [
      header('author:  "b', 'title: T'),
      header('{author:  b, title: T}'),
      lines('---', 'author:  b'),
      lines('author:  b'),
      '',
    ])
      assert.equal(format(text), text);
  });

  it('does not sort an alias before its anchor', () => {
    const text = header('ms.author: &me b', 'author: *me');
    assert.equal(format(text), text);
  });

  it('formats the keys of a range alone', () => {
    const text = header('ms.topic:  x', 'author:  b', 'title:  T', 'ms.date:  1');
    const within = { start: text.indexOf('author'), end: text.indexOf('title') + 2 };
    assert.equal(format(text, within), header('ms.topic:  x', 'title: T', 'author: b', 'ms.date:  1'));
    assert.equal(format(text, { start: text.indexOf('# H'), end: text.length }), text);
  });

  const line = fc.oneof(
    fc
      .constantFrom('title', 'author', 'ms.date', 'ms.topic', 'team.key', 'ms.custom', 'unknown')
      .chain((key) =>
        fc
          .constantFrom(
            'v',
            '  "q: 1"  # c',
            '\n- a\n- b',
            '\n  - a\n  # c\n  - b:   1',
            ' |\n    x:  y\n\n    z',
            '',
            ' >-\n a\n',
            '[a, b]',
            ' &a v',
            ' *a',
            '{a:   b}',
          )
          .map((value) => `${key}: ${value}`),
      ),
    fc.constantFrom('', '# required metadata', '# a comment', '# ms.reviewer: x', '  # indented', '-', '# ----', ' '),
  );
  const texts = fc.tuple(fc.array(line, { maxLength: 10 }), fc.boolean(), fc.boolean()).map(([all, windows, bom]) => {
    const text = `${bom ? '\ufeff' : ''}${header(...all)}`;
    return windows ? text.replaceAll('\n', '\r\n') : text;
  });

  it('changes no value, no byte outside of the header and nothing the second time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const after = format(text);
        assert.equal(format(after), after);
        const values = (all: string): unknown =>
          parseFrontMatter(all)
            .map.entries.map(({ key, value }) => JSON.stringify([key, toJson(value)]))
            .sort();
        assert.deepEqual(values(after), values(text));
        const body = text.slice(text.lastIndexOf('---'));
        assert.ok(after.endsWith(body));
        assert.equal(after.slice(0, 4), text.slice(0, 4));
        const sortedLines = (all: string): string[] =>
          all
            .split('\n')
            .map((one) => one.replaceAll(/:[ \t]+/g, ': '))
            .sort();
        assert.deepEqual(sortedLines(after), sortedLines(text));
      }),
      { numRuns: 2000 },
    );
  });
});
