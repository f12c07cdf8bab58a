import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { describe, it } from 'mocha';
import { rootMark } from '../support/docset';
import { createFolder } from '../support/folder';
import { runCli } from '../support/program';

describe('render, code from files', () => {
  it('shows code of the repository alone, wherever it is named', async () => {
    const outside = createFolder({ 'secret.cs': 'secret\n' });
    const inside = createFolder({
      ...rootMark,
      'docs/docfx.json': '{ "build": { "content": [{ "files": "**/*.md", "exclude": "**/includes/**" }] } }',
      'docs/a.md': [
        '[!code-csharp[a](code/a.cs?range=2)]',
        '[!include [x](includes/x.md)]',
        ':::code source="../code.sql" language="sql":::',
        ':::code source="code/link.cs":::',
        ':::code source="../../../../etc/passwd":::',
        '[!code[big](code/big.txt)]',
        '[!code-csharp[gone](gone.cs)]',
      ].join('\n\n'),
      'docs/code/a.cs': 'class A\n{\n}\n',
      'docs/code/big.txt': 'x'.repeat(1_000_001),
      'docs/includes/x.md': '---\na: b\n---\n\n[!code-csharp[a](~/code/a.cs#L1)]\n',
      'code.sql': 'SELECT 1;\n',
    });
    symlinkSync(outside.at('secret.cs'), inside.at('docs/code/link.cs'));
    const { code, stdout, stderr } = await runCli(inside.path, ['render', 'docs/a.md']);
    assert.deepEqual(
      [code, stderr, stdout],
      [
        0,
        '',
        '<pre><code class="language-csharp">{\n</code></pre>\n' +
          '<pre><code class="language-csharp">class A\n</code></pre>\n' +
          '<pre><code class="language-sql">SELECT 1;\n</code></pre>\n' +
          '<p>:::code source=&quot;code/link.cs&quot;:::</p>\n' +
          '<p>:::code source=&quot;../../../../etc/passwd&quot;:::</p>\n' +
          '<p>[!code[big](code/big.txt)]</p>\n' +
          '<p>[!code-csharp[gone](gone.cs)]</p>\n',
      ],
    );
  });
});
