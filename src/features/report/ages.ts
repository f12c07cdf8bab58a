import { repairDate } from '../../core/schema/dateRepair';
import { localized, marked, t } from '../../core/text/localize';
import { toJson } from '../../core/text/locatedNode';
import { startOfFile } from '../../core/text/position';
import { placeIn, type ReportArticle } from './articles';
import type { AgeGroup, DatedArticle } from './model';

export const isoDate = 'yyyy-MM-dd';

const dayLength = 24 * 60 * 60 * 1000;

/** Ages in days, from one up to before the next. */
const groups: readonly { readonly label: string; readonly from: number; readonly to: number }[] = [
  { label: marked('In the future'), from: -Infinity, to: 0 },
  { label: marked('Under 3 months'), from: 0, to: 91 },
  { label: marked('3 to 6 months'), from: 91, to: 183 },
  { label: marked('6 to 12 months'), from: 183, to: 365 },
  { label: marked('1 to 2 years'), from: 365, to: 730 },
  { label: marked('2 to 3 years'), from: 730, to: 1096 },
  { label: marked('3 to 5 years'), from: 1096, to: 1826 },
  { label: marked('5 years and more'), from: 1826, to: Infinity },
];

/**
 * The day that the `ms.date` of an article means, also where it is written in another form than the build asks for;
 * `undefined` where there is none in it.
 *
 * @param today `YYYY-MM-DD`
 */
export function datedArticle({ path, metadata }: ReportArticle, today: string): DatedArticle | undefined {
  const entry = metadata.get('ms.date');
  const value = entry === undefined ? undefined : toJson(entry.value);
  const date = typeof value === 'string' ? repairDate(value, isoDate)?.text : undefined;
  if (entry === undefined || date === undefined) return undefined;
  const days = Math.round((Date.parse(today) - Date.parse(date)) / dayLength);
  const { document, source } = entry.origin;
  // A date that docfx.json supplies has no line in the article.
  const start = source === 'frontMatter' ? document.rangeOf(entry.value.span).start : startOfFile.start;
  return { ...placeIn(path, start), date, days };
}

/** Those without a date come last. A future that nobody wrote is not shown. */
export function ageGroups(dated: readonly DatedArticle[], articles: number): readonly AgeGroup[] {
  const counted = groups.map(({ label, from, to }) => ({
    label: localized(label),
    articles: dated.filter(({ days }) => days >= from && days < to).length,
  }));
  const shown = counted.filter(({ articles: count }, index) => index > 0 || count > 0);
  return [...shown, { label: t('No date that can be read'), articles: articles - dated.length }];
}
