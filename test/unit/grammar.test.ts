import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';

interface Grammar {
  readonly repository: {
    readonly include: {
      readonly match: string;
      readonly captures: Readonly<Record<string, { readonly name: string }>>;
    };
  };
}

const grammar = JSON.parse(readFileSync('syntaxes/include.injection.tmLanguage.json', 'utf8')) as Grammar;
const { match, captures } = grammar.repository.include;

/** Scope → text of the directive in a line; `undefined` where the line stays plain. */
function scopesIn(line: string): Record<string, string> | undefined {
  const found = new RegExp(match).exec(line);
  if (found === null) return undefined;
  return Object.fromEntries(Object.entries(captures).map(([index, { name }]) => [name, found[Number(index)] ?? '']));
}

describe('grammar of include directives', () => {
  it('tells keyword, label and path apart', () => {
    const scopes = scopesIn('- See [!INCLUDE [prod [short]](../includes/a.md "title")] here');
    assert.ok(scopes);
    assert.equal(scopes['keyword.control.include.docfx'], '!INCLUDE');
    assert.equal(scopes['string.other.link.title.markdown'], 'prod [short]');
    assert.equal(scopes['markup.underline.link.include.docfx'], '../includes/a.md');
  });

  for (const line of ['[!include-[x](a.md)]', '[!Include+ [](a.md)]']) {
    it(`takes ${line}`, () => {
      assert.ok(scopesIn(line));
    });
  }

  for (const line of [
    '[!include [x](a.md) ]',
    '[!INCLUDE[x]:(a.md)]',
    '[!INCLUDE[a][a.md)]',
    '\\[!include [x](a.md)]',
    '[!NOTE]',
  ]) {
    it(`leaves ${line} plain`, () => {
      assert.equal(scopesIn(line), undefined);
    });
  }
});
