import { readFileSync } from 'node:fs';

/** Every text that there is, by its English, as it stands in `l10n/`: tests run from the repository root. */
export function bundleOf(language?: string): Readonly<Record<string, string>> {
  const name = language === undefined ? 'bundle.l10n.json' : `bundle.l10n.${language}.json`;
  return JSON.parse(readFileSync(`l10n/${name}`, 'utf8')) as Record<string, string>;
}

const accented: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
};

/** A language in which `Type '{0}'` is `⟦Týpé '{0}'⟧`: what is not in brackets was not translated. */
export function pseudoTranslations(): Readonly<Record<string, string>> {
  const said = (text: string): string =>
    text.replaceAll(/\{+[^}]*\}+|[aeiouAEIO]/g, (found) => accented[found] ?? found);
  return Object.fromEntries(Object.keys(bundleOf()).map((english) => [english, `⟦${said(english)}⟧`]));
}

/** The words of a text that stand in no brackets. */
export function untranslated(text: string): string {
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  return /\p{L}{2}/u.test(rest) ? rest.trim() : '';
}
