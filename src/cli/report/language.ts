import { useTranslations } from '../../core/text/localize';
import { knownFor } from '../../server/language';
import { readTranslations, translatedLanguages } from '../../server/node/translations';
import { UsageError } from '../io';

/**
 * Says what a report holds in a language from now on. Nothing but a report is for people alone: all else that the command
 * line writes stays English.
 *
 * @param locale such as `de` or `de-AT`; English where it is left out
 */
export async function speak(locale = 'en'): Promise<void> {
  if (/^en\b/i.test(locale)) {
    useTranslations({});
    return;
  }
  const translations = isTag(locale) ? await knownFor(locale, { readTranslations }) : undefined;
  if (translations === undefined) {
    const languages = ['en', ...(await translatedLanguages())].join(', ');
    throw new UsageError(`There is no translation '${locale}'. Choose one of: ${languages}.`);
  }
  useTranslations(translations, locale);
}

/** Whether numbers and days can be written by it. */
function isTag(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
