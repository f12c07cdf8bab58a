import type { ConfigurationSettings } from '../core/docset/configuration';
import { objectOf, stringsOf } from '../core/text/jsonValue';

/** The settings `dynamicsDocs.*` of one folder, as the server uses them. */
export interface Settings extends ConfigurationSettings {
  readonly enabled: boolean;
  /** Milliseconds between the last keystroke and the check. */
  readonly debounce: number;
  /** The writer's GitHub ID. */
  readonly author?: string;
  /** The writer's Microsoft alias. */
  readonly alias?: string;
  /** Whether articles show what they inherit. */
  readonly showsInherited: boolean;
  /** How findings are shown that a baseline holds. */
  readonly knownFindings: KnownFindingsDisplay;
  /** Whether the editor itself tells of links in open documents that lead nowhere. */
  readonly editorChecksLinks: boolean;
}

const displays = ['hint', 'hidden', 'as found'] as const;

export type KnownFindingsDisplay = (typeof displays)[number];

export const defaultSettings: Settings = {
  enabled: true,
  debounce: 200,
  showsInherited: true,
  knownFindings: 'hint',
  editorChecksLinks: false,
};

/**
 * Reads settings from whatever a client sends; what has a wrong type falls back to its default.
 *
 * @param editor the section `markdown.validate`, by which VS Code checks links itself
 */
export function settingsFrom(value: unknown, editor?: unknown): Settings {
  const section = objectOf(value);
  const validate = objectOf(section.validate);
  const baseline = objectOf(section.baseline);
  const { inherited } = objectOf(section.inlayHints);
  const schema = section.metadataSchema;
  const schemas = typeof schema === 'string' && schema !== '' ? schema : stringsOf(schema);
  return {
    enabled: typeof validate.enable === 'boolean' ? validate.enable : defaultSettings.enabled,
    debounce: typeof validate.debounce === 'number' ? Math.max(0, validate.debounce) : defaultSettings.debounce,
    ...(schemas.length > 0 ? { metadataSchema: schemas } : {}),
    ...named('author', section.author),
    ...named('alias', section.alias),
    showsInherited: typeof inherited === 'boolean' ? inherited : defaultSettings.showsInherited,
    knownFindings: displays.find((display) => display === baseline.findings) ?? defaultSettings.knownFindings,
    editorChecksLinks: objectOf(editor).enabled === true,
    rules: objectOf(section.rules),
    ignore: stringsOf(section.ignore),
  };
}

/** A name without the `@` that people put in front of it; nothing for an empty one. */
function named<K extends string>(key: K, value: unknown): Partial<Record<K, string>> {
  const name = typeof value === 'string' ? value.trim().replace(/^@/, '') : '';
  return name === '' ? {} : ({ [key]: name } as Partial<Record<K, string>>);
}
