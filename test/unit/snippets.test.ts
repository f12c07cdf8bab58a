import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { bundledProfiles } from '../../src/core/structure/profile';
import { article } from '../support/docset';
import { expand, snippetsFrom, tabStopsOf, type Snippet } from '../support/snippets';
import { now } from './core/support/memoryHost';
import { docfx, open } from './core/support/repository';

const snippets = snippetsFrom(readFileSync('snippets/markdown.json', 'utf8'));

/** What `check` finds in an article that a snippet was inserted into, or that it is. */
async function findingsIn(inserted: string): Promise<readonly string[]> {
  const text = inserted.startsWith('---') ? inserted : `${article()}\n${inserted}\n`;
  const body = inserted.startsWith('---') && !/^# /m.test(inserted) ? '\n# Heading\n' : '\n';
  const { findings } = await open({
    'docfx.json': docfx(),
    'a.md': text + body,
    'article.md': '# There\n',
    'media/picture.png': '',
  });
  return findings('a.md');
}

function each(test: (snippet: Snippet) => void | Promise<void>): void {
  for (const [name, snippet] of snippets) it(name, () => test(snippet));
}

describe('snippets', () => {
  it('have the prefixes that the README lists, and none that the server offers', () => {
    const prefixes = new Set([...snippets.values()].map(({ prefix }) => prefix));
    assert.deepEqual([...prefixes].sort(), [
      'article',
      'caution',
      'frontmatter',
      'image',
      'important',
      'note',
      'row',
      'see-also',
      'tab',
      'tip',
      'video',
      'warning',
    ]);
    const readme = readFileSync('README.md', 'utf8');
    for (const prefix of prefixes) assert.ok(readme.includes(`\`${prefix}\``), `the README has no ${prefix}`);
  });

  describe('leave nothing that check finds, inserted as they are', () => {
    each(async (snippet) => {
      assert.deepEqual(await findingsIn(expand(snippet, now)), []);
    });
  });

  describe('leave nothing that check finds, whatever is chosen', () => {
    each(async (snippet) => {
      const text = expand(snippet, now);
      for (const { choices } of tabStopsOf(snippet))
        for (const choice of choices)
          assert.deepEqual(await findingsIn(text.replace(choices[0] ?? '', choice)), [], choice);
    });
  });

  describe('have their places to fill in in the order of the text, each with a value', () => {
    each((snippet) => {
      const numbers = tabStopsOf(snippet).map(({ number }) => number);
      const first = [...new Set(numbers)];
      assert.deepEqual(
        first,
        first.map((_number, index) => index + 1),
      );
      const empty = tabStopsOf(snippet).filter(({ value }) => value === '');
      assert.ok(empty.every(({ number }) => numbers.filter((other) => other === number).length > 1));
    });
  });

  describe('have no white space at the end of a line, and no blank line at either end', () => {
    each((snippet) => {
      const text = expand(snippet, now);
      assert.equal(text, text.replaceAll(/[ \t]+$/gm, '').trim());
      assert.doesNotMatch(text, /[$|{}]/);
      assert.notEqual(snippet.description, '');
    });
  });

  it('offer every kind of article that the schema allows, and none that is retired', () => {
    const { properties } = JSON.parse(readFileSync('schemas/dynamics-article.schema.json', 'utf8')) as {
      properties: { 'ms.topic': { enum: (string | null)[]; deprecatedValues: Record<string, string> } };
    };
    const { enum: all, deprecatedValues } = properties['ms.topic'];
    const allowed = all.filter((topic) => topic !== null && !Object.hasOwn(deprecatedValues, topic)).sort();
    const withTopics = [...snippets.values()].filter(({ body }) => body.some((line) => line.startsWith('ms.topic')));
    assert.equal(withTopics.length, 3);
    for (const snippet of withTopics) {
      const choices = tabStopsOf(snippet).find((stop) => stop.choices.length > 0)?.choices ?? [];
      assert.deepEqual([...choices].sort(), allowed);
    }
  });

  it('write the sections of a support article as its profile calls them, in its order', () => {
    const titles = bundledProfiles[0]?.sections
      .filter(({ isRequired, isUsual = false }) => isRequired || isUsual)
      .map((section) => section.titles[0] ?? '');
    const labels = (name: string, pattern: RegExp): (string | undefined)[] =>
      [...(snippets.get(name)?.body.join('\n') ?? '').matchAll(pattern)].map(([, label]) => label);
    assert.deepEqual(labels('Support article with bold labels', /^\*\*(.+)\*\*$/gm), titles);
    assert.deepEqual(labels('Support article with headings', /^## (.+)$/gm), titles);
  });
});
