import { HostError, type Host } from '../host';
import { effectiveMetadata, nothingInherited, type EffectiveMetadata } from '../metadata/effective';
import { parseFrontMatter, type FrontMatter } from '../frontMatter/parse';
import { compareDiagnostics, type Diagnostic } from '../rules/diagnostic';
import { basename, isInFolder, relativePath } from '../text/path';
import { compareRanges } from '../text/position';
import { createSourceDocument } from '../text/sourceDocument';
import { configurationFailure, configurationFindings, fileFinding, unmatchedPatterns } from './configurationFindings';
import { configurationName, type ConfigurationSettings } from './configuration';
import { Contexts, type ContextOverrides, type FileContext } from './contexts';
import { docfxName, kindOf, type FileKind } from './fileKinds';
import { UniquenessIndex } from './uniqueness';
import { validateArticle, validateIncludeFile, type ArticleResult } from './validateArticle';
import { walkRepository, type WalkProblem } from './walk';

/** What a person may want to know about a file besides its findings. */
export interface FileInfo {
  readonly kind: FileKind;
  readonly context: FileContext;
}

/** Files read at the same time: enough to keep a disk or a network busy. */
const parallelReads = 32;

const nothing: ArticleResult = { own: [], inherited: [], unique: [] };

/**
 * The index of one repository: reads it once, then keeps the findings of every file current as files and buffers
 * change. An edit of one article costs that article. All paths are relative to the repository root.
 */
export class Repository {
  private readonly contexts: Contexts;
  private readonly buffers = new Map<string, string>();
  private readonly results = new Map<string, ArticleResult>();
  private readonly fileProblems = new Map<string, Diagnostic>();
  private readonly unique = new UniquenessIndex();
  private files = new Set<string>();
  /** Which files are checked and what each one is, until docfx.json or a configuration changes. */
  private checked: readonly string[] | undefined;
  private readonly kinds = new Map<string, FileKind>();
  private walkProblems: readonly WalkProblem[] = [];
  private allValidated = false;

  constructor(
    private readonly host: Host,
    overrides: ContextOverrides = {},
  ) {
    this.contexts = new Contexts((path) => this.readText(path), overrides);
  }

  /** Lists the files and reads docfx.json, configurations and schemas. Validates nothing yet. */
  async load(): Promise<void> {
    const walk = await walkRepository(this.host);
    this.files = new Set(walk.files);
    this.checked = undefined;
    this.kinds.clear();
    this.walkProblems = walk.problems;
    this.allValidated = false;
    this.unique.clear();
    this.results.clear();
    await this.contexts.load(walk.files);
    // Whoever asked meanwhile got an answer without the docsets.
    this.kinds.clear();
  }

  /** Whether the repository holds documentation at all: a docset, or a team's configuration. */
  holdsDocumentation(): boolean {
    return (
      this.contexts.allDocsets().length > 0 ||
      this.contexts.allConfigurations().some(({ configuration }) => configuration.document !== undefined)
    );
  }

  /** The articles and include files that the build takes and no configuration keeps out. */
  articlesAndIncludes(): readonly string[] {
    return (this.checked ??= [...this.files].filter((path) => this.isChecked(path)));
  }

  /** Every file that git does not ignore. */
  filePaths(): ReadonlySet<string> {
    return this.files;
  }

  infoOf(path: string): FileInfo {
    const context = this.contexts.of(path);
    let kind = this.kinds.get(path);
    if (kind === undefined) {
      kind = kindOf(path, context.docset);
      this.kinds.set(path, kind);
    }
    return { kind, context };
  }

  /** Whether a configuration keeps the file out. */
  isIgnored(path: string): boolean {
    const { configuration } = this.contexts.of(path);
    if (!isInFolder(path, configuration.folder)) return false;
    const relative = relativePath(configuration.folder, path);
    return configuration.ignore.some((glob) => glob.matches(relative));
  }

  /**
   * Reads and validates files, many at a time.
   *
   * @param onFile called after each, with the number done
   * @returns how many were validated; fewer than asked for when `signal` was raised
   */
  async validate(
    paths: readonly string[],
    onFile?: (done: number) => void,
    signal?: { readonly aborted: boolean },
  ): Promise<number> {
    let next = 0;
    let done = 0;
    const work = async (): Promise<void> => {
      while (next < paths.length && signal?.aborted !== true) {
        const path = paths[next++];
        if (path === undefined) return;
        await this.validateFile(path);
        onFile?.(++done);
      }
    };
    await Promise.all(Array.from({ length: Math.min(parallelReads, paths.length) }, work));
    return done;
  }

  /** Validates every article and include file. */
  async validateAll(
    onFile?: (done: number, all: number) => void,
    signal?: { readonly aborted: boolean },
  ): Promise<number> {
    const paths = this.articlesAndIncludes();
    const done = await this.validate(paths, (count) => onFile?.(count, paths.length), signal);
    this.allValidated = done === paths.length;
    return done;
  }

  /** Validates one file from its buffer or from disk. Returns the other files whose findings change. */
  async validateFile(path: string): Promise<ReadonlySet<string>> {
    try {
      const text = await this.readText(path);
      // A buffer that was opened while the file was being read wins.
      return this.validateText(path, this.buffers.get(path) ?? text);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return this.replaceResult(path, undefined);
    }
  }

  /**
   * Validates one text under a path, at once: what an editor does at each pause in typing. Returns the other files whose
   * findings change: articles that share a value, and the docfx.json that supplies a wrong one.
   */
  validateText(path: string, text: string): ReadonlySet<string> {
    const { kind, context: file } = this.infoOf(path);
    const { docset, inheritance, configuration, schemas } = file;
    const context = { docsetFolder: docset?.folder ?? '', configuration, schemas, now: this.host.now().getTime() };
    const result =
      kind === 'include'
        ? validateIncludeFile(path, text, context)
        : validateArticle(path, text, inheritance?.of(path) ?? nothingInherited, context);
    return this.replaceResult(path, kind === 'article' ? result : { ...result, unique: [] });
  }

  /** Drops what is known of a file that is not checked any more. Returns the other files whose findings change. */
  forget(path: string): ReadonlySet<string> {
    this.fileProblems.delete(path);
    return this.replaceResult(path, undefined);
  }

  private replaceResult(path: string, result: ArticleResult | undefined): ReadonlySet<string> {
    const before = this.results.get(path) ?? nothing;
    const after = result ?? nothing;
    if (result === undefined) this.results.delete(path);
    else this.results.set(path, result);
    const affected = new Set(this.unique.set(path, after.unique));
    if (!samePlaces(before.inherited, after.inherited)) {
      for (const diagnostic of [...before.inherited, ...after.inherited]) affected.add(diagnostic.path);
    }
    return affected;
  }

  /** The editor's text wins over the one on disk, as long as there is one. */
  setBuffer(path: string, text: string | undefined): void {
    if (text === undefined) this.buffers.delete(path);
    else this.buffers.set(path, text);
  }

  /** Forgets a file that is gone. Returns the files whose findings change. */
  remove(path: string): ReadonlySet<string> {
    this.files.delete(path);
    this.checked = undefined;
    return this.forget(path);
  }

  add(path: string): void {
    this.files.add(path);
    this.checked = undefined;
  }

  /** Whether a change of this file can change the findings of others: docfx.json, configuration, schema. */
  governsOthers(path: string): boolean {
    const name = basename(path);
    return name === docfxName || name === configurationName || this.contexts.namesFile(path);
  }

  /** Reads a file again that governs others. Returns the files to validate again. */
  async reload(path: string): Promise<readonly string[]> {
    const hadDocsets = this.contexts.allDocsets().length > 0;
    const folders = await this.contexts.reload(path);
    // The first docset of a repository, and the last one to go, decide about every file.
    const everywhere = hadDocsets !== this.contexts.allDocsets().length > 0;
    // A docset may take its content from outside of its folder.
    const isConcerned = (file: string): boolean => {
      const docset = this.contexts.of(file).docset?.folder;
      return everywhere || folders.some((folder) => folder === docset || isInFolder(file, folder));
    };
    this.dropUnchecked();
    return this.articlesAndIncludes().filter(isConcerned);
  }

  async setSettings(settings: ConfigurationSettings): Promise<void> {
    await this.contexts.setSettings(settings);
    this.dropUnchecked();
  }

  /** Why nothing can be checked: a configuration or a schema that cannot be used. One sentence. */
  configurationFailure(): string | undefined {
    return configurationFailure(this.contexts);
  }

  /** Every finding of the repository as far as it was validated, sorted. */
  diagnostics(): Diagnostic[] {
    const all = [...this.results.keys()].flatMap((path) => this.ofArticle(path));
    all.push(...this.ofConfigurations(), ...this.fileProblems.values(), ...this.ofWalk());
    return all.sort(compareDiagnostics);
  }

  /** The findings of one file, sorted. */
  diagnosticsOf(path: string): Diagnostic[] {
    const problem = this.fileProblems.get(path);
    const found = [...this.ofArticle(path), ...(problem === undefined ? [] : [problem])];
    if (this.governsOthers(path))
      found.push(...this.ofConfigurations().filter((diagnostic) => diagnostic.path === path));
    return found.sort(compareDiagnostics);
  }

  /** Files that have findings although they are no articles. */
  configurationPaths(): string[] {
    return [...new Set(this.ofConfigurations().map((diagnostic) => diagnostic.path))];
  }

  /** Effective metadata of any path of a docset, with the front matter where the file has one that the build reads. */
  async metadataOf(
    path: string,
  ): Promise<{ metadata: EffectiveMetadata; frontMatter: FrontMatter | undefined; context: FileContext }> {
    const context = this.contexts.of(path);
    const inherited = (context.inheritance?.of(path) ?? nothingInherited).metadata;
    const text = /\.md$/i.test(path) ? await this.textOf(path) : undefined;
    if (text === undefined) return { metadata: inherited, frontMatter: undefined, context };
    const frontMatter = parseFrontMatter(text);
    const metadata = frontMatter.readByBuild
      ? effectiveMetadata(inherited, frontMatter.map, createSourceDocument(path, text))
      : inherited;
    return { metadata, frontMatter, context };
  }

  /** What the build takes may have changed: results of files that it does not take any more must not stay. */
  private dropUnchecked(): void {
    this.checked = undefined;
    this.kinds.clear();
    for (const path of [...this.results.keys()]) if (!this.isChecked(path)) this.forget(path);
  }

  /** Whether the build takes the file and no configuration keeps it out. */
  isChecked(path: string): boolean {
    // Most files of a repository are pictures: nothing need be worked out for them.
    if (!/\.md$/i.test(path)) return false;
    const { kind, context } = this.infoOf(path);
    // Where there are docsets, the build takes nothing that lies outside of them all.
    if (context.docset === undefined && this.contexts.allDocsets().length > 0) return false;
    return (kind === 'article' || kind === 'include') && !this.isIgnored(path);
  }

  private ofArticle(path: string): Diagnostic[] {
    return [...(this.results.get(path) ?? nothing).own, ...this.unique.diagnosticsOf(path)];
  }

  private ofConfigurations(): Diagnostic[] {
    const inherited = new Map<string, Diagnostic>();
    for (const result of this.results.values()) {
      for (const diagnostic of result.inherited)
        inherited.set(
          JSON.stringify([diagnostic.path, diagnostic.range, diagnostic.code, diagnostic.message]),
          diagnostic,
        );
    }
    return [
      ...configurationFindings(this.contexts),
      ...inherited.values(),
      ...(this.allValidated ? unmatchedPatterns(this.contexts, this.files) : []),
    ];
  }

  private ofWalk(): Diagnostic[] {
    return this.walkProblems.flatMap(
      ({ code, path, message }) => fileFinding(this.contexts.of(path).configuration, code, path, message) ?? [],
    );
  }

  /** Text of a file; what is wrong with its bytes becomes a finding. */
  private async readText(path: string): Promise<string> {
    const buffer = this.buffers.get(path);
    if (buffer !== undefined) return buffer;
    try {
      const { text, invalidByte } = await this.host.readFile(path);
      if (invalidByte === undefined) this.fileProblems.delete(path);
      else this.report(path, 'file-not-utf8', `Byte ${invalidByte + 1} is not UTF-8. Save the file as UTF-8.`);
      return text;
    } catch (error) {
      if (error instanceof HostError && error.reason !== 'not-found')
        this.report(path, 'file-unreadable', `This file cannot be read: ${error.message}.`);
      throw error;
    }
  }

  /** The current text of a file; `undefined` where there is none or it cannot be read. */
  async textOf(path: string): Promise<string | undefined> {
    try {
      return await this.readText(path);
    } catch (error) {
      if (error instanceof HostError) return undefined;
      throw error;
    }
  }

  private report(path: string, code: 'file-not-utf8' | 'file-unreadable', message: string): void {
    const finding = fileFinding(this.contexts.of(path).configuration, code, path, message);
    if (finding !== undefined) this.fileProblems.set(path, finding);
  }
}

function samePlaces(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return (
    a.length === b.length &&
    a.every((diagnostic, index) => {
      const other = b[index];
      return (
        other?.code === diagnostic.code &&
        other.message === diagnostic.message &&
        other.path === diagnostic.path &&
        compareRanges(other.range, diagnostic.range) === 0
      );
    })
  );
}
