import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { idsOf } from '../../../../src/core/links/bookmarks';
import { scanPage } from '../../../../src/core/links/scan';
import { slugsOf } from '../../../../src/core/links/slug';

describe('the id of a heading', () => {
  for (const [written, id] of [
    ['Set up Contoso', 'set-up-contoso'],
    ['What is it? (preview)', 'what-is-it-preview'],
    ['A - B & C', 'a---b--c'],
    ['2. Step: one/two', '2-step-onetwo'],
    ['**Bold** and *emphasis* and _another_', 'bold-and-emphasis-and-another'],
    ['The snake_case_name', 'the-snake_case_name'],
    ['`code_name` in code', 'code_name-in-code'],
    ['A [link](https://contoso.com/a_(b)) and ![picture](a.png)', 'a-link-and-picture'],
    ['A [reference][one]', 'a-reference'],
    ['An &amp; entity', 'an--entity'],
    ['Über Straßen', 'über-straßen'],
    ['设置', '设置'],
    ['An escaped \\_score\\_', 'an-escaped-_score_'],
    ['<a name="x"></a>Anchored', 'anchored'],
    ['', 'section'],
    ['!?', 'section'],
  ] as const)
    it(`of '${written}' is '${id}'`, () => {
      assert.equal(slugsOf(written)[0], id);
    });
});

describe('the bookmarks of a page', () => {
  const ids = (text: string): readonly string[] => [...idsOf(scanPage(text, 0).bookmarks).all];

  it('are numbered where headings are equal, and come from headings of every kind', () => {
    assert.deepEqual(ids('# One\n\n## One\n\n> ## Quoted\n\n- ## Listed\n\nUnderlined\n---\n\n## One\n'), [
      'one',
      'one-1',
      'quoted',
      'listed',
      'underlined',
      'one-2',
    ]);
  });

  it('come from HTML, whatever its quotes', () => {
    assert.deepEqual(
      ids('Text <a name="a"></a> and <span id=\'b\'>b</span>\n\n<div id=c>\n</div>\n\n## <a name="D"></a> Heading\n'),
      ['-heading', 'heading', 'a', 'b', 'c', 'D'],
    );
  });

  it('do not come from code or comments', () => {
    assert.deepEqual(ids('```\n# Code\n```\n\n`<a name="a">`\n\n<!-- <a name="b"></a> -->\n\n    # Indented\n'), []);
  });

  it('are not all known where a heading includes a text', () => {
    assert.equal(idsOf(scanPage('## Use [!INCLUDE [it](it.md)]\n', 0).bookmarks).isOpen, true);
  });
});
