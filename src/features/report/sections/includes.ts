import { barChart } from '../charts/bars';
import type { Series } from '../charts/svg';
import type { HealthReport } from '../model';
import { counted } from '../words';
import { maxBars, type ReportSection } from './section';

export function includesSection({ includes }: HealthReport): ReportSection {
  const unused = includes.filter(({ isUnused }) => isUnused).length;
  const used = includes.filter(({ users }) => users > 0);
  const text = `${counted(used.length, 'file')} ${used.length === 1 ? 'is' : 'are'} included by others, ${unused} by none.`;
  const words = { id: 'includes-chart', title: 'The most used includes', description: text };
  const series: readonly Series[] = [{ name: 'files that include it', className: 'series-own' }];
  const bars = used.slice(0, maxBars).map(({ path, users }) => ({ label: path, values: [users] }));
  return {
    id: 'includes',
    title: 'Includes',
    text,
    chart: bars.length === 0 ? undefined : barChart(words, series, bars),
    tables: [
      {
        id: 'includes-table',
        caption: 'Include files by use',
        columns: ['Include file', 'Included by files', 'Shown in articles', 'State'],
        rows: includes.map(({ path, users, articles, isUnused }) => [
          { place: { path, line: 1, column: 1 }, showsLine: false },
          users,
          articles,
          isUnused ? 'unused' : 'used',
        ]),
      },
    ],
  };
}
