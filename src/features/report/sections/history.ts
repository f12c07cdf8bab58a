import { severities } from '../../../core/rules/severity';
import { lineChart } from '../charts/lines';
import type { HistoryPoint } from '../model';
import type { Cell } from '../table';
import { hundredths, percent, total } from '../words';
import { type ReportSection } from './section';

export function historySection(history: readonly HistoryPoint[]): ReportSection {
  const [first, last] = [history[0], history.at(-1)];
  const text =
    first === undefined || last === undefined
      ? ''
      : `From ${first.date} to ${last.date}: findings went from ${total(first.counts)} to ${total(last.counts)}, required metadata from ${percent(first.coverage)} to ${percent(last.coverage)}.`;
  const moments = history.map(({ commit, date }) => ({ date, name: `${date} (${commit})` }));
  const counts = severities.map((severity) => ({
    name: severity,
    className: `series-${severity}`,
    values: history.map((point) => point.counts[severity]),
  }));
  const shares = history.map(({ coverage }) => coverage * 100);
  const coverage = [{ name: 'metadata', className: 'series-own', values: shares }];
  const lowest = Math.min(90, Math.floor(Math.min(...shares) / 10) * 10);
  const words = { id: 'history-chart', title: 'Findings over time', description: text };
  const ofCoverage = { id: 'history-coverage-chart', title: 'Required metadata over time', description: text };
  return {
    id: 'history',
    title: 'History',
    text,
    chart: [
      lineChart(words, moments, counts),
      lineChart(ofCoverage, moments, coverage, {
        from: lowest,
        to: 100,
        shown: (value) => percent(value / 100),
      }),
    ].join(''),
    tables: [
      {
        id: 'history-table',
        caption: 'Findings and metadata by commit',
        columns: ['Date', 'Commit', 'Files', 'Errors', 'Warnings', 'Suggestions', 'Info', 'Metadata (%)'],
        rows: history.map((point) => [
          point.date,
          point.commit,
          point.files,
          ...severities.map((severity): Cell => point.counts[severity]),
          hundredths(point.coverage),
        ]),
      },
    ],
  };
}
