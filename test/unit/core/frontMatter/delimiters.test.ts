import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseFrontMatter } from '../../../../src/core/frontMatter/parse';
import { read, type Reading } from './read';

const metadata = { title: 'A title', author: 'me' };
const keys = 'title: A title\nauthor: me\n';

function itReads(name: string, text: string, expected: Partial<Reading> = {}): void {
  it(name, () => {
    assert.deepEqual(read(text), { metadata, problems: [], readByBuild: true, ...expected });
  });
}

function itRefuses(name: string, text: string, problem: string, others: Partial<Reading> = {}): void {
  itReads(name, text, { problems: [problem], readByBuild: false, ...others });
}

describe('front matter: a header', () => {
  itReads('starts with --- and ends with ---', `---\n${keys}---\n# H\n`);
  itReads('may end with ...', `---\n${keys}...\n# H\n`);
  itReads('may end where the file ends', `---\n${keys}---`);
  itReads('may have CRLF', `---\n${keys}---\n# H\n`.replaceAll('\n', '\r\n'));
  itReads('may mix line ends', `---\r\ntitle: A title\nauthor: me\r\n---\n# H\r\n`);
  itReads('may follow a byte order mark', `\ufeff---\n${keys}---\n`);
  itReads('may have white space behind its delimiters', `--- \t\n${keys}---\t \n`);
  itReads('may have white space behind ...', `---  \r\n${keys.replaceAll('\n', '\r\n')}... \r\n`);
  itReads('may hold comments and empty lines', `---\n\n# required\n#\ntitle: A title # why\n\nauthor: me\n\n---\n`);
  itReads('may hold the delimiters inside values', `---\ntitle: A title\nauthor: me\nx: a --- b\n---\n`, {
    metadata: { ...metadata, x: 'a --- b' },
  });
  itReads('ends at the first ---, not at a rule of the body', `---\n${keys}---\ntext\n\n---\n\nmore: text\n---\n`);
  itReads('goes on over lines that only begin with ---', `---\ntitle: A title\n# x\n---x: y\nauthor: me\n---\n`, {
    metadata: { title: 'A title', '---x': 'y', author: 'me' },
  });
  itReads('may be empty', '---\n---\n# H\n', { metadata: {} });
  itReads('may hold nothing but a comment', '---\r\n# later\r\n---\r\n', { metadata: {} });
  itReads('is not read from the text below', `# H\n\ntext: here\n`, { metadata: {}, readByBuild: false });
  itReads('is not a rule under a heading', `# H\n\n---\n\ntext\n`, { metadata: {}, readByBuild: false });
  itReads('is not a rule at the start', '---\n\nSome text, or other.\n\n- item: x\n', {
    metadata: {},
    readByBuild: false,
  });
  itReads('is not there in an empty file', '', { metadata: {}, readByBuild: false });
  itReads('is not there in a file of three hyphens', '---', { metadata: {}, readByBuild: false });

  it('knows its places', () => {
    const text = `\ufeff--- \r\n${keys}...\t\nbody`;
    const { header } = parseFrontMatter(text);
    assert.ok(header !== undefined);
    const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    assert.equal(slice(header.open), '--- ');
    assert.equal(slice(header.content), keys);
    assert.equal(header.close && slice(header.close), '...\t');
    assert.equal(header.seenByBuild, true);
  });
});

describe('front matter: never closed', () => {
  const unclosed = (place: string, rest: string): string =>
    `${place} front-matter-unclosed The front matter never ends${rest}`;
  const indented = (written: string): string => `: this '${written}' is indented. Remove the white space before it.`;
  const misspelt = (written: string): string =>
    `: '${written}' is not a delimiter. Type exactly three hyphens, '---', at the start of the line.`;

  itRefuses('because --- is indented', `---\n${keys}    ---\n# H\n`, unclosed('4:5-4:8', indented('---')));
  itRefuses('because --- is indented by a tab', `---\n${keys}\t---\n# H\n`, unclosed('4:2-4:5', indented('---')));
  itRefuses(
    'because --- is indented, with CRLF',
    `---\r\n${keys.replaceAll('\n', '\r\n')} --- \r\n# H\r\n`,
    unclosed('4:2-4:5', indented('---')),
  );
  itRefuses('because ... is indented', `---\n${keys}  ...\n# H\n`, unclosed('4:3-4:6', indented('...')));
  itRefuses(
    'because --- is indented below keys with section comments',
    `---\n# required metadata\n\n# optional metadata\n# ms.search.form:\n\n${keys}    ---\n# H\n`,
    unclosed('9:5-9:8', indented('---')),
  );
  itRefuses(
    'and the heading is followed by what only looks like a key',
    `---\n${keys}\n# H\nNote: text\n\n    ---\n`,
    unclosed('1:1-1:4', ". Add a line '---' after the last key."),
  );
  itRefuses(
    'because --- is indented and a rule follows far below',
    `---\n${keys}    ---\n# H\n\ntext\n\n---\n`,
    unclosed('4:5-4:8', indented('---')),
  );
  for (const written of ['--', '----', '-----', '\u2014', '---x', '\u2014-'])
    itRefuses(
      `because of '${written}'`,
      `---\n${keys}${written}\n# H\n`,
      unclosed(`4:1-4:${1 + written.length}`, misspelt(written)),
    );
  itRefuses(
    'and nothing looks like the end',
    `---\n${keys}`,
    unclosed('1:1-1:4', ". Add a line '---' after the last key."),
  );
  itRefuses(
    'and the heading stands below an empty line',
    `---\n${keys}\n# H\n\ntext: text\n`,
    unclosed('1:1-1:4', ". Add a line '---' after the last key."),
  );
  for (const body of ['[!NOTE]', '> quote: x', '![image](x)', '<br>'])
    itRefuses(
      `and the body starts with ${body}`,
      `---\n${keys}${body}\nmore: text\n`,
      unclosed('1:1-1:4', ". Add a line '---' after the last key."),
    );

  it('is not said of a list that starts with a rule', () => {
    assert.deepEqual(read('---\n- one\n- two\n').problems, []);
  });
});

describe('front matter: not at the start of the file', () => {
  const notFirst = (place: string, message: string): string => `${place} front-matter-not-first ${message}`;
  const blank = "Blank lines stand before '---'. Remove them: the front matter starts on the first line.";
  const text = "Text stands before the front matter, so the build does not see it. Move it below the closing '---'.";
  const comment =
    'The front matter stands inside or after an HTML comment, so the build does not see it. Move it to the first line of the file.';
  const space =
    "White space stands before '---'. Remove it: the front matter starts at the first character of the file.";

  itRefuses('behind an empty line', `\n---\n${keys}---\n`, notFirst('1:1-1:1', blank));
  itRefuses('behind empty lines with CRLF', `\r\n \r\n---\r\n${keys}---\r\n`, notFirst('1:1-1:1', blank));
  itRefuses('behind a space', ` ---\n${keys}---\n`, notFirst('1:1-1:2', space));
  itRefuses('behind a byte order mark and spaces', `\ufeff  ---\n${keys}---\n`, notFirst('1:2-1:4', space));
  itRefuses('behind text', `Some text\n---\n${keys}---\n`, notFirst('1:1-1:10', text));
  itRefuses('behind a heading and an empty line', `\n# H\n\n---\n${keys}---\n`, notFirst('2:1-2:4', text));
  itRefuses('inside an HTML comment', `<!--\n---\n${keys}---\n-->\n`, notFirst('1:1-1:5', comment));
  itRefuses('behind an HTML comment', `<!-- x -->\n---\n${keys}---\n`, notFirst('1:1-1:11', comment));

  it('is not said where the text between two rules holds no key', () => {
    assert.deepEqual(read('# H\n\n---\n\nSome text.\n\n---\n').problems, []);
  });
});

describe('front matter: opened in another way', () => {
  const missing = (place: string, message: string): string => `${place} front-matter-missing ${message}`;
  for (const written of ['-', '--', '----', '------', '\u2014', '\u2014-'])
    itRefuses(
      `by '${written}'`,
      `${written}\n${keys}---\n`,
      missing(
        `1:1-1:${1 + written.length}`,
        `The front matter starts with exactly three hyphens, '---', not with '${written}'.`,
      ),
    );
  itRefuses(
    'by a key behind ---',
    `---title: A title\nauthor: me\n---\n`,
    missing('1:4-1:18', "The first line must be '---' alone. Move 'title: A title' to the next line."),
    { metadata: { author: 'me' } },
  );
  itRefuses(
    'by a comment behind ---',
    `--- # yaml\n${keys}---\n`,
    missing('1:5-1:11', "The first line must be '---' alone. Move '# yaml' to the next line."),
  );
  itRefuses(
    'by its first key',
    `${keys}---\n# H\n`,
    missing('1:1-1:15', "The opening '---' of the front matter is missing. Add it as the first line."),
  );
  itRefuses(
    'by its first key, behind a byte order mark and with CRLF',
    `\ufeff${keys.replaceAll('\n', '\r\n')}...\r\n`,
    missing('1:2-1:16', "The opening '---' of the front matter is missing. Add it as the first line."),
  );

  it('is not said of prose', () => {
    for (const text of ['Note: this is text.\n\nMore text.\n---\n', 'Note: text\n', 'a: b\n# H\ntext\n---\n'])
      assert.deepEqual(read(text), { metadata: {}, problems: [], readByBuild: false }, text);
  });
});

describe('front matter: in another language', () => {
  for (const language of ['js', 'javascript', 'JSON', 'toml', 'coffee'])
    it(`is refused, not run: ${language}`, () => {
      const canary = globalThis as { canary?: boolean };
      delete canary.canary;
      const body = 'globalThis.canary = true; { "title": "x" }';
      for (const opener of [`---${language}`, `--- ${language}`]) {
        const start = opener.length - language.length + 1;
        assert.deepEqual(read(`${opener}\n${body}\n---\n# H\n`), {
          metadata: {},
          problems: [
            `1:${start}-1:${start + language.length} front-matter-missing Front matter in '${language}' is refused: it is never run or read. Type '---' alone on the first line and write YAML.`,
          ],
          readByBuild: false,
        });
      }
      assert.equal(canary.canary, undefined);
    });
});
