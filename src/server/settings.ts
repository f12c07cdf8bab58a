import type { ConfigurationSettings } from '../core/docset/configuration';

/** The settings `dynamicsDocs.*` of one folder, as the server uses them. */
export interface Settings extends ConfigurationSettings {
  readonly enabled: boolean;
  /** Milliseconds between the last keystroke and the check. */
  readonly debounce: number;
}

export const defaultSettings: Settings = { enabled: true, debounce: 200 };

/** Reads settings from whatever a client sends; what has a wrong type falls back to its default. */
export function settingsFrom(value: unknown): Settings {
  const section = recordFrom(value);
  const validate = recordFrom(section.validate);
  const schema = section.metadataSchema;
  const schemas = typeof schema === 'string' && schema !== '' ? schema : stringsFrom(schema);
  return {
    enabled: typeof validate.enable === 'boolean' ? validate.enable : defaultSettings.enabled,
    debounce: typeof validate.debounce === 'number' ? Math.max(0, validate.debounce) : defaultSettings.debounce,
    ...(schemas.length > 0 ? { metadataSchema: schemas } : {}),
    rules: recordFrom(section.rules),
    ignore: stringsFrom(section.ignore),
  };
}

function recordFrom(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function stringsFrom(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
