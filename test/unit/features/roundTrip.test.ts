import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { rootsOf } from '../../../src/core/includes/destinations';
import { scanIncludes } from '../../../src/core/includes/scan';
import { extractInclude } from '../../../src/features/includes/extract';
import { inlineInclude } from '../../../src/features/includes/inline';

const path = 'docs/deep/a.md';
const includePath = 'docs/deep/includes/x.md';
const directive = '[!INCLUDE [x](includes/x.md)]';
const options = { seed: 20240917, numRuns: 2000 };

const inline = fc.constantFrom(
  ...['word', 'two words', '*stressed*', '`code`', '[link](../b.md#x)', '![p](media/p.png)', '[site](https://a.b/c)'],
  ...['[!INCLUDE [y](includes/y.md)]', '[r][ref]', '<a href="c.md">c</a>', 'a\\*b', 'über', '[top](#top)', '~/x'],
);
const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 });
const leaf: fc.Arbitrary<string[]> = fc.oneof(
  paragraph,
  line.map((text) => [`## ${text}`]),
  line.map((text) => ['```', text, '', '# no heading', '```']),
  line.map((text) => ['| a | b |', '|---|---|', `| ${text} | c |`]),
  fc.constant<string[]>(['[!INCLUDE [z](~/includes/z.md)]']),
);

const { block } = fc.letrec<{ block: string[]; item: string[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((items) => items.flat()),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 2 })
      .map((parts) => spaced(parts).map((text) => `> ${text}`.trimEnd())),
  ),
  item: fc
    .tuple(fc.constantFrom('- ', '1. ', '* '), fc.array(tie('block'), { minLength: 1, maxLength: 2 }))
    .map(([marker, parts]) =>
      spaced(parts)
        .map((text, index) => (index === 0 ? marker : ' '.repeat(marker.length)) + text)
        .map((text) => text.trimEnd()),
    ),
}));

const document = fc
  .tuple(fc.boolean(), fc.array(block, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\r\n'))
  .map(([hasHeader, blocks, lineBreak]) => {
    const header = hasHeader ? ['---', 'title: x', '---', ''] : [];
    return [...header, ...spaced([...blocks, ['[ref]: ../r.md']]), ''].join(lineBreak);
  });

function spaced(blocks: readonly (readonly string[])[]): string[] {
  return blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** The article with the selection extracted and inlined again; `undefined` where it cannot be extracted. */
function roundTrip(text: string, start: number, end: number): string | undefined {
  const article = { text, roots: rootsOf(path, 'docs') };
  const extraction = extractInclude(article, { start, end }, directive, rootsOf(includePath, 'docs'));
  if ('refused' in extraction) return undefined;
  const { span, newText } = extraction.replacement;
  const shortened = text.slice(0, span.start) + newText + text.slice(span.end);
  const found = scanIncludes(shortened, 0).directives.find((other) => other.span.start === span.start);
  assert.ok(found !== undefined, shortened);
  const include = { text: extraction.content, roots: rootsOf(includePath, 'docs') };
  const result = inlineInclude({ text: shortened, roots: article.roots }, found, include);
  if ('refused' in result) assert.fail(result.refused);
  return shortened.slice(0, result.span.start) + result.newText + shortened.slice(result.span.end);
}

describe('extracting, then inlining an include', () => {
  it('gives the same text, whatever lines were selected', () => {
    let count = 0;
    fc.assert(
      fc.property(document, fc.nat(), fc.nat(), (text, a, b) => {
        const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
        const [first, last] = [a % starts.length, b % starts.length].sort((x, y) => x - y);
        const result = roundTrip(text, starts[first ?? 0] ?? 0, starts[(last ?? 0) + 1] ?? text.length);
        if (result === undefined) return;
        count++;
        assert.equal(result, text);
      }),
      options,
    );
    assert.ok(count > 300, `only ${count} could be extracted`);
  });

  it('gives the same text, whatever characters were selected', () => {
    let count = 0;
    fc.assert(
      fc.property(document, fc.nat(), fc.nat({ max: 60 }), (text, a, length) => {
        const start = a % text.length;
        const result = roundTrip(text, start, Math.min(text.length, start + length));
        if (result === undefined) return;
        count++;
        assert.equal(result, text);
      }),
      options,
    );
    assert.ok(count > 150, `only ${count} could be extracted`);
  });

  it('takes out every block of a document by itself', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), fc.nat(), (blocks, a) => {
        const chosen = a % blocks.length;
        // Neighbouring lists are one list, and a list goes on with what is indented.
        const separated = blocks.flatMap((lines) => [lines, ['Between.']]);
        const text = [...spaced(separated), '', '[ref]: ../r.md', ''].join('\n');
        const before = spaced(separated.slice(0, chosen * 2)).join('\n');
        const start = before === '' ? 0 : before.length + 2;
        const end = start + (blocks[chosen] ?? []).join('\n').length;
        assert.equal(roundTrip(text, start, end), text);
      }),
      options,
    );
  });
});
