import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'mocha';
import { scanFlat } from '../../src/core/frontMatter/flatScanner';
import { locateHeader } from '../../src/core/frontMatter/locate';
import { parseFrontMatter } from '../../src/core/frontMatter/parse';
import { readYaml } from '../../src/core/frontMatter/yamlDocument';
import { validateWorkspaceRequest, type ValidateWorkspaceResult } from '../../src/server/protocol';
import { startClient, uriOf } from '../support/client';
import { checkJson, places, runCli, type JsonReport } from '../support/program';

/** Real repositories beside the checkout. They are read in place, and none of their text is repeated here. */
const named = resolve('..', 'shared', 'corpora');
/** Reports name the real folder, which a link may lead to. */
const corpora = existsSync(named) ? realpathSync(named) : named;

interface Expected {
  readonly files: number;
  readonly counts: Readonly<Record<string, number>>;
  /** By severity and code. */
  readonly byCode: Readonly<Record<string, number>>;
  /** Some of the findings, looked at by hand: all of these codes. */
  readonly exactly: Readonly<Record<string, readonly string[]>>;
  /** An article, and where its ms.service comes from. */
  readonly metadata: { readonly file: string; readonly place: readonly unknown[] };
}

const expectations: Readonly<Record<string, Expected>> = {
  seed: {
    files: 1,
    counts: { error: 1, warning: 0, suggestion: 8, info: 0 },
    byCode: {
      'error include-not-found': 1,
      'suggestion attribute-deprecated': 5,
      'suggestion description-bad-length': 1,
      'suggestion docs-link-absolute': 1,
      'suggestion hard-coded-locale': 1,
    },
    exactly: {},
    metadata: { file: 'talent/database-backups.md', place: ['frontMatter', 'database-backups.md'] },
  },
  'dynamics-365-project-operations': {
    files: 926,
    counts: { error: 0, warning: 3, suggestion: 520, info: 20 },
    byCode: {
      'info include-unavailable': 20,
      'suggestion attribute-deprecated': 34,
      'suggestion date-format-invalid': 4,
      'suggestion description-bad-length': 147,
      'suggestion docs-link-absolute': 1,
      'suggestion heading-skipped': 3,
      'suggestion include-unused': 3,
      'suggestion link-case-mismatch': 36,
      'suggestion redirected-link': 8,
      'suggestion redirection-chain': 1,
      'suggestion title-bad-length': 283,
      'warning unknown-attribute': 3,
    },
    exactly: {
      'unknown-attribute': [
        'articles/actuals/cancel-actuals-from-entry-journals.md:8:1 warning unknown-attribute',
        'articles/actuals/create-confirm-entry-journals-integrated.md:8:1 warning unknown-attribute',
        'articles/actuals/create-confirm-entry-journals.md:8:1 warning unknown-attribute',
      ],
      'heading-skipped': [
        'articles/environment/resource-dual-write-maps.md:149:1 suggestion heading-skipped',
        'articles/prod-pma/project-contracts-templates.md:145:1 suggestion heading-skipped',
        'articles/sales/contracts-manage-project-price-lists.md:77:1 suggestion heading-skipped',
      ],
      'date-format-invalid': [
        'articles/prod-pma/move-to-modern-architecture.md:13:22 suggestion date-format-invalid',
        'articles/prod-pma/project-funding-limits.md:11:22 suggestion date-format-invalid',
        'articles/prod-pma/project-invoice-proposal-performance.md:14:22 suggestion date-format-invalid',
        'articles/prod-pma/project-sefa-inquiry.md:12:22 suggestion date-format-invalid',
      ],
    },
    metadata: {
      file: 'articles/actuals/cancel-actuals-from-entry-journals.md',
      place: ['fileMetadata', 'articles/docfx.json'],
    },
  },
};

for (const [name, expected] of Object.entries(expectations)) {
  const root = join(corpora, name);
  const exists = existsSync(root);
  if (!exists) console.log(`  The real input '${name}' is not beside this checkout: its tests are skipped.`);

  describe(`real input: ${name}`, function () {
    this.timeout(60_000);
    let checked: Promise<{ code: number | null; report: JsonReport; stderr: string }> | undefined;
    const check = (): NonNullable<typeof checked> => (checked ??= checkJson(root));
    const whenThere = exists ? it : it.skip;

    whenThere('is checked to the end with the findings that are known', async () => {
      const { code, report, stderr } = await check();
      assert.deepEqual(
        [code, stderr, report.root, report.files],
        [expected.counts.error === 0 ? 0 : 1, '', root, expected.files],
      );
      assert.deepEqual(report.counts, expected.counts);
      assert.deepEqual(countBy(report), expected.byCode);
      for (const [wanted, findings] of Object.entries(expected.exactly))
        assert.deepEqual(
          places(report).filter((place) => place.endsWith(` ${wanted}`)),
          findings,
        );
    });

    whenThere('has front matter everywhere, all of it YAML, and lacks nothing that docfx.json supplies', async () => {
      const { report } = await check();
      const wrong =
        /^(?:front-matter-|yaml-|null-array|merge-conflict|ms-service-missing|file-|config-|docfx-|schema-)/;
      assert.deepEqual(
        report.diagnostics.filter(({ code }) => wrong.test(code)),
        [],
      );
    });

    whenThere('points every finding at text that is there', async () => {
      const { report } = await check();
      const lines = new Map<string, string[]>();
      for (const { file, line, column, endLine, endColumn, code } of report.diagnostics) {
        const text = lines.get(file) ?? readFileSync(join(root, file), 'utf8').split(/\r?\n/);
        lines.set(file, text);
        const place = `${file}:${line}:${column}`;
        assert.ok((text[line - 1]?.length ?? -1) >= column - 1, place);
        assert.ok((text[endLine - 1]?.length ?? -1) >= endColumn - 1, place);
        // Of a file that nobody includes no part is wrong.
        if (code !== 'include-unused') assert.ok(endLine > line || endColumn > column, `${place} is empty`);
      }
    });

    whenThere('has the same findings in the editor', async () => {
      const client = await startClient({ folders: [uriOf(root)] });
      const result = await client.connection.sendRequest<ValidateWorkspaceResult>(validateWorkspaceRequest, {});
      assert.deepEqual([result.files, result.counts], [expected.files, expected.counts]);
      const shown = [...client.published].flatMap(([uri, diagnostics]) =>
        diagnostics.map(
          ({ range: { start }, code }) => `${uri}:${start.line + 1}:${start.character + 1} ${String(code)}`,
        ),
      );
      const { report } = await check();
      const found = report.diagnostics.map(
        ({ file, line, column, code }) => `${uriOf(join(root, file))}:${line}:${column} ${code}`,
      );
      assert.deepEqual(shown.sort(), found.sort());
    });

    whenThere('says where metadata comes from', async () => {
      const { file, place } = expected.metadata;
      const { code, stdout, stderr } = await runCli(root, ['metadata', file, '--format', 'json']);
      assert.deepEqual([code, stderr], [0, '']);
      const { metadata } = JSON.parse(stdout) as { metadata: Record<string, { source: string; file: string }> };
      assert.ok('title' in metadata);
      const service = metadata['ms.service'];
      assert.deepEqual([service?.source, service?.file], place);
    });

    whenThere('has front matter that the scanner reads as the YAML parser does', () => {
      let flat = 0;
      let all = 0;
      for (const path of markdownIn(root)) {
        const text = readFileSync(join(root, path), 'utf8');
        const { header } = locateHeader(text);
        if (header === undefined) continue;
        all++;
        const { start, end } = header.content;
        const { node, error } = readYaml(text.slice(start, end), start);
        assert.equal(error, undefined, path);
        const entries = node?.kind === 'map' ? node.entries : [];
        const scanned = scanFlat(text.slice(start, end), start);
        if (scanned !== undefined) {
          flat++;
          assert.deepEqual(scanned, entries, path);
        }
        assert.deepEqual(parseFrontMatter(text).map.entries, entries, path);
      }
      assert.ok(all > 0);
      console.log(`      the flat scanner answered ${flat} of ${all} (${((flat / all) * 100).toFixed(1)} %)`);
    });
  });
}

function countBy({ diagnostics }: JsonReport): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { severity, code } of diagnostics) {
    const key = `${severity} ${code}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

function markdownIn(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
}
