import { barChart } from '../charts/bars';
import type { Series } from '../charts/svg';
import { requiredShare } from '../requiredShare';
import type { HealthReport } from '../model';
import { hundredths, percent } from '../words';
import { type ReportSection } from './section';

export function coverageSection({ coverage, articles }: HealthReport): ReportSection {
  const series: readonly Series[] = [
    { name: 'in the article', className: 'series-own' },
    { name: 'from docfx.json', className: 'series-inherited', pattern: 'stripes' },
    { name: 'missing', className: 'series-missing', pattern: 'dots' },
  ];
  const text = `Articles have ${percent(requiredShare(coverage))} of the keys that are required of them.`;
  const bars = coverage.map(({ key, own, inherited, missing }) => ({ label: key, values: [own, inherited, missing] }));
  const words = { id: 'coverage-chart', title: 'Metadata of articles by key', description: text };
  return {
    id: 'coverage',
    title: 'Metadata',
    text,
    chart: articles === 0 || bars.length === 0 ? undefined : barChart(words, series, bars),
    tables: [
      {
        id: 'coverage-table',
        caption: 'Articles that have each key',
        columns: ['Key', 'Requirement', 'In the article', 'From docfx.json', 'Missing', 'Present (%)'],
        rows: coverage.map(({ key, requirement, own, inherited, missing }) => [
          key,
          requirement,
          own,
          inherited,
          missing,
          hundredths((own + inherited) / Math.max(1, own + inherited + missing)),
        ]),
      },
    ],
  };
}
