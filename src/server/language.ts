import type { InitializeParams } from 'vscode-languageserver';
import { useTranslations, type Translations } from '../core/text/localize';
import type { Runtime } from './runtime';

/**
 * From now on the server speaks the language of its client: with the texts that the client sends, else with those that the
 * server has for its locale. English where there are none.
 */
export async function speakLanguageOf(params: Partial<InitializeParams>, runtime: Runtime): Promise<void> {
  useTranslations(sentBy(params) ?? (await knownFor(params.locale, runtime)) ?? {});
}

function sentBy({ initializationOptions: options }: Partial<InitializeParams>): Translations | undefined {
  const { translations } = Object(options) as Readonly<Record<string, unknown>>;
  return translations === undefined ? undefined : translationsFrom(translations);
}

/** Texts from whatever they were read from; what is no text is left out. */
export function translationsFrom(value: unknown): Translations {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** The texts that there are for a locale: `de-AT` speaks German where there is no Austrian. `undefined` where there are none. */
export async function knownFor(
  locale: string | undefined,
  runtime: Pick<Runtime, 'readTranslations'>,
): Promise<Translations | undefined> {
  const name = locale?.toLowerCase() ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/.test(name) || runtime.readTranslations === undefined) return undefined;
  const [language = name] = name.split('-', 1);
  return (
    (await runtime.readTranslations(name)) ?? (language === name ? undefined : await runtime.readTranslations(language))
  );
}
