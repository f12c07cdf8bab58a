import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { authorFrom } from '../../../src/server/author';

describe('the writer', () => {
  it('is who the settings say, before git', () => {
    const git = { userName: 'other', userEmail: 'other@microsoft.com', gitHubUser: 'other' };
    assert.deepEqual(authorFrom({ author: 'me', alias: 'mine' }, git), { author: 'me', alias: 'mine' });
    assert.deepEqual(authorFrom({ author: 'me' }, git), { author: 'me', alias: 'other' });
  });

  it('is told from what git knows: a GitHub ID, the address that hides one, a name that can be one', () => {
    const authorOf = (git: Parameters<typeof authorFrom>[1]): string | undefined => authorFrom({}, git).author;
    const hidden = '12345+robin-w@users.noreply.github.com';
    assert.equal(authorOf({ gitHubUser: 'robin', userEmail: hidden, userName: 'r' }), 'robin');
    assert.equal(authorOf({ userEmail: hidden, userName: 'r' }), 'robin-w');
    assert.equal(authorOf({ userEmail: 'robin@users.noreply.github.com' }), 'robin');
    assert.equal(authorOf({ userEmail: 'robin@contoso.com', userName: ' robin ' }), 'robin');
    for (const userName of ['Robin Writer', '-robin', 'robin-', 'ro--bin', 'rõbin', 'a'.repeat(40), ''])
      assert.equal(authorOf({ userName }), undefined, userName);
    assert.equal(authorOf({}), undefined);
  });

  it("has the alias of Microsoft's address and of no other", () => {
    const aliasOf = (userEmail: string): string | undefined => authorFrom({}, { userEmail }).alias;
    assert.equal(aliasOf('Robin@Microsoft.com'), 'robin');
    assert.equal(aliasOf(' v-robin@microsoft.com '), 'v-robin');
    for (const address of ['robin@contoso.com', 'robin@notmicrosoft.com', 'robin@microsoft.com.example', '', 'x'])
      assert.equal(aliasOf(address), undefined, address);
  });
});
