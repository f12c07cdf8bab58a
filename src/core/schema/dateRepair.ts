import type { Day } from './day';
import { formatParts, months, parseExactDate, type FormatPart } from './dotnetDate';

/** What a text that is no date of its format was most likely meant to be. */
export interface DateRepair {
  /** In the format. */
  readonly text: string;
  /** Whether no other day can be meant. */
  readonly isCertain: boolean;
}

interface ReadDay extends Day {
  readonly isCertain: boolean;
}

/** A day in the words of a .NET format, every number padded to two digits; '' for a format that needs more than a day. */
export function formatDay(day: Day, format: string): string {
  const text = formatParts(format)
    .map((part) => ('literal' in part ? part.literal : field(day, part)))
    .join('');
  return parseExactDate(text, format) === undefined ? '' : text;
}

function field({ year, month, day }: Day, { letter, length }: Extract<FormatPart, { letter: string }>): string {
  const padded = (value: number): string => String(value).padStart(Math.max(2, length), '0');
  const name = months[month - 1] ?? '';
  const monthName = name.charAt(0).toUpperCase() + name.slice(1);
  switch (letter) {
    case 'y':
      return length > 2 ? String(year).padStart(4, '0') : padded(year % 100);
    case 'M':
      return length > 2 ? (length === 3 ? monthName.slice(0, 3) : monthName) : padded(month);
    case 'd':
      return length > 2 ? '' : padded(day);
    case 'H':
    case 'm':
    case 's':
      return padded(0);
    default:
      return '';
  }
}

/** Reads a date as people write it and writes it in the format; `undefined` where none can be seen in it. */
export function repairDate(text: string, format: string): DateRepair | undefined {
  const day = dayIn(text.trim(), format);
  if (day === undefined) return undefined;
  // There is no 31st of April.
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day));
  if (date.getUTCMonth() !== day.month - 1 || date.getUTCDate() !== day.day) return undefined;
  const repaired = formatDay(day, format);
  return repaired === '' ? undefined : { text: repaired, isCertain: day.isCertain };
}

const separator = /[-/. ]/.source;
const yearFirst = new RegExp(`^(\\d{4})${separator}(\\d{1,2})${separator}(\\d{1,2})(?!\\d)(.*)$`);
const yearLast = new RegExp(`^(\\d{1,4})${separator}(\\d{1,4})${separator}(\\d{4}|\\d{2})(?!\\d)(.*)$`);
/** A time of day behind the date. */
const time = /^[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?(?: ?[AP]M)?(?:Z|[-+]\d{2}:?\d{2})?$/i;

function dayIn(text: string, format: string): ReadDay | undefined {
  // The letter that is taken for a digit.
  const digits = text.replaceAll(/[oO](?=\d)|(?<=\d)[oO]/g, '0');
  const isClean = digits === text;
  const iso = yearFirst.exec(digits);
  if (iso !== null) {
    const [, year, month, day, rest = ''] = iso;
    const isCertain = isClean && (rest === '' || time.test(rest));
    return { year: Number(year), month: Number(month), day: Number(day), isCertain };
  }
  const match = yearLast.exec(digits);
  return match === null ? undefined : dayOf(match, format, isClean);
}

function dayOf(
  [, first = '', second = '', written = '', rest = '']: RegExpExecArray,
  format: string,
  isClean: boolean,
): ReadDay {
  const [a, b] = [Number(first), Number(second)];
  const dayFirst = a > 12 || (b <= 12 && format.indexOf('d') < format.indexOf('M') && !format.startsWith('y'));
  const isPlain = first.length <= 2 && second.length <= 2 && written.length === 4 && (rest === '' || time.test(rest));
  return {
    year: written.length === 2 ? 2000 + Number(written) : Number(written),
    month: dayFirst ? b : a,
    day: dayFirst ? a : b,
    // Where both numbers can be months, only the writer knows.
    isCertain: isClean && isPlain && (a > 12 || b > 12 || a === b),
  };
}
