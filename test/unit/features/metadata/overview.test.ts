import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { metadataOverview, type MetadataItem } from '../../../../src/features/metadata/overview';
import { header } from '../fixes/support';
import { examined } from './support';

/** One line a key, below one a group. */
async function overview(text: string): Promise<readonly string[]> {
  const { groups } = metadataOverview(await examined(text));
  return groups.flatMap(({ requirement, items }) => [requirement, ...items.map(shown)]);
}

function shown({ key, state, value, source, place, pattern }: MetadataItem): string {
  const start = place?.range.start;
  const at = start === undefined ? '' : ` ${place?.path}:${start.line + 1}:${start.character + 1}`;
  return `  ${key} ${state} '${value}' ${source ?? 'nowhere'}${at}${pattern === undefined ? '' : ` ${pattern}`}`;
}

describe('the overview of metadata', () => {
  it('groups what an article sets, inherits and lacks, each with its place', async () => {
    const found = await overview(
      header('title: A title of the right length', 'author: me', 'team.key: [a, 1]', 'x: 10.0'),
    );
    assert.deepEqual(found, [
      'required',
      "  title own 'A title of the right length' frontMatter guide/a.md:2:8",
      "  description missing '' nowhere",
      "  author own 'me' frontMatter guide/a.md:3:9",
      "  ms.author missing '' nowhere",
      "  ms.date missing '' nowhere",
      "  ms.topic inherited 'how-to' fileMetadata docfx.json:1:157 guide/**.md",
      "  ms.service inherited 'dynamics-365' globalMetadata docfx.json:1:74",
      'recommended',
      "  ms.reviewer missing '' nowhere",
      "  ms.custom missing '' nowhere",
      'optional',
      "  ms.search.scope invalid 'Core' globalMetadata docfx.json:1:107",
      `  team.key own '["a",1]' frontMatter guide/a.md:4:11`,
      "  x own '10.0' frontMatter guide/a.md:5:4",
    ]);
  });

  it('calls a required key without a value missing, and says what is wrong with the others', async () => {
    const { groups } = metadataOverview(await examined(header('title:', 'ms.date: 2024-13-45', 'ms.topic: how-tw')));
    const items = groups.flatMap((group) => group.items);
    const of = (key: string) => items.find((item) => item.key === key);
    assert.deepEqual(
      ['title', 'ms.date', 'ms.topic'].map((key) => [key, of(key)?.state, of(key)?.source, of(key)?.problem?.severity]),
      [
        ['title', 'missing', 'frontMatter', 'warning'],
        ['ms.date', 'invalid', 'frontMatter', 'warning'],
        ['ms.topic', 'invalid', 'frontMatter', of('ms.topic')?.problem?.severity],
      ],
    );
    assert.match(of('ms.date')?.problem?.message ?? '', /^Invalid date format for 'ms\.date': '2024-13-45'\./);
    assert.ok(of('ms.topic')?.values.includes('how-to'));
  });

  it('has the keys of an article without front matter', async () => {
    const found = await overview('# H\n');
    assert.ok(found.includes("  title missing '' nowhere"));
    assert.ok(found.includes("  ms.service inherited 'dynamics-365' globalMetadata docfx.json:1:74"));
  });
});
