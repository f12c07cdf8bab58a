import { t } from '../../../core/text/localize';
import { barChart } from '../charts/bars';
import type { Series } from '../charts/svg';
import type { HealthReport } from '../model';
import { inDigits } from '../words';
import { maxBars, type ReportSection } from './section';

export function includesSection({ includes }: HealthReport): ReportSection {
  const unused = includes.filter(({ isUnused }) => isUnused).length;
  const used = includes.filter(({ users }) => users > 0);
  const text =
    used.length === 1
      ? t('1 file is included by others, {0} by none.', inDigits(unused))
      : t('{0} files are included by others, {1} by none.', inDigits(used.length), inDigits(unused));
  const chart = { id: 'includes-chart', title: t('The most used includes'), description: text };
  const series: readonly Series[] = [{ name: t('files that include it'), className: 'series-own' }];
  const bars = used.slice(0, maxBars).map(({ path, users }) => ({ label: path, values: [users] }));
  return {
    id: 'includes',
    title: t('Includes'),
    text,
    chart: bars.length === 0 ? undefined : barChart(chart, series, bars),
    tables: [
      {
        id: 'includes-table',
        caption: t('Include files by use'),
        columns: [t('Include file'), t('Included by files'), t('Shown in articles'), t('State')],
        rows: includes.map(({ path, users, articles, isUnused }) => [
          { place: { path, line: 1, column: 1 }, showsLine: false },
          users,
          articles,
          isUnused ? t('unused') : t('used'),
        ]),
      },
    ],
  };
}
