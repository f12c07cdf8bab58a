import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { isExpandedAt, scanIncludes } from '../../../../src/core/includes/scan';

const pieces = [
  ...['[!include', '[!INCLUDE', '[!include [a](b.md)]', '[!INCLUDE[', '[', ']', '](', '(', ')', ')]', 'b.md', '+', '-'],
  ...['\\', '`', '``', '```', '~~~', '<!--', '-->', '<b a="', '"', "'", '>', '<', '> ', '- ', '1. ', '# ', '|', '|-|'],
  ...['\n', '\n\n', '\r\n', '\r', ' ', '    ', '\t', 'text', '===', '---', '\u00a0', '\ud83d', 'é'],
];
const markdown = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 60 })
  .map((parts) => parts.join(''));
const options = { seed: 20240917, numRuns: 3000 };

/** Far more than any of these takes, far less than a quadratic scan would. */
const limit = 3000;

describe('scanning any text', () => {
  it('gives spans that are what they claim to be', () => {
    fc.assert(
      fc.property(markdown, fc.nat(20), (text, from) => {
        const { directives, malformed } = scanIncludes(text, Math.min(from, text.length));
        let last = Math.min(from, text.length);
        for (const directive of directives) {
          const token = text.slice(directive.span.start, directive.span.end);
          assert.match(token, /^\[!include[+-]? *\[[^]*\)\]$/i);
          assert.ok(directive.span.start >= last, 'in order, not overlapping');
          assert.equal(text.slice(directive.labelSpan.start, directive.labelSpan.end), directive.label);
          const written = text.slice(directive.pathSpan.start, directive.pathSpan.end);
          assert.equal(written.replaceAll(/\\(.?)/gs, '$1'), directive.path);
          assert.doesNotMatch(written, /[ \t\r\n]/);
          last = directive.span.end;
        }
        for (const { span } of malformed) assert.match(text.slice(span.start, span.end), /^\[!inc/i);
      }),
      options,
    );
  });

  it('finds an include in any paragraph that has no other syntax', () => {
    const words = fc.stringMatching(/^[a-z ]{0,20}$/);
    fc.assert(
      fc.property(words, words, (before, after) => {
        const { directives } = scanIncludes(`x${before}[!include[a](b.md)]${after}x`, 0);
        assert.deepEqual(
          directives.map(({ span, form }) => [span.start, form]),
          [[before.length + 1, 'inline']],
        );
      }),
      options,
    );
  });

  it('takes a shortcut to the same answer as a walk over all blocks', () => {
    const line = fc
      .tuple(
        fc.constantFrom('', '', '', '> ', '- ', '12) ', '  ', '    ', '* > ', 'text '),
        fc.constantFrom(
          '[!include [a](b.md)]',
          'text',
          '<div>',
          '</div>',
          'a <b> c',
          '<!-- x',
          '-->',
          '```',
          '~~~',
          '',
        ),
      )
      .map((parts) => parts.join(''));
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, (written) => {
        const places = [...written.matchAll(/\[!include/g)].map(({ index }) => index);
        assert.deepEqual(
          scanIncludes(written, 0).directives.map(({ span }) => span.start),
          places.filter((at) => isExpandedAt(written, 0, at)),
        );
      }),
      { ...options, numRuns: 20_000 },
    );
  });

  it('answers the same for all line endings', () => {
    const scan = (text: string) => scanIncludes(text, 0).directives.map(({ form, path }) => `${form} ${path}`);
    fc.assert(
      fc.property(markdown, (text) => {
        const lines = text.replaceAll(/\r\n?/g, '\n');
        assert.deepEqual(scan(lines.replaceAll('\n', '\r\n')), scan(lines));
        assert.deepEqual(scan(lines.replaceAll('\n', '\r')), scan(lines));
      }),
      options,
    );
  });
});

describe('scanning hostile text', () => {
  const token = '[!include[a](b.md)]';
  const many = 100_000;
  const texts: readonly (readonly [name: string, text: string])[] = [
    ['backticks', `${'`'.repeat(many)} ${token}`],
    ['runs of backticks, no two alike', Array.from({ length: 600 }, (_, i) => '`'.repeat(i + 1)).join(' ') + token],
    ['openings', '[!include ['.repeat(many)],
    ['openings and one end', `${'[!include ['.repeat(many)}]`],
    ['openings with paths', '[!include [](a'.repeat(many)],
    ['openings with titles', '[!include [](a '.repeat(many)],
    ['openings with angles', '[!include [](<a'.repeat(many)],
    ['openings on lines', '[!include [\n'.repeat(many)],
    ['openings without an end', '[!include [x](a.md '.repeat(many)],
    ['quotes', `${'> '.repeat(many)}${token}`],
    ['lists, then blank lines', `${'- '.repeat(many)}x\n${'\n'.repeat(many)}${token}`],
    ['lists in a quote, then blank lines', `> ${'- '.repeat(many)}x\n${'>\n'.repeat(many)}${token}`],
    ['quotes, then lazy lines', `${'> '.repeat(many)}x\n${'x\n'.repeat(many)}${token}`],
    ['brackets', `${'['.repeat(many)}${token}${']('.repeat(many)}`],
    ['titles', `${'[a](b "'.repeat(many)}${token}`],
    ['comments', `x ${'<!--'.repeat(many)}${token}`],
    ['tags', `x ${'<a b="'.repeat(many)}${token}`],
    ['attributes', `<a ${' a'.repeat(many)}${token}`],
    ['backslashes', '\\'.repeat(many) + token],
    ['cells', `|a|\n|-|\n${`| ${token} `.repeat(many / 10)}`],
    ['bars', `a|\n${'|'.repeat(many)}x ${token}`],
    ['spaces', `[a](${' '.repeat(many)}${token}`],
  ];
  for (const [name, text] of texts) {
    it(`takes no longer than its length for ${name}`, () => {
      const start = performance.now();
      scanIncludes(text, 0);
      const took = performance.now() - start;
      assert.ok(took < limit, `took ${took.toFixed()} ms`);
    });
  }
});
