import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { placedBookmarks } from '../../../../src/core/links/placedBookmarks';
import { applyEdits } from '../../../../src/core/text/edit';
import { renaming } from '../../../../src/features/bookmarks/rename';

/** Names whose ids get in each other's way: the numbered id of one is the plain one of another. */
const names = fc.constantFrom('Foo', 'foo', 'Foo 1', 'Foo-1', 'Foo 1 1', 'Foo: 2', 'Bar', '!?', 'Section', 'Section 1');

describe('renaming one of many headings', () => {
  it('tells for every id what it becomes', () => {
    const pages = fc.tuple(fc.array(names, { minLength: 1, maxLength: 8 }), fc.nat(), names);
    fc.assert(
      fc.property(pages, ([headings, chosen, newName]) => {
        const text = headings.map((name) => `## ${name}\n`).join('\n');
        const before = placedBookmarks(text, 0);
        const renamed = renaming(text, before, chosen % headings.length, newName);
        assert.ok(!('refused' in renamed));
        const after = placedBookmarks(applyEdits(text, renamed.edits), 0);
        for (const [index, { ids }] of before.entries()) {
          const now = renamed.idOf(index, ids[0]);
          assert.equal(
            after.findIndex((bookmark) => bookmark.ids[0] === now),
            index,
          );
          assert.equal(renamed.lost.includes(ids[0]), now !== ids[0]);
        }
      }),
    );
  });

  it('never throws, and changes its text alone', () => {
    const pieces = fc.constantFrom(
      ...[
        '#',
        '# ',
        '## ',
        ' #',
        '\n',
        '\r\n',
        '\n\n',
        '> ',
        '- ',
        '===\n',
        '---\n',
        '<a name="x"></a>',
        '<p id=y>',
        '{#z}',
      ],
      ...['a', ' ', '\t', '\u00a0', '`', '```\n', '[!INCLUDE [x](x.md)]', '[a](#a)', '<!--', '-->', '\\', '|'],
    );
    const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const before = placedBookmarks(text, 0);
        for (const [index, { span, nameSpan }] of before.entries()) {
          assert.ok(span.start <= nameSpan.start && nameSpan.start <= nameSpan.end && nameSpan.end <= span.end);
          const renamed = renaming(text, before, index, 'other');
          if ('refused' in renamed) continue;
          const after = placedBookmarks(applyEdits(text, renamed.edits), 0);
          assert.equal(after.length, before.length);
        }
      }),
    );
  });
});
