import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rootsOf } from '../../../src/core/includes/destinations';
import { bodyStart } from '../../../src/core/includes/body';
import { scanIncludes } from '../../../src/core/includes/scan';
import { extractInclude } from '../../../src/features/includes/extract';
import { inlineInclude } from '../../../src/features/includes/inline';
import { freeName, markdownFileName, slugOf } from '../../../src/features/fileNames';
import { includesFolderOf } from '../../../src/features/includes/names';

const path = 'docs/a.md';
const includePath = 'docs/includes/x.md';
const directive = '[!INCLUDE [x](includes/x.md)]';

/** `«` and `»` mark the selection. */
function extracted(marked: string): { article: string; include: string } | string {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const text = marked.replace(/[«»]/g, '');
  const article = { text, roots: rootsOf(path, 'docs') };
  const result = extractInclude(article, { start, end }, directive, rootsOf(includePath, 'docs'));
  if ('refused' in result) return result.refused;
  const { span, newText } = result.replacement;
  return { article: text.slice(0, span.start) + newText + text.slice(span.end), include: result.content };
}

function inlined(text: string, include: string, at = 0): string {
  const host = { text, roots: rootsOf(path, 'docs') };
  const found = scanIncludes(text, bodyStart(text)).directives[at];
  assert.ok(found !== undefined, 'no directive');
  const result = inlineInclude(host, found, { text: include, roots: rootsOf(includePath, 'docs') });
  if ('refused' in result) return result.refused;
  return text.slice(0, result.span.start) + result.newText + text.slice(result.span.end);
}

const blocks: readonly (readonly [name: string, marked: string, article: string, include: string])[] = [
  ['a paragraph', 'One\n\n«Two\nlines»\n\nThree\n', `One\n\n${directive}\n\nThree\n`, 'Two\nlines\n'],
  ['blank lines around it', 'One\n«\nTwo\n\n»Three\n', `One\n\n${directive}\n\nThree\n`, 'Two\n'],
  ['CRLF', 'One\r\n\r\n«Two\r\nlines»\r\n', `One\r\n\r\n${directive}\r\n`, 'Two\r\nlines\r\n'],
  [
    'links',
    '«[a](b.md#x) ![p](media/p.png) [y](#y)»\n',
    `${directive}\n`,
    '[a](../b.md#x) ![p](../media/p.png) [y](#y)\n',
  ],
  ['an include', '«[!INCLUDE [y](includes/y.md)]»\n', `${directive}\n`, '[!INCLUDE [y](y.md)]\n'],
  ['a quote within', '«> a\n>\n> b»\n', `> ${directive}\n`, 'a\n\nb\n'],
  ['a note', '> [!NOTE]\n«> a\n> b»\n', `> [!NOTE]\n> ${directive}\n`, 'a\nb\n'],
  ['a whole note', '«> [!NOTE]\n> a»\n\nb\n', `> ${directive}\n\nb\n`, '[!NOTE]\na\n'],
  ['a list', 'a\n\n«- b\n- c\n  d»\n\ne\n', `a\n\n${directive}\n\ne\n`, '- b\n- c\n  d\n'],
  ['what is in an item', '1. a\n\n«   b\n\n   - c»\n\n2. d\n', `1. a\n\n   ${directive}\n\n2. d\n`, 'b\n\n- c\n'],
  ['the content of an item', '- «a\n  b\n\n  c»\n- d\n', `- ${directive}\n- d\n`, 'a\nb\n\nc\n'],
  ['a fence', '«```js\nx\n```»\n', `${directive}\n`, '```js\nx\n```\n'],
  ['a table', '«| a | b |\n|---|---|\n| c | d |»\n', `${directive}\n`, '| a | b |\n|---|---|\n| c | d |\n'],
  [
    'a definition that it needs',
    '«[a][r]»\n\n[r]: b.md "T"\n',
    `${directive}\n\n[r]: b.md "T"\n`,
    '[a][r]\n\n[r]: ../b.md "T"\n',
  ],
  ['a definition of its own', '«[a]\n\n[a]: b.md»\n', `${directive}\n`, '[a]\n\n[a]: ../b.md\n'],
];

const inlines: readonly (readonly [name: string, marked: string, article: string, include: string])[] = [
  ['words', 'See «the words» here.\n', `See ${directive} here.\n`, 'the words\n'],
  ['words and the spaces around them', 'See« the words »here.\n', `See ${directive} here.\n`, 'the words\n'],
  ['a link', 'See «[a](b.md)».\n', `See ${directive}.\n`, '[a](../b.md)\n'],
  ['a heading', '# «Title»\n', `# ${directive}\n`, 'Title\n'],
  ['a cell', '| a |\n|---|\n| «c» |\n', `| a |\n|---|\n| ${directive} |\n`, 'c\n'],
  ['the text of an item', '- «a»\n- b\n', `- ${directive}\n- b\n`, 'a\n'],
];

const refused: readonly (readonly [name: string, marked: string, message: RegExp])[] = [
  ['nothing', 'a «  » b\n', /^Select the text/],
  ['front matter', '---\n«title: x\n---\n\na»\n', /^The front matter belongs/],
  ['half an include', 'a [!INCLUDE [x«](y.md)] b»\n', /in the middle of an include/],
  ['half a paragraph', 'a\n«b»\n', /^Select whole paragraphs/],
  ['half a fence', '```\na\n«```\n\nb»\n', /code/],
  ['code in a fence', '```\n«a»\n```\n', /lies in code/],
  ['the beginning of a fence', '«a\n\n```»\nb\n```\n', /^Select whole paragraphs/],
  ['half a list', '«- a»\n- b\n', /cuts a list/],
  ['the end of a list', '1. a\n«2. b»\n', /cuts a list/],
  ['an item without what belongs to it', '«- a»\n\n  b\n', /cuts a list/],
  ['half a table', '| a |\n|---|\n«| b |»\n', /^Select whole paragraphs/],
  ['half a link', 'a «[b]»(c.md)\n', /cuts a link/],
  ['half a strong', 'a «**b» c** d\n', /cuts a link/],
  ['two cells', '| a | b |\n|---|---|\n| «c | d» |\n', /cuts a link, a table cell/],
  ['some of two lines', 'a «b\nc» d\n', /^Select whole lines/],
  ['lazy lines', '> a\n«> b\nc»\n', /Select whole paragraphs/],
  ['lines indented differently', '- «a\nb»\n', /^Not every line begins/],
  ['a footnote', '«a[^1]»\n\n[^1]: b\n', /footnote/],
  ['a definition that others need', '«[r]: b.md»\n\n[r]\n', /needs the link \[r\]/],
  ['a reference in a line', 'a «[b][r]» c\n\n[r]: b.md\n', /cannot hold the definition/],
  ['a thematic break at its start', 'a\n\n«---\n\nb: c\n\n---»\n', /front matter/],
];

describe('extracting an include', () => {
  for (const [name, marked, article, include] of [...blocks, ...inlines]) {
    it(`takes out ${name}`, () => {
      assert.deepEqual(extracted(marked), { article, include });
    });
    it(`gets it back by inlining: ${name}`, () => {
      assert.equal(inlined(article, include), marked.replace(/[«»]/g, ''));
    });
  }
  for (const [name, marked, message] of refused) {
    it(`refuses ${name}`, () => {
      const result = extracted(marked);
      assert.ok(typeof result === 'string', JSON.stringify(result));
      assert.match(result, message);
    });
  }
});

describe('inlining an include', () => {
  const cases: readonly (readonly [name: string, text: string, include: string, result: string])[] = [
    ['without front matter', `${directive}\n`, '---\nms.topic: include\n---\n\nText\n', 'Text\n'],
    ['under the marks of a quote', `> ${directive}\n`, 'a\n\nb\n', '> a\n>\n> b\n'],
    ['in an item', `1. ${directive}\n`, 'a\n\nb\n', '1. a\n\n   b\n'],
    ['joined in a line', `See ${directive}.\n`, 'a\n\nb\n', 'See a b.\n'],
    [
      'joined in a cell',
      `| a | b |\n|---|---|\n| c | ${directive} |\n`,
      'a\nb\n',
      '| a | b |\n|---|---|\n| c | a b |\n',
    ],
    ['apart from what is above and below', `Above\n${directive}\nBelow\n`, 'a\n', 'Above\n\na\n\nBelow\n'],
    ['apart in a quote', `> Above\n> ${directive}\n> Below\n`, 'a\n', '> Above\n> \n> a\n>\n> Below\n'],
    [
      'with its nested includes',
      `${directive}\n`,
      '[!INCLUDE [y](y.md)] [!INCLUDE [z](~/z.md)]\n',
      '[!INCLUDE [y](includes/y.md)] [!INCLUDE [z](~/z.md)]\n',
    ],
    [
      'with escapes in paths',
      `${directive}\n`,
      '[!INCLUDE [y](a\\_b\\(1\\).md)]\n',
      '[!INCLUDE [y](includes/a_b\\(1\\).md)]\n',
    ],
    ['with the line breaks of the article', `a\r\n\r\n${directive}\r\n`, 'b\nc\n', 'a\r\n\r\nb\r\nc\r\n'],
    ['that is empty', `a\n\n${directive}\n`, '\n', 'a\n\n\n'],
    [
      'that defines a link in another way',
      `${directive}\n\n[r]: a.md\n`,
      '[r]\n\n[r]: b.md\n',
      'Both files define the link [r], each in another way. Rename one of them first.',
    ],
  ];
  for (const [name, text, include, result] of cases) {
    it(`puts its content in place, ${name}`, () => {
      assert.equal(inlined(text, include), result);
    });
  }
});

describe('names of include files', () => {
  it('come from the first words', () => {
    assert.equal(slugOf('> [!NOTE]\n> Größe **der** [Seite](../a.md)', 'new'), 'note-große-der-seite');
    assert.equal(slugOf('word '.repeat(40), 'new'), 'word-word-word-word-word-word-word-word-word-word');
    assert.equal(slugOf('***', 'new-include'), 'new-include');
    assert.equal(
      freeName('a', (name) => name === 'a' || name === 'a-2'),
      'a-3',
    );
  });

  it('are checked', () => {
    assert.deepEqual(markdownFileName(' note '), { fileName: 'note.md' });
    assert.deepEqual(markdownFileName('note.MD'), { fileName: 'note.md' });
    for (const name of ['', '.md', 'a b', '../a', 'a/b', 'a(1)', '.hidden', 'a#b', 'a:b'])
      assert.ok('refused' in markdownFileName(name), name);
  });

  it('lie in the folder beside the article, or where an include already is', () => {
    assert.equal(includesFolderOf('docs/a.md'), 'docs/includes');
    assert.equal(includesFolderOf('docs/includes/a.md'), 'docs/includes');
    assert.equal(includesFolderOf('a.md'), 'includes');
  });
});
