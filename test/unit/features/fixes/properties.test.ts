import assert from 'node:assert/strict';
import fc from 'fast-check';
import { before, describe, it } from 'mocha';
import type { Repository } from '../../../../src/core/docset/repository';
import { parseFrontMatter } from '../../../../src/core/frontMatter/parse';
import { entryOf, toJson } from '../../../../src/core/text/locatedNode';
import { examine } from '../../../../src/features/fixes/examine';
import { fixAll } from '../../../../src/features/fixes/fixAll';
import { docsetWith } from './support';

const lines = fc.constantFrom(
  'title: A title of the right length',
  'title: Sync: a guide',
  'ms.date: 2025-10-29',
  'ms.date:10/29/2025',
  'ms.topic: FAQ',
  'ms.topic: conceptual # kind',
  '# optional metadata',
  '',
  'ms.assetid: ',
  'ms-custom: a',
  'ms.custom:\n  - a\n  -\n  - b',
  'author: a',
  'author: b',
  'ms.author: jane@microsoft.com',
  'description: [!INCLUDE[x](y.md)]',
  'team.key: [a, b]',
  'ms.date: 04/09/2024ms.topic: article',
  '  indented: x',
  'note: "unfinished',
);
const openers = fc.constantFrom('---', '--', '\n---', ' ---', '---   ');
const closers = fc.constantFrom('---', '   ---', '----', '...', '');
const bodies = fc.constantFrom(
  '',
  '# H\n\ntext\n',
  '[!INCLUDE [a](i.md)\n',
  'a: b\n\n---\n\nc\n',
  '# H\n\n> [!NOET] a\n\n> [NOTE]\n\n1. [!TIP]\n   b\n\n[!TIP]\n> c\n\n>  [!TIP]:\n',
  '# H\n\n:::row\n:::column\n:::column:::\na\n:::row-end\n\n```jsno\n{}\n```\n',
  '# H\n\n::: imgae src=a.png alt-text="b"\nText\n\n:::zone pivot="A":::\n:::zone-end:::\n',
);

const articles = fc
  .tuple(openers, fc.array(lines, { maxLength: 8 }), closers, bodies, fc.boolean())
  .map(([open, header, close, body, windows]) => {
    const text = [open, ...header, close, body].join('\n');
    return windows ? text.replaceAll('\n', '\r\n') : text;
  });

describe('Fix all, on any article', () => {
  let repository: Repository;
  before(async () => {
    repository = await docsetWith('# H\n', { 'i.md': 'text' });
  });
  const run = (text: string): string => fixAll(text, (current) => examine(repository, 'a.md', current)).text;

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(articles, (text) => {
        const once = run(text);
        assert.equal(run(once), once);
      }),
      { numRuns: 200 },
    );
  });

  it('brings no error that was not there', () => {
    const errors = (text: string): number =>
      examine(repository, 'a.md', text).diagnostics.filter(({ severity }) => severity === 'error').length;
    fc.assert(
      fc.property(articles, (text) => {
        assert.ok(errors(run(text)) <= errors(text));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the text of the body, every comment and every line break', () => {
    fc.assert(
      fc.property(articles, (text) => {
        const after = run(text);
        const comments = (all: string): number => all.split('# optional metadata').length;
        assert.equal(comments(after), comments(text));
        if (text.includes('\r\n')) assert.ok(!/(?<!\r)\n/.test(after));
        if (text.includes('# H')) assert.ok(after.includes('# H'));
      }),
      { numRuns: 200 },
    );
  });

  it('leaves each key that it does not speak of with its value', () => {
    fc.assert(
      fc.property(articles, (text) => {
        const value = (all: string, key: string): unknown => {
          const entry = entryOf(parseFrontMatter(all).map, key);
          return entry === undefined ? undefined : toJson(entry.value);
        };
        // An indented line below goes on with its value until it is moved.
        if (/team\.key.*\r?\n(?:(?:#.*)?\r?\n)* +indented/.test(text)) return;
        const before = value(text, 'team.key');
        if (before !== undefined) assert.deepEqual(value(run(text), 'team.key'), before);
      }),
      { numRuns: 200 },
    );
  });
});
