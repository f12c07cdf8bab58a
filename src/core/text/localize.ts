import { config, t } from '@vscode/l10n';

/** The texts of one language by their English: `l10n/bundle.l10n.<language>.json`. */
export type Translations = Readonly<Record<string, string>>;

let inUse: Translations = {};
let language = 'en';

/**
 * Sets the language in which a text is said from now on. None is set at the start: then everything is English, and nothing is
 * looked up. No text may be worded before, while a module is loaded: `scripts/l10n.mjs` refuses that.
 *
 * @param tag of the language (BCP 47), for whoever writes numbers and dates as it does
 */
export function useTranslations(translations: Translations, tag = 'en'): void {
  inUse = translations;
  language = tag;
  config({ contents: { ...translations } });
}

/** For a bundle that is loaded later and keeps a language of its own. */
export function translationsInUse(): Translations {
  return inUse;
}

/** The tag of the language, as `Intl` and the `lang` of HTML take it. */
export function languageInUse(): string {
  return language;
}

/** A word of a list in the quotation marks of the language. */
export function quoted(word: string): string {
  return t("'{0}'", word);
}

/** Marks an English text that is kept as data, so that it is collected for translators. `localized` says it. */
export function marked(english: string): string {
  return english;
}

const translated: (english: string) => string = t;

/** A text that is kept as data, in the user's language: ours, or that of a team, which stays what it is. */
export function localized(english: string): string;
export function localized(english: string | undefined): string | undefined;
export function localized(english: string | undefined): string | undefined {
  return english === undefined ? undefined : translated(english);
}

export { t };
