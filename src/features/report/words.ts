import { severities, type Severity } from '../../core/rules/severity';
import { languageInUse, localized, marked } from '../../core/text/localize';

/** How numbers and days are written in a language. */
interface Formats {
  readonly language: string;
  readonly number: Intl.NumberFormat;
  readonly percent: Intl.NumberFormat;
  readonly day: Intl.DateTimeFormat;
}

/** Made once a language: a table asks for thousands. */
let latest: Formats | undefined;

function formats(): Formats {
  const language = languageInUse();
  if (latest?.language !== language)
    latest = {
      language,
      number: new Intl.NumberFormat(language, { maximumFractionDigits: 1 }),
      percent: new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }),
      day: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }),
    };
  return latest;
}

/** With one digit behind the point, where there is one. */
export function inDigits(value: number): string {
  return formats().number.format(value);
}

/** @param date `YYYY-MM-DD`; what is none, as git takes any time for that of a commit, stays as it is */
export function dayInWords(date: string): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : formats().day.format(time);
}

/** A share from 0 to 1 in hundredths, with one digit behind the point: never 100 where something is left out. */
export function hundredths(share: number): number {
  return Math.floor(share * 1000 + 1e-9) / 10;
}

export function percent(share: number): string {
  return formats().percent.format(hundredths(share) / 100);
}

/** Of all severities. */
export function total(counts: Readonly<Record<Severity, number>>): number {
  return severities.reduce((sum, severity) => sum + counts[severity], 0);
}

const severityNames: Readonly<Record<Severity, { readonly one: string; readonly several: string }>> = {
  error: { one: marked('error'), several: marked('Errors') },
  warning: { one: marked('warning'), several: marked('Warnings') },
  suggestion: { one: marked('suggestion'), several: marked('Suggestions') },
  info: { one: marked('info'), several: marked('Info') },
};

/** Of a finding. */
export function severityName(severity: Severity): string {
  return localized(severityNames[severity].one);
}

/** What a count of such findings is called, above it. */
export function severityHeading(severity: Severity): string {
  return localized(severityNames[severity].several);
}
