import { ifReadable, type Host } from '../host';
import { docsetOf, metadataFilesOf, readDocset, type Docset } from '../metadata/docfxConfig';
import { Inheritance, nothingInherited, type Inherited } from '../metadata/effective';
import { compareText } from '../rules/diagnostic';
import type { MetadataSchema } from '../schema/metadataSchema';
import { basename, dirname, foldersUpward, isInFolder } from '../text/path';
import {
  configurationFromSettings,
  configurationName,
  readConfiguration,
  type Configuration,
  type ConfigurationSettings,
} from './configuration';
import { docfxName } from './fileKinds';
import { SchemaStore, type SchemaFailure } from './schemaStore';

/** What governs a file: its docset, the team's configuration and the schemas. */
export interface FileContext {
  readonly docset: Docset | undefined;
  readonly inheritance: Inheritance | undefined;
  readonly configuration: Configuration;
  readonly schemas: readonly MetadataSchema[];
}

/** What the docset of a file supplies to it. */
export function inheritedBy({ inheritance }: FileContext, path: string): Inherited {
  return inheritance?.of(path) ?? nothingInherited;
}

interface ReadyConfiguration {
  readonly configuration: Configuration;
  readonly schemas: readonly MetadataSchema[];
  readonly failures: readonly SchemaFailure[];
}

/** Replaces what the repository's own files say, as options of the command line do. */
export interface ContextOverrides {
  /** Used where no `.dynamics-docs.json` governs a file. */
  readonly settings?: ConfigurationSettings;
  /** Used for every file, whatever the repository holds. */
  readonly configuration?: Configuration;
  /** Root-relative; used instead of the baseline that any configuration names. */
  readonly baseline?: string;
  /** Used instead of the schemas that any configuration names. */
  readonly schemas?: Configuration['schemas'];
}

/** The docsets, configurations and schemas of a repository, read once and again when they change. */
export class Contexts {
  private readonly docsets = new Map<string, Docset>();
  private readonly inheritances = new Map<string, Inheritance>();
  private readonly metadataFiles = new Map<string, ReadonlySet<string>>();
  private readonly configurations = new Map<string, ReadyConfiguration>();
  private fallback: ReadyConfiguration | undefined;
  /** By folder, where all its files have the same; empty after each change of what is above. */
  private readonly byFolder = new Map<string, FileContext>();
  readonly schemaStore: SchemaStore;

  constructor(
    private readonly readText: (path: string) => Promise<string>,
    private overrides: ContextOverrides,
    loadCompiler?: Host['loadSchemaCompiler'],
    private readonly isThere: (path: string) => boolean = () => true,
  ) {
    this.schemaStore = new SchemaStore(readText, loadCompiler);
  }

  /** Reads every docfx.json and configuration among the files. */
  async load(files: readonly string[]): Promise<void> {
    this.docsets.clear();
    this.configurations.clear();
    this.byFolder.clear();
    const names = new Set(this.overrides.configuration === undefined ? [docfxName, configurationName] : [docfxName]);
    this.fallback = await this.ready(
      this.overrides.configuration ?? configurationFromSettings(this.overrides.settings),
    );
    this.byFolder.clear();
    await Promise.all(files.filter((file) => names.has(basename(file))).map((file) => this.reload(file)));
  }

  /** Takes over new settings. The caller validates again. */
  async setSettings(settings: ConfigurationSettings): Promise<void> {
    this.overrides = { ...this.overrides, settings };
    this.fallback = await this.ready(this.overrides.configuration ?? configurationFromSettings(settings));
    this.byFolder.clear();
  }

  /** Reads one docfx.json, configuration or file that they name again. Returns the folders whose articles it concerns. */
  async reload(path: string): Promise<readonly string[]> {
    const concerned = await this.readAgain(path);
    this.byFolder.clear();
    return concerned;
  }

  private async readAgain(path: string): Promise<readonly string[]> {
    const name = basename(path);
    if (name === docfxName) return this.reloadDocset(path);
    if (name === configurationName) return this.reloadConfiguration(path);
    const concerned: string[] = [];
    for (const [folder, files] of this.metadataFiles) {
      if (files.has(path)) concerned.push(...(await this.reloadDocset(this.docsets.get(folder)?.path ?? path)));
    }
    if (this.schemaStore.paths().includes(path)) concerned.push(...(await this.reloadSchema(path)));
    return concerned;
  }

  /** Whether a docfx.json or a configuration names the file: metadata files and schemas. */
  namesFile(path: string): boolean {
    return this.schemaStore.paths().includes(path) || [...this.metadataFiles.values()].some((files) => files.has(path));
  }

  /**
   * The texts that decide what is found in files, by path: docfx.json and the files of metadata that it names,
   * configurations, schemas. `undefined` for one that is named and not there.
   */
  async governingTexts(): Promise<readonly (readonly [path: string, text: string | undefined])[]> {
    const documents = [
      ...this.allDocsets().map(({ document }) => document),
      ...this.allConfigurations().flatMap(({ configuration }) => configuration.document ?? []),
    ];
    const named = [...[...this.metadataFiles.values()].flatMap((files) => [...files]), ...this.schemaStore.paths()];
    const read = await Promise.all(named.map(async (path) => [path, await this.readOptional(path)] as const));
    return [...documents.map(({ path, text }) => [path, text] as const), ...read].sort(([a], [b]) => compareText(a, b));
  }

  of(path: string): FileContext {
    const folder = dirname(path);
    const known = this.byFolder.get(folder);
    if (known !== undefined) return known;
    const docset = docsetOf(path, this.docsets);
    const { configuration, schemas } = this.configurationOf(path);
    const inheritance = docset === undefined ? undefined : this.inheritances.get(docset.folder);
    const context = { docset, inheritance, configuration, schemas };
    // A docset that lies elsewhere may take some files of a folder only.
    if (docset !== undefined && isInFolder(path, docset.folder)) this.byFolder.set(folder, context);
    return context;
  }

  allDocsets(): readonly Docset[] {
    return [...this.docsets.values()];
  }

  /** A file came or went. Returns the docfx.json of which a pattern may match its first file now, or none any more. */
  filesChanged(path: string): readonly string[] {
    const concerned = [...this.inheritances.values()].filter(
      (inheritance) => isInFolder(path, inheritance.docset.folder) && inheritance.fileChanged(path),
    );
    return concerned.map(({ docset }) => docset.path);
  }

  /** Root-relative path of the baseline that counts for a file. */
  baselineOf({ configuration }: Pick<FileContext, 'configuration'>): string {
    return this.overrides.baseline ?? configuration.baseline;
  }

  inheritanceOf(docset: Docset): Inheritance | undefined {
    return this.inheritances.get(docset.folder);
  }

  allConfigurations(): readonly ReadyConfiguration[] {
    return [...this.configurations.values(), ...(this.fallback === undefined ? [] : [this.fallback])];
  }

  private configurationOf(path: string): ReadyConfiguration {
    if (this.overrides.configuration === undefined) {
      for (const folder of foldersUpward(path)) {
        const found = this.configurations.get(folder);
        if (found !== undefined) return found;
      }
    }
    return this.fallback ?? { configuration: configurationFromSettings(), schemas: [], failures: [] };
  }

  private async ready(configuration: Configuration): Promise<ReadyConfiguration> {
    const { schemas, failures } = await this.schemaStore.load(this.overrides.schemas ?? configuration.schemas);
    return { configuration, schemas, failures };
  }

  private async reloadDocset(path: string): Promise<readonly string[]> {
    const folder = dirname(path);
    // One that no walk lists, such as a copy in a folder that git ignores, governs nothing.
    const text = this.isThere(path) ? await this.readOptional(path) : undefined;
    if (text === undefined) {
      this.docsets.delete(folder);
      this.inheritances.delete(folder);
      this.metadataFiles.delete(folder);
      return [folder];
    }
    const names = metadataFilesOf(path, text);
    const texts = new Map<string, string>();
    for (const name of names) {
      const content = await this.readOptional(name);
      if (content !== undefined) texts.set(name, content);
    }
    const docset = readDocset(path, text, texts);
    this.docsets.set(folder, docset);
    this.inheritances.set(folder, new Inheritance(docset));
    this.metadataFiles.set(folder, new Set(names));
    return [folder];
  }

  private async reloadConfiguration(path: string): Promise<readonly string[]> {
    const folder = dirname(path);
    const text = this.isThere(path) ? await this.readOptional(path) : undefined;
    if (text === undefined) this.configurations.delete(folder);
    else this.configurations.set(folder, await this.ready(readConfiguration(path, text)));
    return [folder];
  }

  private async reloadSchema(path: string): Promise<readonly string[]> {
    this.schemaStore.forget(path);
    const concerned: string[] = [];
    for (const [folder, { configuration }] of this.configurations) {
      if (!configuration.schemas.some((schema) => schema.name === path)) continue;
      this.configurations.set(folder, await this.ready(configuration));
      concerned.push(folder);
    }
    if (this.fallback?.configuration.schemas.some((schema) => schema.name === path) === true) {
      this.fallback = await this.ready(this.fallback.configuration);
      concerned.push('');
    }
    return concerned;
  }

  /** The text; `undefined` where there is no such file or it cannot be read (which the walk reports). */
  private readOptional(path: string): Promise<string | undefined> {
    return ifReadable(this.readText(path));
  }
}
