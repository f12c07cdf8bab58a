import { baselineName } from '../baseline/format';
import { compileGlob, type Glob } from '../metadata/glob';
import { isRuleSetting, type RuleSetting } from '../rules/severity';
import { toFindings } from '../schema/findings';
import { configKeys } from '../schema/generated/facts';
import { config } from '../schema/generated/validators';
import { bundledSchemaName } from '../schema/metadataSchema';
import { readJson } from '../text/jsonDocument';
import { childOf, entryOf, nodeAt, stringsOf, toJson, type LocatedNode } from '../text/locatedNode';
import { dirname, isInFolder, join, resolvePath } from '../text/path';
import type { Span } from '../text/position';
import { createSourceDocument, type SourceDocument } from '../text/sourceDocument';
import { bundledProfiles, type Profile } from '../structure/profile';
import { closest } from '../text/suggest';
import { readProfiles } from './readProfiles';
import { t } from '../text/localize';

export const configurationName = '.dynamics-docs.json';

/** Names one metadata schema: the bundled one, or a file. */
export interface SchemaReference {
  /** `dynamics`, or the root-relative path of a schema file; `undefined` for a path that leaves the repository. */
  readonly name: string | undefined;
  /** As written. */
  readonly written: string;
  /** Where it is written; `undefined` when it comes from settings or from the command line. */
  readonly place: { readonly document: SourceDocument; readonly span: Span } | undefined;
}

export interface ConfigurationProblem {
  readonly message: string;
  readonly span: Span;
  /** Whether a part of the configuration could not be used because of it. */
  readonly fatal: boolean;
}

/** What a team asks for: from `.dynamics-docs.json`, from VS Code's settings, or the defaults. */
export interface Configuration {
  /** The file; `undefined` for settings and defaults. */
  readonly document: SourceDocument | undefined;
  /** Root-relative folder that it governs and that its paths start from. */
  readonly folder: string;
  readonly schemas: readonly SchemaReference[];
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly ignore: readonly Glob[];
  /** Kinds of articles with sections of their own. */
  readonly profiles: readonly Profile[];
  /** Root-relative path of the file that holds the findings which are known; nothing need be there. */
  readonly baseline: string;
  /** Root-relative folder of the templates for new articles; its files are no articles. */
  readonly templates?: string | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

/** The same choices as VS Code's settings offer them; the file wins over them. */
export interface ConfigurationSettings {
  readonly metadataSchema?: string | readonly string[];
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly ignore?: readonly string[];
}

export function configurationFromSettings(settings: ConfigurationSettings = {}): Configuration {
  const written = [settings.metadataSchema ?? bundledSchemaName].flat();
  return {
    document: undefined,
    folder: '',
    schemas: written.map((name) => schemaReference(name, '', undefined)),
    rules: new Map(
      Object.entries(settings.rules ?? {}).flatMap(([code, setting]) =>
        isRuleSetting(setting) ? [[code, setting] as const] : [],
      ),
    ),
    ignore: (settings.ignore ?? []).map(compileGlob),
    profiles: bundledProfiles,
    baseline: baselineName,
    problems: [],
  };
}

/**
 * Reads `.dynamics-docs.json`. What is wrong in it becomes a problem at its place; the rest is used.
 *
 * @param path root-relative
 */
export function readConfiguration(path: string, text: string): Configuration {
  const document = createSourceDocument(path, text);
  const folder = dirname(path);
  const { node, errors } = readJson(text);
  const problems: ConfigurationProblem[] = errors.map((error) => ({ ...error, fatal: true }));
  if (node !== undefined) problems.push(...shapeProblems(node));
  const schemas = stringsOf(childOf(node, 'metadataSchema')).map(({ text: written, span }) =>
    schemaReference(written, folder, { document, span }),
  );
  return {
    document,
    folder,
    schemas: schemas.length > 0 ? schemas : [schemaReference(bundledSchemaName, folder, undefined)],
    rules: readRules(childOf(node, 'rules')),
    ignore: stringsOf(childOf(node, 'ignore')).map((pattern) => compileGlob(pattern.text)),
    profiles: readProfiles(childOf(node, 'articleProfiles')),
    baseline: readBaselinePath(childOf(node, 'baseline'), folder, problems),
    templates: readTemplates(childOf(node, 'templates'), folder, problems),
    problems,
  };
}

/** Whether a severity of a team, or the default, applies to a code. */
export function severityOf(configuration: Configuration, code: string, setting: RuleSetting): RuleSetting {
  return configuration.rules.get(code) ?? setting;
}

export function schemaReference(written: string, folder: string, place: SchemaReference['place']): SchemaReference {
  return { name: written === bundledSchemaName ? written : resolvePath(folder, written), written, place };
}

function readBaselinePath(node: LocatedNode | undefined, folder: string, problems: ConfigurationProblem[]): string {
  const [written] = stringsOf(node);
  const path = written === undefined ? undefined : resolvePath(folder, written.text);
  if (written !== undefined && path === undefined) problems.push(outside(written));
  return path ?? join(folder, baselineName);
}

function outside({ text, span }: { readonly text: string; readonly span: Span }): ConfigurationProblem {
  return { message: t("'{0}' lies outside of the repository.", text), span, fatal: false };
}

function readTemplates(
  node: LocatedNode | undefined,
  folder: string,
  problems: ConfigurationProblem[],
): string | undefined {
  const [written] = stringsOf(node);
  if (written === undefined) return undefined;
  const path = resolvePath(folder, written.text);
  if (path === undefined) problems.push(outside(written));
  else if (isInFolder(folder, path)) {
    const message = t('Name a folder of its own for templates: what lies in it is not checked.');
    problems.push({ message, span: written.span, fatal: false });
  } else return path;
  return undefined;
}

function readRules(node: LocatedNode | undefined): ReadonlyMap<string, RuleSetting> {
  if (node?.kind !== 'map') return new Map();
  return new Map(
    node.entries.flatMap((entry) => {
      const setting = toJson(entry.value);
      return isRuleSetting(setting) ? [[entry.key, setting] as const] : [];
    }),
  );
}

function shapeProblems(root: LocatedNode): ConfigurationProblem[] {
  const data = toJson(root);
  config.call({ now: 0 }, data);
  return toFindings(config.errors ?? [], data).map((finding) => {
    const key = finding.path.at(-1);
    const parent = nodeAt(root, finding.path.slice(0, -1));
    const entry = typeof key === 'string' && parent?.kind === 'map' ? entryOf(parent, key) : undefined;
    if (finding.code === 'unknown-field' && entry !== undefined)
      return unknownKey(entry.key, entry.keySpan, parent === root);
    const span = (finding.place === 'key' ? entry?.keySpan : nodeAt(root, finding.path)?.span) ?? {
      start: root.span.start,
      end: root.span.start + 1,
    };
    return {
      message: finding.message,
      span,
      fatal: finding.code === 'unexpected-type' || finding.code === 'invalid-value',
    };
  });
}

function unknownKey(key: string, span: Span, atTop: boolean): ConfigurationProblem {
  const meant = atTop ? closest(key, configKeys) : undefined;
  const message = t("There is no key '{0}' here.", key);
  return {
    message: meant === undefined ? message : `${message} ${t("Did you mean '{0}'?", meant)}`,
    span,
    fatal: false,
  };
}
