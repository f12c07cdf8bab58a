import { severities } from '../../../core/rules/severity';
import { t } from '../../../core/text/localize';
import { lineChart } from '../charts/lines';
import type { HistoryPoint } from '../model';
import type { Cell } from '../table';
import { dayInWords, hundredths, inDigits, percent, severityHeading, severityName, total } from '../words';
import type { ReportSection } from './section';

export function historySection(history: readonly HistoryPoint[]): ReportSection {
  const [first, last] = [history[0], history.at(-1)];
  const text =
    first === undefined || last === undefined
      ? ''
      : t(
          'From {0} to {1}: findings went from {2} to {3}, required metadata from {4} to {5}.',
          dayInWords(first.date),
          dayInWords(last.date),
          inDigits(total(first.counts)),
          inDigits(total(last.counts)),
          percent(first.coverage),
          percent(last.coverage),
        );
  const moments = history.map((point) => ({ date: point.date, name: `${dayInWords(point.date)} (${nameOf(point)})` }));
  const counts = severities.map((severity) => ({
    name: severityName(severity),
    className: `series-${severity}`,
    values: history.map((point) => point.counts[severity]),
  }));
  const shares = history.map(({ coverage }) => coverage * 100);
  const coverage = [{ name: t('Metadata'), className: 'series-own', values: shares }];
  const lowest = Math.min(90, Math.floor(Math.min(...shares) / 10) * 10);
  const chart = { id: 'history-chart', title: t('Findings over time'), description: text };
  const ofCoverage = { id: 'history-coverage-chart', title: t('Required metadata over time'), description: text };
  return {
    id: 'history',
    title: t('History'),
    text,
    chart: [
      lineChart(chart, moments, counts),
      lineChart(ofCoverage, moments, coverage, {
        from: lowest,
        to: 100,
        shown: (value) => percent(value / 100),
      }),
    ].join(''),
    tables: [
      {
        id: 'history-table',
        caption: t('Findings and metadata by commit'),
        columns: [t('Date'), t('Commit'), t('Files'), ...severities.map(severityHeading), t('Metadata (%)')],
        rows: history.map((point) => [
          { date: point.date },
          nameOf(point),
          point.files,
          ...severities.map((severity): Cell => point.counts[severity]),
          hundredths(point.coverage),
        ]),
      },
    ],
  };
}

function nameOf({ commit }: HistoryPoint): string {
  return commit === 'now' ? t('now') : commit;
}
