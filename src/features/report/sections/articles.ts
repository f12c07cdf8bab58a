import { barChart } from '../charts/bars';
import type { Series } from '../charts/svg';
import type { HealthReport } from '../model';
import { counted } from '../words';
import { tableUnlessEmpty, type ReportSection } from './section';

export function agesSection({ ages, dated }: HealthReport): ReportSection {
  const old = dated.filter(({ days }) => days >= 365).length;
  const text = `${counted(old, 'article')} of ${dated.length} with a date ${old === 1 ? 'is' : 'are'} a year old or more, by ms.date.`;
  const words = { id: 'ages-chart', title: 'Articles by age', description: text };
  const series: readonly Series[] = [{ name: 'articles', className: 'series-own' }];
  const bars = ages.map(({ label, articles }) => ({ label, values: [articles] }));
  return {
    id: 'ages',
    title: 'Age of articles',
    text,
    chart: barChart(words, series, bars),
    tables: [
      {
        id: 'ages-table',
        caption: 'Articles by age',
        columns: ['Age', 'Articles'],
        rows: ages.map(({ label, articles }) => [label, articles]),
      },
      {
        id: 'dated-table',
        caption: 'Articles by date, the oldest first',
        columns: ['Article', 'Date', 'Days'],
        rows: dated.map((place) => [{ place }, place.date, place.days]),
      },
    ],
  };
}

export function retiredSection({ retired }: HealthReport): ReportSection {
  const keys = new Set(retired.map(({ key }) => key));
  return {
    id: 'retired',
    title: 'Retired keys',
    text:
      retired.length === 0
        ? 'No retired key is in use.'
        : `${counted(keys.size, 'retired key')} ${keys.size === 1 ? 'is' : 'are'} in use, in ${counted(retired.length, 'place')}.`,
    chart: undefined,
    tables: tableUnlessEmpty({
      id: 'retired-table',
      caption: 'Retired keys in use',
      columns: ['Key', 'Successor', 'Place', 'Articles'],
      rows: retired.map((place) => [place.key, place.successor, { place }, place.articles]),
    }),
  };
}

export function duplicatesSection({ duplicates }: HealthReport): ReportSection {
  return {
    id: 'duplicates',
    title: 'Duplicated titles and descriptions',
    text:
      duplicates.length === 0
        ? 'No two articles of a docset share what should be their own.'
        : `${counted(duplicates.length, 'value')} that several articles of a docset share.`,
    chart: undefined,
    tables: tableUnlessEmpty({
      id: 'duplicates-table',
      caption: 'Values that several articles share',
      columns: ['Key', 'Value', 'Articles', 'Place'],
      rows: duplicates.flatMap(({ property, value, places }) =>
        places.map((place) => [property, value, places.length, { place }]),
      ),
    }),
  };
}
