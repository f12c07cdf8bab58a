import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { scanIncludes } from '../../../../src/core/includes/scan';

const token = '[!include[a](b.md)]';

/** The form of each include of a text in which `@` stands for one. */
function formsOf(text: string): string {
  return scanIncludes(text.replaceAll('@', token), 0)
    .directives.map(({ form }) => form)
    .join(' ');
}

function check(expected: string, texts: readonly string[]): void {
  for (const text of texts) {
    for (const ending of ['\n', '\r\n', '\r']) {
      const written = text.replaceAll('\n', ending);
      if (written === text && ending !== '\n') continue;
      it(JSON.stringify(written), () => {
        assert.equal(formsOf(written), expected);
      });
    }
  }
}

describe('contexts of an include', () => {
  describe('a line of its own is a block', () => {
    check('block', [
      '@',
      '   @',
      '@ \t ',
      'text\n@',
      'text\n@\ntext',
      '- @',
      '- text\n  @',
      '- text\n@',
      '- text\n\n  @',
      '- text\n\n     @',
      '1. text\n\n   @',
      '10) text\n    @',
      '-\n  @',
      '-\t@',
      '- - @',
      '> @',
      '>@',
      '>    @',
      '> text\n> @',
      '> text\n@',
      '> [!NOTE]\n> @',
      '- > @',
      '> - text\n>   @',
      '# H\n@',
      'H\n===\n@',
      '---\n@',
      '```\ncode\n```\n@',
      '`code\n@\nnot code`',
      'text <!--\n@\n-->',
      '<div>\n\n@\n\n</div>',
      '<!-- comment -->\n@',
      '* * *\n@',
    ]);
  });

  describe('anything else is inline', () => {
    check('inline', [
      '@ text',
      'text @',
      '@.',
      'text\n    @',
      '> text\n    @',
      '- text\n      @',
      '# @',
      '###### @ ######',
      '@ text\n---',
      '- @ text',
      '- text @',
      '> text @',
      '**@**',
      '_@_',
      '[@](b.md)',
      '[text @ text](b.md "title")',
      '[text][@]',
      '![@](c.png)',
      '![alt @ alt](c.png "title")',
      '<b>@</b>',
      'text <b title="x">@</b>',
      'text `code` @',
      'text ` @',
      'text `` ` @',
      'text \\`@`',
      '`code `` @`` @',
      'text <!-- c --> @',
      'text <!-- @',
      'text <!--> @ -->',
      'text <!---> @ -->',
      '2.   text\n    <div>@',
      'a < b @ c > d',
      '####### @',
      '#@',
      '1234567890. @',
      'text\n2. @',
    ]);
    check('inline inline', ['@ @', '@@', '[@ @](b.md)']);
  });

  describe('a table cell of its own is a block', () => {
    const table = '| a | b |\n|---|:-:|\n';
    check('block', [`${table}| @ | x |`, `${table}| x |@|`, `${table}x | @`, `${table}| x | @`, '| @ |\n| - |\n']);
    check('block block', [`${table}| @ | @ |`, `- | a | b |\n  |---|---|\n  | @ | @ |`, `> | @ | @ |\n> |-|-|`]);
    check('inline', [
      `${table}| @ x | y |`,
      `${table}| x @ | y |`,
      `${table}| \\| @ | y |`,
      '| @ | no table |',
      'text\n| @ | no table |\n|---|---|\n',
    ]);
    // The line is an include before it is a row.
    check('block', [`${table}@`]);
  });

  describe('code hides it', () => {
    check('', [
      '```\n@\n```',
      '```md\n@\n```',
      '~~~\n@\n~~~',
      '~~~ md `x`\n@\n~~~',
      '````\n```\n@\n````',
      '```\n~~~\n@\n```',
      '```\n@',
      '   ```\n@\n   ```',
      '```\n    ```\n@\n```',
      '```\n``` x\n@\n```',
      'text\n```\n@\n```',
      '- ```\n  @\n  ```',
      '- text\n\n  ```\n\n  @\n  ```',
      '> ```\n> @\n> ```',
      '> - ~~~\n>   @',
      '    @',
      '\t@',
      '  \t@',
      'text\n\n    @',
      '- text\n\n      @',
      '-     @',
      '>     @',
      '>\t\t@',
      '# H\n    @',
      '`@`',
      '`` ` @ ``',
      '`code\n text @\ncode`',
      '> `code\n> text @\n> code`',
      '| `@` | b |\n|---|---|',
      '# `@`',
      '[`@`](b.md)',
      '`\\` `@`',
    ]);
    check('block', [
      '> ```\n@',
      '- ```\n@',
      '> ~~~\n\n@',
      '``` `\n@',
      '``\n@\n``',
      '- text\n\n   ```\n   x\n   ```\n\n  @',
    ]);
    check('inline', ['```\n@\n```\n\ntext @', '`code\n\n@ code`', '``` a ``` @']);
  });

  describe('HTML hides it', () => {
    check('', [
      '<!-- @ -->',
      '<!--\n@\n-->',
      '<!--\n\n@\n\n-->',
      'text <!-- @ --> text',
      'text <!-- text\ntext @ -->',
      '- <!-- @ -->',
      '> <!--\n> @\n> -->',
      '<!-- c --> @',
      'text\n<!--\n@\n-->',
      '<div>\n@\n</div>',
      '<table>\n<tr><td>@</td></tr>\n</table>',
      '<script>\n\n@\n</script>',
      '<span class="x">\n@',
      'text <a title="@">text</a>',
      "text <img alt='@' />",
      '[text](b.md "@")',
      "![alt](c.png '@')",
    ]);
    check('block', ['> <!--\n@', '<!--\n-->\n@', '</pre>\n\n@', 'text\n<span>\n@']);
  });

  it('reads from the body on', () => {
    const text = `---\na: ${token}\n---\n`;
    assert.deepEqual(scanIncludes(text, text.length), { directives: [], malformed: [] });
  });
});
