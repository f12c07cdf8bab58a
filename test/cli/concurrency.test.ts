import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'mocha';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Files } from '../support/folder';
import { checkJson, runCli, type JsonReport } from '../support/program';

const count = 150;

/** Articles that have findings alone, through each other, through what they include, and at docfx.json. */
function articles(): Files {
  const files: Record<string, string> = {};
  for (let i = 0; i < count; i++) {
    const metadata = {
      // Every title is there three times.
      title: `Approve the time that a team records, part ${i % (count / 3)}`,
      description: `How a project manager approves what the members of team ${i} record in a week.`,
      'ms.date': i % 7 === 0 ? '2025-10-29' : '10/29/2025',
    };
    const next = (i + 1) % count;
    files[`docs/articles/time-${i}.md`] =
      article(metadata) +
      `\n## Step ${i}\n\n[!INCLUDE [part](../includes/part-${i % 10}.md)]\n\n` +
      `[next](time-${next}.md#step-${i % 5 === 0 ? i : next}) and [gone](gone-${i}.md)\n`;
  }
  for (let i = 0; i < 10; i++)
    files[`docs/includes/part-${i}.md`] = `Part ${i}\n\n[!INCLUDE [inner](inner-${i % 3}.md)]\n`;
  for (let i = 0; i < 2; i++) files[`docs/includes/inner-${i}.md`] = 'Words.\n';
  return files;
}

function withoutTime(report: JsonReport): unknown {
  return { ...report, durationMs: 0 };
}

describe('check --concurrency', () => {
  it('finds the same with any number of threads', async () => {
    const folder = createFolder({
      ...rootMark,
      'docs/docfx.json': docfx({ globalMetadata: { 'ms.prod': 'contoso' } }),
      ...articles(),
      // Not UTF-8: what no thread tells is read by the main one.
      'docs/articles/latin.md': Buffer.from(`${article({ title: 'Caf\u00e9' })}\n`, 'latin1'),
    });
    const alone = await checkJson(folder.path, ['--concurrency', 'off']);
    const codes = new Set(alone.report.diagnostics.map(({ code }) => code));
    for (const code of [
      'ms-date-invalid',
      'duplicate-title-within-docset',
      'bookmark-not-found',
      'file-not-found',
      'file-not-utf8',
    ])
      assert.ok(codes.has(code), `${code} is not among ${[...codes].join(', ')}`);
    assert.ok(alone.report.diagnostics.some(({ file }) => file === 'docs/docfx.json'));
    assert.equal(alone.report.files, count + 13);
    for (const threads of ['2', '3', 'auto']) {
      const together = await checkJson(folder.path, ['--concurrency', threads]);
      assert.deepEqual(withoutTime(together.report), withoutTime(alone.report), threads);
    }
  });

  it('is done with threads and without a single file', async () => {
    const folder = createFolder({ ...rootMark, 'docs/docfx.json': docfx() });
    const { report } = await checkJson(folder.path, ['--concurrency', '2']);
    assert.equal(report.files, 0);
  });

  it('does by itself what threads fail at', async () => {
    const program = createFolder();
    for (const file of ['cli.js', 'program.js', 'schemaCompiler.js'])
      copyFileSync(resolve('dist', file), program.at(file));
    const folder = createFolder({ ...rootMark, 'docs/docfx.json': docfx(), ...articles() });
    const { report } = await checkJson(folder.path, ['--concurrency', 'off']);
    const args = [program.at('cli.js'), 'check', '--concurrency', '3', '--format', 'json'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder.path, encoding: 'utf8' });
    assert.deepEqual(withoutTime(JSON.parse(stdout) as JsonReport), withoutTime(report));
  });

  it('says what it takes', async () => {
    const folder = createFolder({ ...rootMark });
    for (const written of ['0', '65', '1.5', 'many', '']) {
      const { code, stdout, stderr } = await runCli(folder.path, ['check', '--concurrency', written]);
      assert.deepEqual(
        [code, stdout, stderr],
        [2, '', `--concurrency takes 'auto', 'off' or a number from 1 to 64, not '${written}'.\n`],
      );
    }
  });
});
