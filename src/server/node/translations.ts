import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Translations } from '../../core/text/localize';
import { translationsFrom } from '../language';

/** Of the folder beside that of the program. */
const folder = join(__dirname, '..', 'l10n');

/** The texts in a language, such as `de`; `undefined` where it has none. */
export async function readTranslations(language: string): Promise<Translations | undefined> {
  let json: string;
  try {
    json = await readFile(join(folder, `bundle.l10n.${language}.json`), 'utf8');
  } catch {
    // No translation: everything is said in English.
    return undefined;
  }
  return translationsFrom(JSON.parse(json));
}

/** The languages that there are beside English. */
export async function translatedLanguages(): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => /^bundle\.l10n\.(.+)\.json$/.exec(name)?.[1] ?? []).sort();
}
