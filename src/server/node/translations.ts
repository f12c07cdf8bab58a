import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Translations } from '../../core/text/localize';
import { translationsFrom } from '../language';

/** The texts in a language, such as `de`, from the folder beside that of the program; `undefined` where it has none. */
export async function readTranslations(language: string): Promise<Translations | undefined> {
  let json: string;
  try {
    json = await readFile(join(__dirname, '..', 'l10n', `bundle.l10n.${language}.json`), 'utf8');
  } catch {
    // No translation: everything is said in English.
    return undefined;
  }
  return translationsFrom(JSON.parse(json));
}
