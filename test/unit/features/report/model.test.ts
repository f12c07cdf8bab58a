import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { writeBaseline } from '../../../../src/core/baseline/format';
import type { Code } from '../../../../src/core/rules/codes';
import { rulePage } from '../../../../src/core/rules/pages';
import type { Severity } from '../../../../src/core/rules/severity';
import { gatherPoint, gatherReport } from '../../../../src/features/report/gather';
import { pointOf } from '../../../../src/features/report/historyPoint';
import type { HealthReport } from '../../../../src/features/report/model';
import { article } from '../../../support/docset';
import { docfx, open } from '../../core/support/repository';
import type { Files } from '../../core/support/memoryHost';

const describing = (what: string): string =>
  `Shows how a team member ${what} on a project in Contoso and what a manager does with it afterwards.`;

/** What the articles a and b have in common. */
const shared = describing('records time');

const files: Files = {
  'docfx.json': docfx({
    content: [{ files: '**/*.md', exclude: '**/includes/**' }],
    globalMetadata: { 'ms.service': 'dynamics-365', 'ms.prod': 'old' },
  }),
  'a.md': article({ description: shared, 'ms.service': undefined }),
  'b.md': article({ description: shared, 'ms.date': '2021-02-03', 'ms.technology': 'x' }),
  'guide/c.md': `${article({ title: 'Approve time on a project in Contoso', description: describing('approves time'), 'ms.topic': undefined, 'ms.date': 'soon' })}\n[!INCLUDE [x](../includes/x.md)]\n`,
  'guide/d.md': `${article({ title: 'Return time on a project in Contoso', description: describing('returns time'), author: '' })}\n[!INCLUDE [y](../includes/y.md)]\n`,
  'includes/x.md': 'Words.\n\n[!INCLUDE [y](y.md)]\n',
  'includes/y.md': 'More words.\n',
  'includes/z.md': 'Words that nobody wants.\n',
};

async function gathered(more: Files = {}, holds: (path: string) => boolean = () => true): Promise<HealthReport> {
  const { repository } = await open({ ...files, ...more });
  const checked = repository.files.articlesAndIncludes().filter(holds);
  return gatherReport(repository, { name: 'contoso', files: checked, holds });
}

describe('the model of a health report', () => {
  it('says how the documentation is', async () => {
    const { findings, ...report } = await gathered();
    assert.deepEqual(
      findings.map(({ path, line, severity, code }) => `${path}:${line} ${severity} ${code}`),
      [
        'a.md:2 suggestion duplicate-title-within-docset',
        'a.md:3 suggestion duplicate-description-within-docset',
        'b.md:2 suggestion duplicate-title-within-docset',
        'b.md:3 suggestion duplicate-description-within-docset',
        'b.md:6 warning ms-date-invalid',
        'b.md:9 suggestion attribute-deprecated',
        'docfx.json:1 suggestion attribute-deprecated',
        'guide/c.md:2 warning ms-topic-missing',
        'guide/c.md:6 warning ms-date-invalid',
        'guide/d.md:2 warning author-missing',
        'includes/z.md:1 suggestion include-unused',
      ],
    );
    const code = (name: Code, severity: Severity, found: number): HealthReport['codes'][number] => ({
      code: name,
      severity,
      findings: found,
      files: found,
      page: rulePage(name),
    });
    assert.deepEqual(report, {
      name: 'contoso',
      date: '2026-03-10',
      files: 7,
      articles: 4,
      counts: { error: 0, warning: 4, suggestion: 7, info: 0 },
      known: 0,
      coverage: [
        { key: 'title', requirement: 'required', own: 4, inherited: 0, missing: 0 },
        { key: 'description', requirement: 'required', own: 4, inherited: 0, missing: 0 },
        { key: 'author', requirement: 'required', own: 3, inherited: 0, missing: 1 },
        { key: 'ms.author', requirement: 'required', own: 4, inherited: 0, missing: 0 },
        { key: 'ms.date', requirement: 'required', own: 4, inherited: 0, missing: 0 },
        { key: 'ms.topic', requirement: 'required', own: 3, inherited: 0, missing: 1 },
        { key: 'ms.service', requirement: 'required', own: 3, inherited: 1, missing: 0 },
        { key: 'ms.reviewer', requirement: 'recommended', own: 0, inherited: 0, missing: 4 },
        { key: 'ms.custom', requirement: 'recommended', own: 0, inherited: 0, missing: 4 },
      ],
      codes: [
        code('ms-date-invalid', 'warning', 2),
        code('author-missing', 'warning', 1),
        code('ms-topic-missing', 'warning', 1),
        code('attribute-deprecated', 'suggestion', 2),
        code('duplicate-description-within-docset', 'suggestion', 2),
        code('duplicate-title-within-docset', 'suggestion', 2),
        code('include-unused', 'suggestion', 1),
      ],
      folders: [
        { folder: '', files: 2, counts: { error: 0, warning: 1, suggestion: 6, info: 0 } },
        { folder: 'guide', files: 2, counts: { error: 0, warning: 3, suggestion: 0, info: 0 } },
        { folder: 'includes', files: 3, counts: { error: 0, warning: 0, suggestion: 1, info: 0 } },
      ],
      ages: [
        { label: 'Under 3 months', articles: 0 },
        { label: '3 to 6 months', articles: 2 },
        { label: '6 to 12 months', articles: 0 },
        { label: '1 to 2 years', articles: 0 },
        { label: '2 to 3 years', articles: 0 },
        { label: '3 to 5 years', articles: 0 },
        { label: '5 years and more', articles: 1 },
        { label: 'No date that can be read', articles: 1 },
      ],
      dated: [
        { path: 'b.md', line: 6, column: 10, date: '2021-02-03', days: 1861 },
        { path: 'a.md', line: 6, column: 10, date: '2025-10-29', days: 132 },
        { path: 'guide/d.md', line: 6, column: 10, date: '2025-10-29', days: 132 },
      ],
      retired: [
        { path: 'docfx.json', line: 1, column: 117, key: 'ms.prod', successor: 'ms.service', articles: 4 },
        { path: 'b.md', line: 9, column: 1, key: 'ms.technology', successor: 'ms.subservice', articles: 1 },
      ],
      duplicates: [
        {
          property: 'description',
          value: shared,
          places: [
            { path: 'a.md', line: 3, column: 14 },
            { path: 'b.md', line: 3, column: 14 },
          ],
        },
        {
          property: 'title',
          value: 'Record time on a project in Contoso',
          places: [
            { path: 'a.md', line: 2, column: 8 },
            { path: 'b.md', line: 2, column: 8 },
          ],
        },
      ],
      includes: [
        { path: 'includes/y.md', users: 2, articles: 2, isUnused: false },
        { path: 'includes/x.md', users: 1, articles: 1, isUnused: false },
        { path: 'includes/z.md', users: 0, articles: 0, isUnused: true },
      ],
      history: [],
    });
  });

  it('takes the files alone that are asked for', async () => {
    const report = await gathered({}, (path) => path.startsWith('guide/'));
    assert.deepEqual([report.files, report.articles, report.retired, report.includes], [2, 2, [], []]);
    assert.deepEqual(new Set(report.findings.map(({ path }) => path)), new Set(['guide/c.md', 'guide/d.md']));
  });

  it('leaves out what a baseline holds, and counts it', async () => {
    const { repository } = await open(files);
    const all = repository.diagnostics();
    const everything = (): boolean => true;
    const [update] = await repository.known.updated(all, everything, true);
    assert.ok(update);
    const report = await gathered({ [update.path]: writeBaseline(update.after) });
    assert.deepEqual([report.findings, report.known], [[], all.length]);
  });

  it('is a point of history in short', async () => {
    const { repository } = await open(files);
    const holds = (): boolean => true;
    const checked = repository.files.articlesAndIncludes();
    const report = await gatherReport(repository, { name: 'contoso', files: checked, holds });
    assert.deepEqual(await gatherPoint(repository, { files: checked, holds }, 'now'), pointOf(report));
  });

  it('is the same whatever order files are listed in', async () => {
    const { repository } = await open(files);
    const holds = (): boolean => true;
    const checked = repository.files.articlesAndIncludes();
    const of = (order: readonly string[]): Promise<HealthReport> =>
      gatherReport(repository, { name: 'contoso', files: order, holds });
    assert.deepEqual(await of(checked), await of([...checked].reverse()));
  });
});
