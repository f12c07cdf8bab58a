import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseDependentRepositories, resolveInclude, type PathState } from '../../../../src/core/includes/resolve';

const files = ['articles/includes/a.md', 'articles/b%20c.md', 'articles/data.json', 'root.md'];

function exists(path: string): PathState {
  if (path === 'articles/leads-away.md') return 'outside-root';
  if (files.includes(path)) return 'exact';
  const actual = files.find((file) => file.toLowerCase() === path.toLowerCase());
  return actual === undefined ? undefined : { actual };
}

function resolve(path: string, from = 'articles/sales/page.md'): string {
  const context = { docsetFolder: 'articles', dependentRepositories: ['shared-content'], exists };
  const { status, target } = resolveInclude(from, path, context);
  return target === undefined ? status : `${status} ${target}`;
}

describe('resolving an include', () => {
  const cases: readonly (readonly [path: string, expected: string])[] = [
    ['../includes/a.md', 'ok articles/includes/a.md'],
    ['./../includes//a.md', 'ok articles/includes/a.md'],
    ['..\\includes\\a.md', 'ok articles/includes/a.md'],
    ['~/includes/a.md', 'ok articles/includes/a.md'],
    ['~\\includes\\a.md', 'ok articles/includes/a.md'],
    ['../b%20c.md', 'ok articles/b%20c.md'],
    ['../b c.md', 'not-found articles/b c.md'],
    ['~/../root.md', 'ok root.md'],
    ['../../root.md', 'ok root.md'],
    ['../../../root.md', 'outside-root'],
    ['~/../../root.md', 'outside-root'],
    ['../../../main/root.md', 'outside-root'],
    ['../leads-away.md', 'outside-root'],
    ['../Includes/A.md', 'case-mismatch articles/includes/a.md'],
    ['../data.json', 'not-markdown articles/data.json'],
    ['../none.json', 'not-found articles/none.json'],
    ['includes/a.md', 'not-found articles/sales/includes/a.md'],
    ['~/../shared-content/x.md', 'unavailable shared-content/x.md'],
    ['~/../shared-contents/x.md', 'not-found shared-contents/x.md'],
    ['', 'not-found'],
    ['/includes/a.md', 'not-found'],
    ['\\includes\\a.md', 'not-found'],
    ['C:\\includes\\a.md', 'not-found'],
    ['https://example.com/a.md', 'not-found'],
    ['~includes/a.md', 'not-found articles/sales/~includes/a.md'],
  ];
  for (const [path, expected] of cases) {
    it(`${JSON.stringify(path)} is ${expected}`, () => {
      assert.equal(resolve(path), expected);
    });
  }

  it('starts at the file that the directive stands in', () => {
    assert.equal(resolve('a.md', 'articles/includes/other.md'), 'ok articles/includes/a.md');
    assert.equal(resolve('root.md', 'page.md'), 'ok root.md');
  });
});

describe('dependent repositories', () => {
  it('are the folders that the publishing configuration names', () => {
    const text = `{
      // comments and trailing commas are allowed
      "dependent_repositories": [
        { "path_to_root": "shared-content", "url": "https://example.com/x" },
        { "path_to_root": "./_themes/" },
        { "path_to_root": "../outside" }, { "path_to_root": "" }, { "path_to_root": 5 }, {}, null,
      ],
    }`;
    assert.deepEqual(parseDependentRepositories(text), ['shared-content', '_themes']);
  });

  it('are none where the file cannot be read', () => {
    for (const text of ['', '{', '[]', 'null', '{ "dependent_repositories": {} }'])
      assert.deepEqual(parseDependentRepositories(text), []);
  });
});
