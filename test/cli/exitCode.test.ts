import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { article, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';
import { runCli } from '../support/program';

const severities = ['error', 'warning', 'suggestion', 'info'] as const;

describe('check --fail-on', () => {
  for (const [rank, found] of severities.entries()) {
    const folder = createFolder({
      ...rootMark,
      '.dynamics-docs.json': JSON.stringify({ rules: { 'ms-date-invalid': found } }),
      'a.md': article({ 'ms.date': '2025-10-29' }),
    });

    for (const [limit, threshold] of severities.entries()) {
      const code = rank <= limit ? 1 : 0;
      it(`${threshold} ends with ${code} where the worst finding is ${found}`, async () => {
        const finished = await runCli(folder.path, ['check', '--fail-on', threshold]);
        assert.equal(finished.code, code);
        assert.match(finished.stdout, new RegExp(`^a\\.md:6:10: ${found} ms-date-invalid [^\\n]+\\n$`));
      });
    }

    it(`is error unless it is given: ${found} ends with ${rank === 0 ? 1 : 0}`, async () => {
      assert.equal((await runCli(folder.path, ['check'])).code, rank === 0 ? 1 : 0);
    });
  }

  it('ends with 0 where nothing is found, whatever the threshold', async () => {
    const folder = createFolder({ ...rootMark, 'a.md': article() });
    assert.equal((await runCli(folder.path, ['check', '--fail-on', 'info'])).code, 0);
  });

  it('does not count a rule that is off', async () => {
    const folder = createFolder({
      ...rootMark,
      '.dynamics-docs.json': JSON.stringify({ rules: { 'ms-date-invalid': 'off' } }),
      'a.md': article({ 'ms.date': '2025-10-29' }),
    });
    const finished = await runCli(folder.path, ['check', '--fail-on', 'info']);
    assert.deepEqual([finished.code, finished.stdout], [0, '']);
  });
});
