import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Code } from '../../../../src/core/rules/codes';
import { applyFix } from '../../../../src/core/rules/fix';
import { fixAll } from '../../../../src/features/fixes/fixAll';
import { examineFile } from '../../../../src/features/fixes/examine';
import { open } from '../../core/support/repository';
import { docset, fileOf, known, redirectionFile } from '../redirections/support';

const entry = (source: string, url: string): string => `    { "source_path": "${source}", "redirect_url": "${url}" }`;

const around = { ...docset, '.dynamics-docs.json': '{ "rules": { "redirection-unsorted": "warning" } }' };

/** The repairs of a code in these entries: what a title says, `!` in front of certain ones, and the entries afterwards. */
async function offered(code: Code, entries: readonly string[]): Promise<readonly (readonly [string, string])[]> {
  const text = fileOf(entries);
  const { repository } = await open({ ...around, [redirectionFile]: text });
  const { diagnostics, repairsOf } = examineFile(repository, redirectionFile, text);
  const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
  assert.ok(found.length > 0, diagnostics.map((diagnostic) => diagnostic.code).join());
  return found.flatMap((diagnostic) =>
    repairsOf(diagnostic).map(
      (fix) => [`${fix.isCertain ? '! ' : ''}${fix.title}`, applyFix(text, fix, '\n')] as const,
    ),
  );
}

describe('Repairs of redirections', () => {
  it('lead to the end of a chain at once, with the fragment that readers end up with', async () => {
    const rest = [...known, entry('b.md', 'old-two#b')];
    assert.deepEqual(await offered('redirection-chain', [entry('a.md', '/en-us/contoso/docs/b'), ...rest]), [
      ["! Change to '/en-us/Contoso/docs/two#b'", fileOf([entry('a.md', '/en-us/Contoso/docs/two#b'), ...rest])],
      ["! Change to 'two#b'", fileOf([entry('a.md', '/en-us/contoso/docs/b'), ...known, entry('b.md', 'two#b')])],
    ]);
    const away = [...known, entry('b.md', 'https://contoso.com/x?y=1')];
    assert.deepEqual(await offered('redirection-chain', [entry('a.md', 'b#a'), ...away]), [
      ["! Change to 'https://contoso.com/x?y=1#a'", fileOf([entry('a.md', 'https://contoso.com/x?y=1#a'), ...away])],
    ]);
  });

  it('have none for a chain whose end is only known from elsewhere', async () => {
    assert.deepEqual(await offered('redirection-chain', [entry('a.md', 'sub/b'), entry('sub/b.md', 'gone')]), []);
  });

  it('remove a second redirection, for certain where it says the same', async () => {
    const two = [entry('a.md', '/x'), entry('A.md', '/x'), entry('b.md', '/x'), entry('b.md', '/y')];
    assert.deepEqual(await offered('redirection-duplicate', two), [
      ["! Remove the redirection of 'A.md'", fileOf([two[0] ?? '', ...two.slice(2)])],
      ["Remove the redirection of 'b.md'", fileOf(two.slice(0, 3))],
    ]);
  });

  it('remove the redirection of a page that is there, if one wants', async () => {
    assert.deepEqual(await offered('redirection-source-exists', [entry('one.md', '/x'), entry('z.md', '/x')]), [
      ["Remove the redirection of 'one.md'", fileOf([entry('z.md', '/x')])],
    ]);
  });

  it('offer the page that was meant, and no other', async () => {
    assert.deepEqual(await offered('redirection-target-missing', [entry('a.md', 'thre#x'), entry('b.md', 'nowhere')]), [
      ["Change to 'three#x'", fileOf([entry('a.md', 'three#x'), entry('b.md', 'nowhere')])],
    ]);
  });

  it('have none for a circle', async () => {
    assert.deepEqual(await offered('redirection-loop', [entry('a.md', 'b'), entry('b.md', 'a')]), []);
  });

  it('sort', async () => {
    assert.deepEqual(await offered('redirection-unsorted', [entry('b.md', '/x'), entry('a.md', '/y')]), [
      ['! Sort redirections', fileOf([entry('a.md', '/y'), entry('b.md', '/x')])],
    ]);
    const unclear = [entry('b.md', '/x'), `    // one\n\n${entry('a.md', '/y')}`];
    assert.deepEqual(await offered('redirection-unsorted', unclear), []);
  });

  it('make all that is certain, until nothing is left', async () => {
    const text = fileOf([
      ...known,
      entry('d.md', '/Contoso/docs/c'),
      entry('c.md', 'old-one'),
      entry('d.md', '/Contoso/docs/c'),
      entry('d.md', '/Contoso/docs/c'),
    ]);
    const { repository } = await open({ ...around, [redirectionFile]: text });
    const { text: after, fixed } = fixAll(text, (current) => examineFile(repository, redirectionFile, current));
    assert.equal(
      after,
      fileOf([
        entry('c.md', 'one'),
        entry('d.md', '/Contoso/docs/one'),
        known[0] ?? '',
        known[2] ?? '',
        known[1] ?? '',
      ]),
    );
    assert.deepEqual(fixed.map(({ code }) => code).sort(), [
      'redirection-chain',
      'redirection-chain',
      'redirection-duplicate',
      'redirection-duplicate',
      'redirection-unsorted',
    ]);
    assert.equal(fixAll(after, (current) => examineFile(repository, redirectionFile, current)).text, after);
  });
});
