import { t } from '../../../core/text/localize';
import { barChart } from '../charts/bars';
import type { Series } from '../charts/svg';
import type { HealthReport } from '../model';
import { inDigits } from '../words';
import { tableUnlessEmpty, type ReportSection } from './section';

export function agesSection({ ages, dated }: HealthReport): ReportSection {
  const old = dated.filter(({ days }) => days >= 365).length;
  const all = inDigits(dated.length);
  const text =
    old === 1
      ? t('1 article of {0} with a date is a year old or more, by ms.date.', all)
      : t('{0} articles of {1} with a date are a year old or more, by ms.date.', inDigits(old), all);
  const chart = { id: 'ages-chart', title: t('Articles by age'), description: text };
  const series: readonly Series[] = [{ name: t('Articles'), className: 'series-own' }];
  const bars = ages.map(({ label, articles }) => ({ label, values: [articles] }));
  return {
    id: 'ages',
    title: t('Age of articles'),
    text,
    chart: barChart(chart, series, bars),
    tables: [
      {
        id: 'ages-table',
        caption: t('Articles by age'),
        columns: [t('Age'), t('Articles')],
        rows: ages.map(({ label, articles }) => [label, articles]),
      },
      {
        id: 'dated-table',
        caption: t('Articles by date, the oldest first'),
        columns: [t('Article'), t('Date'), t('Days')],
        rows: dated.map((place) => [{ place }, { date: place.date }, place.days]),
      },
    ],
  };
}

export function retiredSection({ retired }: HealthReport): ReportSection {
  const keys = new Set(retired.map(({ key }) => key)).size;
  const used = keys === 1 ? t('1 key is retired, but in use.') : t('{0} keys are retired, but in use.', inDigits(keys));
  return {
    id: 'retired',
    title: t('Retired keys'),
    text:
      retired.length === 0 ? t('No retired key is in use.') : `${used} ${t('Places: {0}.', inDigits(retired.length))}`,
    chart: undefined,
    tables: tableUnlessEmpty({
      id: 'retired-table',
      caption: t('Retired keys in use'),
      columns: [t('Key'), t('Successor'), t('Place'), t('Articles')],
      rows: retired.map((place) => [place.key, place.successor, { place }, place.articles]),
    }),
  };
}

export function duplicatesSection({ duplicates }: HealthReport): ReportSection {
  return {
    id: 'duplicates',
    title: t('Duplicated titles and descriptions'),
    text: sharedBySeveral(duplicates.length),
    chart: undefined,
    tables: tableUnlessEmpty({
      id: 'duplicates-table',
      caption: t('Values that several articles share'),
      columns: [t('Key'), t('Value'), t('Articles'), t('Place')],
      rows: duplicates.flatMap(({ property, value, places }) =>
        places.map((place) => [property, value, places.length, { place }]),
      ),
    }),
  };
}

function sharedBySeveral(values: number): string {
  if (values === 0) return t('No two articles of a docset share what should be their own.');
  return values === 1
    ? t('1 value is shared by several articles of a docset.')
    : t('{0} values are shared by several articles of a docset.', inDigits(values));
}
