import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { useTranslations } from '../../../../src/core/text/localize';
import { gatherReport } from '../../../../src/features/report/gather';
import { pointOf } from '../../../../src/features/report/historyPoint';
import type { HealthReport } from '../../../../src/features/report/model';
import { reportBody } from '../../../../src/features/report/reportBody';
import { reportHtml } from '../../../../src/features/report/reportHtml';
import { article } from '../../../support/docset';
import { bundleOf, pseudoTranslations, untranslated } from '../../../support/pseudo';
import { docfx, open } from '../../core/support/repository';
import type { Files } from '../../core/support/memoryHost';

/** With a finding of every severity, and with something for every section. */
const files: Files = {
  'docfx.json': docfx({
    content: [{ files: '**/*.md', exclude: '**/includes/**' }],
    globalMetadata: { 'ms.service': 'dynamics-365', 'ms.prod': 'old' },
  }),
  '.dynamics-docs.json': '{ "rules": { "ms-date-invalid": "error", "include-unused": "info" } }',
  'a.md': `${article({ 'ms.service': undefined })}\n[!INCLUDE [x](includes/x.md)]\n`,
  'b.md': article({ 'ms.date': '2021-02-03', 'ms.technology': 'x' }),
  'guide/c.md': article({ title: 'Approve time on a project in Contoso', 'ms.topic': undefined, author: undefined }),
  'includes/x.md': 'Words.\n',
  'includes/z.md': 'Words that nobody wants.\n',
};

async function reportOf(texts: Files): Promise<HealthReport> {
  const { repository } = await open(texts);
  const checked = repository.files.articlesAndIncludes();
  const report = await gatherReport(repository, { name: 'x', files: checked, holds: () => true });
  return { ...report, history: [{ ...pointOf(report), commit: 'abcdef', date: '2025-01-31' }, pointOf(report)] };
}

/** Some articles, so that there are filters, and some more in numbers alone. */
function many(report: HealthReport): HealthReport {
  const [finding] = report.findings;
  assert.ok(finding !== undefined);
  return {
    ...report,
    history: [],
    files: 12_345,
    articles: 1,
    known: 3,
    findings: Array.from({ length: 3001 }, (_none, index) => ({ ...finding, line: index + 1 })),
    codes: Array.from({ length: 21 }, (_none, index) => ({ ...report.codes[0], code: `x-${index}` }) as never),
    dated: report.dated.map((one) => ({ ...one, days: 400 })),
    retired: [],
    duplicates: [],
    includes: [],
  };
}

/** What a reader sees or hears of a page. */
function textsOf(html: string): string[] {
  const page = html.replaceAll(/<(style|script)>.*?<\/\1>/gs, '');
  return [...page.matchAll(/>([^<>]+)<|(?:aria-label|data-text)="([^"]*)"/g)].map(
    ([, text, attribute]) => text ?? attribute ?? '',
  );
}

/** What a report quotes from a repository, the longest first. */
function namesIn({ findings, coverage, retired, duplicates, codes, folders }: HealthReport): string[] {
  const names = [
    ...findings.flatMap(({ path, code }) => [path, code]),
    ...coverage.map(({ key }) => key),
    ...retired.flatMap(({ key, successor, path }) => [key, successor, path]),
    ...duplicates.flatMap(({ property, value, places }) => [property, value, ...places.map(({ path }) => path)]),
    ...codes.map(({ code }) => code),
    ...folders.map(({ folder }) => folder),
    'guide/c.md',
    'includes/x.md',
    'abcdef',
  ];
  return [...new Set(names)].filter((name) => name !== '').sort((a, b) => b.length - a.length);
}

describe('the language of a health report', () => {
  afterEach(() => {
    useTranslations({});
  });

  it('is that of the reader in every text', async () => {
    // Of a language whose days are written in digits.
    useTranslations(pseudoTranslations(), 'de');
    const report = await reportOf(files);
    const names = namesIn(report);
    assert.deepEqual(
      Object.values(report.counts).map((count) => count > 0),
      [true, true, true, true],
    );
    const pages = [report, many(report), await reportOf({ 'docfx.json': docfx() })].map((shown) =>
      reportBody(shown, { opens: true, offersHistory: true }),
    );
    // Charts fit their labels, which are names.
    const texts = pages.flatMap(textsOf).map((text) => text.replaceAll(/…\S+/g, ' '));
    assert.ok(texts.length > 500);
    assert.deepEqual(
      texts
        .map((text) => untranslated(names.reduce((rest, name) => rest.replaceAll(name, ' '), text)))
        .filter((text) => text !== ''),
      [],
    );
  });

  it('leaves a day as it is that no calendar has', async () => {
    const report = await reportOf(files);
    const [first] = report.history;
    assert.ok(first !== undefined);
    const html = reportHtml({ ...report, history: [{ ...first, date: 'NaN-NaN-NaN' }, ...report.history] });
    assert.ok(html.includes('>NaN-NaN-NaN<'));
  });

  it('writes numbers, shares and days as the reader does', async () => {
    const shown = async (): Promise<string[]> => {
      const report = many(await reportOf(files));
      const html = reportHtml(report);
      const [language] = /<html lang="[^"]*">/.exec(html) ?? [];
      const texts = textsOf(html);
      const after = (start: string): string => texts[texts.findIndex((text) => text.startsWith(start)) + 1] ?? '';
      return [
        language ?? '',
        texts.find((text) => text.includes('12')) ?? '',
        texts.find((text) => text.includes('%')) ?? '',
        texts.find((text) => text.includes('3001') || /3.001/.test(text)) ?? '',
        after('b.md:6'),
      ];
    };
    assert.deepEqual(await shown(), [
      '<html lang="en">',
      'As of Mar 10, 2026. 12,345 files were checked. 1 article is among them. 3 findings more are in the baseline.',
      'Articles have 90.4% of the keys that are required of them.',
      '3,001 findings were found. Kinds: 21. The picture shows the first 20.',
      'Feb 3, 2021',
    ]);
    useTranslations(bundleOf('de'), 'de');
    assert.deepEqual(await shown(), [
      '<html lang="de">',
      'Stand: 10.03.2026. 12.345 Dateien wurden überprüft. Darunter ist 1 Artikel. 3 weitere Befunde stehen in der Baseline.',
      'Die Artikel haben 90,4\u00a0% der Schlüssel, die für sie erforderlich sind.',
      'Es gibt 3.001 Befunde. Arten: 21. Das Bild zeigt die ersten 20.',
      '03.02.2021',
    ]);
  });
});
