import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compileGlob, isMatchable } from '../../../../src/core/metadata/glob';

type Case = readonly [pattern: string, yes: readonly string[], no: readonly string[]];

const groups: Readonly<Record<string, readonly Case[]>> = {
  'plain names': [
    ['a.md', ['a.md', 'A.MD'], ['b/a.md', 'a.md.md', 'xa.md', 'amd', '']],
    ['Guide/Über.md', ['guide/über.md', 'GUIDE/ÜBER.MD'], ['über.md']],
    ['a/b.md', ['a/b.md'], ['b.md', 'x/a/b.md', 'a/b.md/c']],
    ['a+b (c)$^|.md', ['a+b (c)$^|.md'], ['aab (c)$^|.md']],
    ['a', ['a'], ['a/b', 'b']],
    ['', [], ['a', 'a/b']],
  ],
  '*': [
    ['*', ['a', 'a.md'], ['a/b', '.a', '']],
    ['*.md', ['a.md', 'a.b.md'], ['a/b.md', '.md', '.a.md', 'a.md/b']],
    ['a*', ['a', 'ab', 'a.md'], ['ba', 'a/b']],
    ['a*c*e', ['ace', 'abcde', 'accce'], ['ac', 'abcd', 'a/c/e']],
    ['*/a.md', ['b/a.md'], ['a.md', 'b/c/a.md', '.b/a.md', '/a.md']],
    ['a/*/b', ['a/x/b'], ['a/b', 'a/x/y/b', 'a//b', 'a/.x/b']],
    ['a/*', ['a/b'], ['a/', 'a', 'a/b/c', 'a/.b']],
  ],
  '?': [
    ['?.md', ['a.md', 'ä.md'], ['.md', 'ab.md', '..md']],
    ['a?c', ['abc', 'a.c'], ['ac', 'a/c', 'abbc']],
    ['??', ['ab'], ['a', 'abc', '.a']],
  ],
  '** as a whole segment': [
    ['**', ['a', 'a/b', 'a/b/c.md'], ['.a', 'a/.b', '.a/b', 'a/.b/c']],
    ['**/*', ['a', 'a/b', 'a/b/c.md'], ['.a', 'a/.b', '.a/b']],
    ['**/a.md', ['a.md', 'b/a.md', 'b/c/a.md'], ['.b/a.md', 'ba.md', 'b/xa.md']],
    ['a/**', ['a/b', 'a/b/c'], ['a', 'ab', 'b/a/c', 'a/.b', 'a/b/.c']],
    ['a/**/b.md', ['a/b.md', 'a/x/b.md', 'a/x/y/b.md'], ['b.md', 'a/xb.md', 'a/.x/b.md']],
    ['**/includes/**', ['includes/a.md', 'x/includes/a.md', 'x/includes/y/a.md'], ['includes', 'xincludes/a.md']],
    ['**/a/**/b/*.md', ['a/b/c.md', 'x/a/y/b/c.md', 'a/b/b/c.md'], ['a/c.md', 'b/a/c.md', 'a/b/x/c.md']],
    ['**/**/a', ['a', 'b/a', 'b/c/a'], ['ab']],
    ['a/***', ['a/b', 'a/b/c'], ['a']],
    ['***', ['a', 'a/b'], ['.a']],
    ['**/', [], ['a', 'a/b']],
  ],
  '** at the start of a segment means **/*': [
    ['**.md', ['a.md', 'x/a.md', 'x/y/a.md'], ['a.txt', '.md', '.a.md', '.x/a.md', 'a.md/b']],
    ['**.*', ['a.md', 'x/y/a.b', 'a.'], ['a', 'x/a', '.a.b', '.gitignore']],
    ['a/**.md', ['a/b.md', 'a/x/b.md'], ['b.md', 'a/.x/b.md']],
    ['**bank.md', ['bank.md', 'x/my-bank.md'], ['bank.mdx']],
    ['***.md', ['a.md', 'x/a.md'], ['a.txt']],
    ['a/**b/c', ['a/b/c', 'a/xb/c', 'a/y/xb/c'], ['a/c', 'a/b/x/c']],
  ],
  '** in the middle of a segment is *': [
    ['bank**.md', ['bank.md', 'banking.md'], ['x/bank.md', 'bank/a.md', 'banks/a.md']],
    ['a/b**', ['a/b', 'a/bc'], ['a/b/c', 'ab']],
    ['a**b', ['ab', 'axb'], ['a/b']],
  ],
  'names that start with a dot': [
    ['.*', ['.a', '.gitignore'], ['a', 'a/.b']],
    ['.a/*.md', ['.a/b.md'], ['.a/.b.md', 'a/b.md']],
    ['**/.a', ['.a', 'b/.a'], ['.b/.a', 'a']],
    ['.a/**', ['.a/b', '.a/b/c'], ['.a/.b']],
    ['**/.github/**', ['.github/a.md', 'x/.github/a.md'], ['.x/.github/a.md']],
    ['[.]a', [], ['.a']],
    ['?a', ['ba'], ['.a']],
  ],
  braces: [
    ['{a,b}.md', ['a.md', 'B.md'], ['c.md', '{a,b}.md', 'ab.md']],
    ['a{,b}.md', ['a.md', 'ab.md'], ['abb.md']],
    ['{a,b/c}/*.md', ['a/x.md', 'b/c/x.md'], ['b/x.md', 'c/x.md']],
    ['{a,b{c,d}}e', ['ae', 'bce', 'bde'], ['be', 'ace']],
    ['{{a,b},c}', ['a', 'b', 'c'], ['{a', 'a,c']],
    ['{a,b}{c,d}', ['ac', 'ad', 'bc', 'bd'], ['a', 'ab']],
    ['{a}', ['a'], ['{a}']],
    ['{}a', ['a'], ['{}a']],
    ['**/*.{md,yml}', ['a.md', 'x/b.yml'], ['a.json']],
    ['{**,a}/b.md', ['b.md', 'x/b.md', 'a/b.md'], ['x/c.md']],
    ['a,b', ['a,b'], ['a', 'b']],
    ['\\{a,b\\}', ['{a,b}'], ['a', 'b']],
    ['{a\\,b,c}', ['a,b', 'c'], ['a', 'b']],
    ['{\\{,x}', ['{', 'x'], ['']],
  ],
  'unbalanced braces match nothing': [
    ['{a', [], ['a', '{a']],
    ['a}', [], ['a', 'a}']],
    ['{a,b', [], ['a', 'b', '{a,b']],
    ['}{', [], ['}{']],
    ['{a}}', [], ['a', 'a}']],
    ['{{a}', [], ['a', '{a']],
    ['!{a', [], ['a', 'b']],
  ],
  classes: [
    ['[ab].md', ['a.md', 'B.md'], ['c.md', 'ab.md', '[ab].md']],
    ['[a-c]x', ['ax', 'bx', 'CX'], ['dx', '-x']],
    ['[^ab]x', ['cx', '^x'], ['ax', 'Bx', 'x', '.x']],
    ['x[^a-c]', ['xd', 'x-'], ['xa', 'xc', 'x', 'x/']],
    ['[a-]x', ['ax', '-x'], ['bx']],
    ['[\\]]x', [']x'], ['x', '\\x']],
    ['[0-9][0-9]', ['07'], ['7', '0a']],
    ['a[*?]b', ['a*b', 'a?b'], ['axb', 'ab']],
    ['[!a]x', ['!x', 'ax'], ['bx']],
    ['a[/]b', [], ['a/b']],
  ],
  'an unclosed [ is plain': [
    ['[a.md', ['[a.md'], ['a.md']],
    ['a[', ['a['], ['a']],
    ['a[b/c]d', ['a[b/c]d'], ['abd', 'acd']],
    ['*[*.md', ['x[y.md', 'x[.md'], ['xy.md']],
  ],
  escapes: [
    ['a\\*b', ['a*b'], ['axb', 'a\\*b']],
    ['\\!a', ['!a'], ['a', 'b']],
    ['\\[a\\]', ['[a]'], ['a']],
    ['a\\?', ['a?'], ['ab']],
    ['a\\\\b', ['a\\b'], ['ab']],
    ['\\a', ['a'], ['\\a']],
  ],
  '! at the start': [
    ['!a.md', ['b.md', 'x/a.md', '.x'], ['a.md', 'A.md']],
    ['!!a.md', ['a.md'], ['b.md']],
    ['!!!a.md', ['b.md'], ['a.md']],
    ['a!b', ['a!b'], ['ab']],
    ['!**/*.md', ['a.txt', '.a.md'], ['a.md', 'x/a.md']],
  ],
  'real path names': [
    ['articles/[a], b$/*.md', [], ['articles/[a], b$/x.md']],
    ['articles/*/x.md', ['articles/[a], b$/x.md'], []],
    ['**/[[]a], b$/x.md', ['articles/[a], b$/x.md'], []],
  ],
};

describe('DocFX globs', () => {
  for (const [group, cases] of Object.entries(groups)) {
    describe(group, () => {
      for (const [pattern, yes, no] of cases) {
        it(pattern === '' ? '(empty)' : pattern, () => {
          const glob = compileGlob(pattern);
          assert.equal(glob.pattern, pattern);
          for (const path of yes) assert.ok(glob.matches(path), `matches '${path}'`);
          for (const path of no) assert.ok(!glob.matches(path), `does not match '${path}'`);
        });
      }
    });
  }

  it('gives the same answer again, and for another path in between', () => {
    const [one, other] = [compileGlob('a/*.md'), compileGlob('**/b.md')];
    for (let round = 0; round < 2; round++) {
      assert.deepEqual([one.matches('a/b.md'), other.matches('a/b.md')], [true, true]);
      assert.deepEqual([one.matches('x/b.md'), other.matches('x/b.md')], [false, true]);
    }
  });

  it('knows which patterns can match nothing', () => {
    for (const pattern of ['{a', 'a}', '!{a', '{a,b', '{a,b}'.repeat(11)]) assert.ok(!isMatchable(pattern), pattern);
    for (const pattern of ['', '{a}', '\\{a', 'a\\}', '!!{a,b}', '{a,b}'.repeat(10)])
      assert.ok(isMatchable(pattern), pattern);
  });

  describe('hostile patterns end fast', () => {
    const name = 'a'.repeat(5000);
    const cases: readonly (readonly [what: string, pattern: string, path: string, matches: boolean])[] = [
      ['many stars', '*a*a*a*a*a*a*b', name, false],
      ['many stars that match', '*a*a*a*a*a*a*a', name, true],
      ['stars and classes', '*[a]*[a-b]*?*[^c]*b', name, false],
      ['many globstars', `${'**/'.repeat(50)}b`, `${'a/'.repeat(2000)}c`, false],
      ['globstars with names between', `${'**/a/'.repeat(50)}b`, `${'a/'.repeat(2000)}c`, false],
      ['braces that double', '{a,b}'.repeat(60), name, false],
      ['braces in braces', `${'{a,'.repeat(50_000)}${'}'.repeat(50_000)}`, 'a', false],
      ['opening braces', '{'.repeat(100_000), 'a', false],
      ['many options', `{${'a,'.repeat(100_000)}b}`, 'b', false],
      ['many negations', `${'!'.repeat(100_001)}a`, 'b', true],
      ['many brackets', '['.repeat(20_000), '['.repeat(20_000), true],
    ];
    for (const [what, pattern, path, matches] of cases)
      it(what, () => {
        const start = performance.now();
        assert.equal(compileGlob(pattern).matches(path), matches);
        const took = performance.now() - start;
        assert.ok(took < 2000, `took ${took.toFixed()} ms`);
      });
  });
});
