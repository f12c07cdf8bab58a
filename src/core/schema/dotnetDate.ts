/**
 * Dates as .NET's `DateTime.TryParseExact` reads them with a custom format and the invariant culture, for the dialect's
 * `dateFormat`. Times are UTC: DocFX compares with `DateTime.UtcNow`.
 */

export const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

interface Fields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** Read by `h`: 1 to 12, as a rule with `t` beside it. */
  twelveHours: boolean;
  afternoon: boolean | undefined;
  /** From 0 for Sunday, where the text names it. */
  weekday: number | undefined;
}

const unset: Fields = {
  year: 1,
  month: 1,
  day: 1,
  hour: 0,
  minute: 0,
  second: 0,
  twelveHours: false,
  afternoon: undefined,
  weekday: undefined,
};

/** One run of a format letter, or literal text. */
export type FormatPart = { readonly letter: string; readonly length: number } | { readonly literal: string };

/** Milliseconds since 1970 (UTC); `undefined` where the text is not exactly of that format or no real date. */
export function parseExactDate(text: string, format: string): number | undefined {
  const fields: Fields = { ...unset };
  let at = 0;
  for (const part of formatParts(format)) {
    const next =
      'literal' in part ? readLiteral(text, at, part.literal) : readField(text, at, part.letter, part.length, fields);
    if (next === undefined) return undefined;
    at = next;
  }
  return at === text.length ? toTime(fields) : undefined;
}

const knownFormats = new Map<string, readonly FormatPart[]>();

/** A schema has a handful of formats, and thousands of dates are read with each. */
export function formatParts(format: string): readonly FormatPart[] {
  let parts = knownFormats.get(format);
  if (parts === undefined) {
    parts = splitFormat(format);
    knownFormats.set(format, parts);
  }
  return parts;
}

function splitFormat(format: string): FormatPart[] {
  const parts: FormatPart[] = [];
  for (let i = 0; i < format.length;) {
    const char = format.charAt(i);
    if (char === '\\' || char === '%') {
      if (char === '\\') parts.push({ literal: format.charAt(i + 1) });
      i += char === '\\' ? 2 : 1;
    } else if (char === "'" || char === '"') {
      const end = format.indexOf(char, i + 1);
      parts.push({ literal: format.slice(i + 1, end === -1 ? undefined : end) });
      i = end === -1 ? format.length : end + 1;
    } else if ('dMyHhmstfFzK'.includes(char)) {
      let length = 1;
      while (format.charAt(i + length) === char) length++;
      parts.push({ letter: char, length });
      i += length;
    } else {
      parts.push({ literal: char });
      i++;
    }
  }
  return parts;
}

function readLiteral(text: string, at: number, literal: string): number | undefined {
  return text.startsWith(literal, at) ? at + literal.length : undefined;
}

function readField(text: string, at: number, letter: string, length: number, fields: Fields): number | undefined {
  if (letter === 'M' && length > 2)
    return readName(text, at, months, length === 3, (index) => (fields.month = index + 1));
  if (letter === 'd' && length > 2) return readName(text, at, days, length === 3, (index) => (fields.weekday = index));
  if (letter === 't') return readHalf(text, at, length, fields);
  if (letter === 'z' || letter === 'K') return at + zoneLength(text, at);
  const [least, most] = digitsOf(letter, length);
  const digits = readDigits(text, at, least, most);
  if (digits === undefined) return undefined;
  setField(fields, letter, length, Number(digits));
  return at + digits.length;
}

/** How many digits a field takes. Only fractions of a second may be written shorter than their format. */
function digitsOf(letter: string, length: number): readonly [least: number, most: number] {
  if (letter === 'F') return [0, length];
  return [length, letter === 'f' ? length : Math.max(length, 2)];
}

function zoneLength(text: string, at: number): number {
  return /^(?:Z|[-+]\d{1,2}(?::?\d{2})?)?/.exec(text.slice(at))?.[0].length ?? 0;
}

function readDigits(text: string, at: number, least: number, most: number): string | undefined {
  let end = at;
  while (end < at + most && isDigit(text.charCodeAt(end))) end++;
  return end - at < least ? undefined : text.slice(at, end);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function readName(
  text: string,
  at: number,
  names: readonly string[],
  short: boolean,
  set: (index: number) => void,
): number | undefined {
  const rest = text.slice(at).toLowerCase();
  const index = names.findIndex((name) => rest.startsWith(short ? name.slice(0, 3) : name));
  const name = names[index];
  if (name === undefined) return undefined;
  set(index);
  return at + (short ? 3 : name.length);
}

function readHalf(text: string, at: number, length: number, fields: Fields): number | undefined {
  const match = /^[ap]m?/i.exec(text.slice(at, at + length));
  if (match === null) return undefined;
  fields.afternoon = match[0].toLowerCase().startsWith('p');
  return at + match[0].length;
}

function setField(fields: Fields, letter: string, length: number, value: number): void {
  if (letter === 'y') fields.year = length > 2 ? value : value < 50 ? 2000 + value : 1900 + value;
  else if (letter === 'M') fields.month = value;
  else if (letter === 'd') fields.day = value;
  else if (letter === 'H') fields.hour = value;
  else if (letter === 'h') Object.assign(fields, { hour: value, twelveHours: true });
  else if (letter === 'm') fields.minute = value;
  else if (letter === 's') fields.second = value;
}

function toTime(fields: Fields): number | undefined {
  const hour = hourOf(fields);
  if (hour === undefined || fields.minute > 59 || fields.second > 59 || fields.year < 1) return undefined;
  const date = new Date(Date.UTC(2000, fields.month - 1, fields.day, hour, fields.minute, fields.second));
  date.setUTCFullYear(fields.year, fields.month - 1, fields.day);
  // The 31st of April would roll over into May.
  if (date.getUTCMonth() !== fields.month - 1 || date.getUTCDate() !== fields.day) return undefined;
  return fields.weekday === undefined || fields.weekday === date.getUTCDay() ? date.getTime() : undefined;
}

function hourOf({ hour, twelveHours, afternoon }: Fields): number | undefined {
  if (twelveHours) return hour > 12 ? undefined : (hour % 12) + (afternoon === true ? 12 : 0);
  const contradicts = afternoon !== undefined && afternoon !== hour >= 12;
  return hour > 23 || contradicts ? undefined : hour;
}

/**
 * Milliseconds of a .NET `TimeSpan`: `5:00:00:00` and `5.00:00:00` are five days, `-2:00:00` is minus two hours, `5` is
 * five days. `undefined` where the text is none.
 */
export function parseTimeSpan(text: string): number | undefined {
  const match = /^\s*(-?)(?:(\d+)[.:](?=\d+:\d+:\d+))?(\d+)(?::(\d+)(?::(\d+)(?:\.\d+)?)?)?\s*$/.exec(text);
  if (match === null) return undefined;
  const [, sign, day, first, minute, second] = match;
  const hours = minute === undefined ? Number(first) * 24 : Number(first) + Number(day ?? 0) * 24;
  const milliseconds = ((hours * 60 + Number(minute ?? 0)) * 60 + Number(second ?? 0)) * 1000;
  return sign === '-' ? -milliseconds : milliseconds;
}

const timeForms = ['H:m', 'H:m:s', 'h:m tt', 'h:m:s tt', 'H:mK', 'H:m:sK'];
const dateForms = [
  'yyyy-M-d',
  'M/d/yyyy',
  'yyyy/M/d',
  'd MMM yyyy',
  'd MMMM yyyy',
  'MMM d, yyyy',
  'MMMM d, yyyy',
  'MMM d yyyy',
  'MMMM d yyyy',
];
const dateTimeForms = [
  ...dateForms,
  ...dateForms.flatMap((date) => timeForms.flatMap((time) => [`${date} ${time}`, `${date}'T'${time}`])),
];

/** Whether `DateTime.TryParse` with the invariant culture would take the text, in the forms that people write. */
export function isDateTime(text: string): boolean {
  const plain = withoutFraction(text);
  return dateTimeForms.some((format) => parseExactDate(plain, format) !== undefined);
}

/** `yyyy-MM-dd`, exactly. */
export function isDate(text: string): boolean {
  return parseExactDate(text, 'yyyy-MM-dd') !== undefined;
}

/** A time of day without a date. */
export function isTime(text: string): boolean {
  const plain = withoutFraction(text);
  return timeForms.some((format) => parseExactDate(plain, format) !== undefined);
}

function withoutFraction(text: string): string {
  return text.trim().replace(/(:\d{2})\.\d{1,7}/, '$1');
}
