import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { includePreview } from '../../../../src/features/includes/preview';
import { open } from '../../core/support/repository';

const addresses = { linkTo: (path: string) => `file:///${encodeURI(path)}`, docsetFolder: 'docs' };

async function preview(text: string): Promise<string> {
  const path = 'docs/includes/a.md';
  const { repository } = await open({
    [path]: text,
    'docs/includes/name.md': 'Contoso',
    'docs/other/b.md': '[x](c.md)',
  });
  return includePreview(path, text, await repository.includes.closureOf(path), addresses);
}

describe('preview of an include', () => {
  for (const [text, expected] of Object.entries({
    '[x](b.md#heading)': '[x](file:///docs/includes/b.md#heading)',
    '[x](../b.md?a=1#heading "title")': '[x](file:///docs/b.md?a=1#heading "title")',
    '![x](<media/a b.png>)': '![x](<file:///docs/includes/media/a%20b.png>)',
    '![x](media/a%20b.png)': '![x](file:///docs/includes/media/a%20b.png)',
    '![x](media/100%.png)': '![x](file:///docs/includes/media/100%25.png)',
    '![x](media/a\\)b.png)': '![x](file:///docs/includes/media/a)b.png)',
    '[x](~/media/b.png)': '[x](file:///docs/media/b.png)',
    '[x][y]\n\n[y]: b.md#z': '[x][y]\n\n[y]: file:///docs/includes/b.md#z',
    '<img src="media/b.png">': '<img src="file:///docs/includes/media/b.png">',
    '[x](../../../out.md)': '[x](../../../out.md)',
    '[x](#anchor) [y](/site/path) [z](https://example.com/a%20b) [m](mailto:a@example.com)':
      '[x](#anchor) [y](/site/path) [z](https://example.com/a%20b) [m](mailto:a@example.com)',
    '`[x](b.md)`\n\n    [x](b.md)': '`[x](b.md)`\n\n    [x](b.md)',
    '[!INCLUDE [b](../other/b.md)]': '[x](file:///docs/other/c.md)',
    'In [!INCLUDE [name](name.md)].': 'In Contoso.',
    '[!INCLUDE [gone](gone.md)]': '[!INCLUDE [gone](gone.md)]',
    '> [!NOTE]\n> Text': '> **Note**  \n> Text',
    '- > [!Important] \n  > Text': '- > **Important**  \n  > Text',
    '| a | b |\n|---|---|\n| [x](b.md) | y |': '| a | b |\n|---|---|\n| [x](file:///docs/includes/b.md) | y |',
    '---\ntitle: x\n---\n\n\n    code\r\n    more\n\n': '    code\n    more',
    '': '',
  })) {
    it(JSON.stringify(text), async () => {
      assert.equal(await preview(text), expected);
    });
  }

  const lines = (count: number): string => Array.from({ length: count }, (_, n) => `line ${n}`).join('\n');

  describe('that is long', () => {
    it('is cut after forty lines', async () => {
      assert.equal(await preview(lines(40)), lines(40));
      assert.equal(await preview(lines(41)), `${lines(40)}\n\n…`);
    });

    it('is cut in long lines, too', async () => {
      const line = 'x'.repeat(4000);
      assert.equal(await preview(`${line}\n${line}`), `${line}\n\n…`);
      assert.equal((await preview('y'.repeat(100_000))).length < 6100, true);
    });

    it('has its code block closed where it is cut', async () => {
      assert.equal(await preview(`~~~~ x\n${lines(60)}\n~~~~`), `~~~~ x\n${lines(39)}\n~~~~\n\n…`);
      assert.equal(
        await preview(`text\n\`\`\`\nx\n\`\`\`\n${lines(60)}`),
        `text\n\`\`\`\nx\n\`\`\`\n${lines(36)}\n\n…`,
      );
    });

    it('loses a comment in which it is cut', async () => {
      assert.equal(await preview(`text\n\n<!--\n${lines(60)}\n-->`), 'text\n\n…');
    });
  });
});
