import { t } from '../../../core/text/localize';
import { barChart } from '../charts/bars';
import type { Series } from '../charts/svg';
import { requiredShare } from '../requiredShare';
import type { HealthReport } from '../model';
import { hundredths, percent } from '../words';
import type { ReportSection } from './section';

export function coverageSection({ coverage, articles }: HealthReport): ReportSection {
  const series: readonly Series[] = [
    { name: t('In the article'), className: 'series-own' },
    { name: t('From docfx.json'), className: 'series-inherited', pattern: 'stripes' },
    { name: t('Missing'), className: 'series-missing', pattern: 'dots' },
  ];
  const text = t('Articles have {0} of the keys that are required of them.', percent(requiredShare(coverage)));
  const bars = coverage.map(({ key, own, inherited, missing }) => ({ label: key, values: [own, inherited, missing] }));
  const chart = { id: 'coverage-chart', title: t('Metadata of articles by key'), description: text };
  return {
    id: 'coverage',
    title: t('Metadata'),
    text,
    chart: articles === 0 || bars.length === 0 ? undefined : barChart(chart, series, bars),
    tables: [
      {
        id: 'coverage-table',
        caption: t('Articles that have each key'),
        columns: [
          t('Key'),
          t('Requirement'),
          t('In the article'),
          t('From docfx.json'),
          t('Missing'),
          t('Present (%)'),
        ],
        rows: coverage.map(({ key, requirement, own, inherited, missing }) => [
          key,
          requirement === 'required' ? t('required') : t('recommended'),
          own,
          inherited,
          missing,
          hundredths((own + inherited) / Math.max(1, own + inherited + missing)),
        ]),
      },
    ],
  };
}
