import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'mocha';
import { openRepository } from '../../src/cli/openRepository';
import { renderFile } from '../support/render';

/** Real repositories beside the checkout, read in place. */
const root = join(resolve('..', 'shared', 'corpora'), 'dynamics-365-project-operations');
const whenThere = existsSync(root) ? it : it.skip;

/** What the source has that the build leaves as text, or that is not on this disk, by reason. */
const known = {
  // Includes of another repository, which the build has.
  'include of a dependent repository': 20,
};

const reasons: readonly (readonly [reason: string, leftOver: RegExp])[] = [
  ['include of a dependent repository', /^\[!INCLUDE ?\[[^\]]*\]\(~\/\.\.\/shared-content\//i],
];

describe('real input: what DocFX adds to Markdown', () => {
  whenThere('leaves nothing over outside of code', async function () {
    this.timeout(60_000);
    const { repository } = await openRepository(root, ['.'], { mustExist: true });
    await repository.validateAll();
    const counts: Record<string, number> = {};
    const unknown: string[] = [];
    for (const path of repository.files.articlesAndIncludes()) {
      const { html } = await renderFile(repository, path);
      const text = html.replace(/<(pre|code)\b[^]*?<\/\1>|<!--[^]*?-->/g, '');
      for (const [leftOver] of text.matchAll(/(?:\[!|:::)[^\n]{0,200}/g)) {
        const reason = reasons.find(([, form]) => form.test(leftOver))?.[0];
        if (reason === undefined) unknown.push(path);
        else counts[reason] = (counts[reason] ?? 0) + 1;
      }
    }
    assert.deepEqual([counts, unknown], [known, []]);
  });
});
