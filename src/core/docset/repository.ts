import { HostError, ifReadable, type Host } from '../host';
import { isContent, type Docset } from '../metadata/docfxConfig';
import { directiveFindings } from '../includes/findings';
import type { FileIncludes } from '../includes/graph';
import { effectiveMetadata, nothingInherited, type EffectiveMetadata } from '../metadata/effective';
import { parseFrontMatter, type FrontMatter } from '../frontMatter/parse';
import { compareDiagnostics, type Diagnostic } from '../rules/diagnostic';
import type { Day } from '../schema/day';
import type { MetadataSchema } from '../schema/metadataSchema';
import { basename, isInFolder, isMarkdown } from '../text/path';
import { startOfFile } from '../text/position';
import { createSourceDocument } from '../text/sourceDocument';
import { configurationFailure, configurationFindings, unmatchedPatterns } from './configurationFindings';
import { configurationName, type ConfigurationSettings } from './configuration';
import { Contexts, type ContextOverrides, type FileContext } from './contexts';
import { FileIndex } from './fileIndex';
import { docfxName, publishConfigName } from './fileKinds';
import { graded } from './grading';
import { IncludeIndex } from './includeIndex';
import { Membership, type FileInfo } from './membership';
import { Sources, type FileProblem } from './sources';
import { Results } from './results';
import { validateArticle, validateIncludeFile, type ArticleContext, type ArticleResult } from './validateArticle';
import { ValueIndex } from './valueIndex';
import { walkRepository } from './walk';

/** Files read at the same time: enough to keep a disk or a network busy. */
const parallelReads = 32;

/** A text with what is found in it, and what repairs need to know of it. */
export interface Examined {
  /** Sorted. */
  readonly diagnostics: readonly Diagnostic[];
  /** Findings on the values that docfx.json supplies, there. */
  readonly ofInherited: readonly Diagnostic[];
  readonly includes: FileIncludes;
  readonly inherited: EffectiveMetadata;
  readonly schemas: readonly MetadataSchema[];
  readonly today: Day;
}

/** What a repository keeps besides its findings. */
export interface RepositoryOptions {
  /** Whether to count the values that articles give their keys: for completion. A check does not need them. */
  readonly countsValues?: boolean;
}

/**
 * The index of one repository: reads it once, then keeps the findings of every file current as files and buffers
 * change. An edit of one article costs that article. All paths are relative to the repository root.
 */
export class Repository {
  /** Who includes whom. */
  readonly includes: IncludeIndex;
  /** The current texts: buffers before files. */
  readonly sources: Sources;
  private readonly contexts: Contexts;
  private readonly files = new FileIndex();
  private readonly membership: Membership;
  private readonly results = new Results();
  /** Which values articles give their keys; `undefined` where nobody will ask. */
  readonly values: ValueIndex | undefined;
  private walkProblems: readonly FileProblem[] = [];
  private allValidated = false;

  constructor(
    private readonly host: Host,
    overrides: ContextOverrides = {},
    { countsValues = false }: RepositoryOptions = {},
  ) {
    this.values = countsValues ? new ValueIndex() : undefined;
    this.sources = new Sources(host);
    this.contexts = new Contexts((path) => this.sources.read(path), overrides);
    this.membership = new Membership(this.files, this.contexts);
    this.includes = new IncludeIndex(this.sources, this.files, (path) => this.docsetFolderOf(path));
  }

  /** Lists the files and reads docfx.json, configurations and schemas. Validates nothing yet. */
  async load(): Promise<void> {
    const walk = await walkRepository(this.host);
    this.files.replace(walk.files, walk.outside);
    this.membership.contextsChanged();
    this.walkProblems = walk.problems;
    this.allValidated = false;
    this.values?.clear();
    this.results.clear();
    await this.contexts.load(walk.files);
    // Whoever asked meanwhile got an answer without the docsets.
    this.membership.contextsChanged();
    await this.includes.load();
  }

  /** Whether the repository holds documentation at all: a docset, or a team's configuration. */
  holdsDocumentation(): boolean {
    return (
      this.contexts.allDocsets().length > 0 ||
      this.contexts.allConfigurations().some(({ configuration }) => configuration.document !== undefined)
    );
  }

  docsets(): readonly Docset[] {
    return this.contexts.allDocsets();
  }

  /** The articles and include files that the build takes and no configuration keeps out. */
  articlesAndIncludes(): readonly string[] {
    return this.membership.articlesAndIncludes();
  }

  /** Every file that there is. */
  allFiles(): ReadonlySet<string> {
    return this.files.all();
  }

  /** Whether there is such a folder now. */
  async hasFolder(path: string): Promise<boolean> {
    return (await ifReadable(this.host.readDirectory(path))) !== undefined;
  }

  /** The folder of the docset that a path belongs to, what `~/` stands for in it; the root without one. */
  docsetFolderOf(path: string): string {
    return this.contexts.of(path).docset?.folder ?? '';
  }

  /** All Markdown, whether the build takes it or not. */
  markdownFiles(): readonly string[] {
    return this.files.markdown();
  }

  infoOf(path: string): FileInfo {
    return this.membership.infoOf(path);
  }

  /** The writer's day. */
  today(): Day {
    return this.host.today();
  }

  /** Whether a configuration keeps the file out. */
  isIgnored(path: string): boolean {
    return this.membership.isIgnored(path);
  }

  /** Whether the build takes the file and no configuration keeps it out. */
  isChecked(path: string): boolean {
    return this.membership.isChecked(path);
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
    if (this.allValidated) {
      await this.includes.follow(paths);
      await this.includes.addSources(this.membership.otherSources());
      this.includes.isComplete = true;
    }
    return done;
  }

  /** Validates one file from its buffer or from disk. Returns the other files whose findings change. */
  async validateFile(path: string): Promise<ReadonlySet<string>> {
    try {
      return this.validateText(path, await this.sources.read(path));
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return new Set([...this.drop(path), ...this.includes.graph.remove(path)]);
    }
  }

  /**
   * Validates one text under a path, at once: what an editor does at each pause in typing. Returns the other files whose
   * findings change: articles that share a value, the docfx.json that supplies a wrong one, files that include this one
   * or that it includes.
   */
  validateText(path: string, text: string): ReadonlySet<string> {
    const result = this.check(path, text, this.countValuesOf(path));
    const affected = this.results.set(path, result);
    for (const other of this.includes.setText(path, text, result.bodyStart)) affected.add(other);
    return affected;
  }

  private countValuesOf(path: string): ArticleContext['onFrontMatter'] {
    const { values } = this;
    if (values === undefined) return undefined;
    if (this.infoOf(path).kind !== 'article') {
      values.set(path, '', undefined);
      return undefined;
    }
    return ({ map }) => {
      values.set(path, this.docsetFolderOf(path), map);
    };
  }

  private check(path: string, text: string, onFrontMatter?: ArticleContext['onFrontMatter']): ArticleResult {
    const { kind, context: file } = this.infoOf(path);
    const { docset, inheritance, configuration, schemas } = file;
    const context: ArticleContext = {
      docsetFolder: docset?.folder ?? '',
      isArticle: kind === 'article',
      configuration,
      schemas,
      now: this.host.now().getTime(),
      ...(onFrontMatter === undefined ? {} : { onFrontMatter }),
    };
    if (kind === 'include') return validateIncludeFile(path, text, context);
    return validateArticle(path, text, inheritance?.of(path) ?? nothingInherited, context);
  }

  /** What is found in a text under a path by itself, without taking it over: for repairs to be tried on. */
  examine(path: string, text: string): Examined {
    const { own, unlessIncluded, inherited, bodyStart } = this.check(path, text);
    const includes = this.includes.graph.read(path, text, bodyStart);
    const { inheritance, schemas, configuration } = this.contexts.of(path);
    const ofIncludes = directiveFindings(includes).flatMap(
      (finding) => graded(configuration, { ...finding, path }) ?? [],
    );
    return {
      diagnostics: [...own, ...this.unlessBrought(path, unlessIncluded), ...ofIncludes].sort(compareDiagnostics),
      ofInherited: inherited,
      includes,
      inherited: (inheritance?.of(path) ?? nothingInherited).metadata,
      schemas,
      today: this.host.today(),
    };
  }

  /** Reads what a file includes, through others too, so that its includes can be judged before everything was read. */
  async followIncludes(path: string): Promise<void> {
    if (!this.includes.graph.knows(path)) {
      const text = await this.sources.textOf(path);
      if (text !== undefined) this.includes.setText(path, text);
    }
    await this.includes.follow([path]);
  }

  /** Drops what is known of a file that is not checked any more. Returns the other files whose findings change. */
  forget(path: string): ReadonlySet<string> {
    this.sources.forget(path);
    return this.drop(path);
  }

  /** Reads a file that is not checked: others may include it all the same. Returns the files whose findings change. */
  async readUnchecked(path: string): Promise<ReadonlySet<string>> {
    const affected = new Set(this.forget(path));
    const text = this.includes.graph.knows(path) ? await this.sources.textOf(path) : undefined;
    if (text !== undefined) for (const other of this.includes.setText(path, text)) affected.add(other);
    return affected;
  }

  private drop(path: string): Set<string> {
    this.values?.set(path, '', undefined);
    return this.results.set(path, undefined);
  }

  /** Forgets a file that is gone. Returns the files whose findings change. */
  remove(path: string): ReadonlySet<string> {
    this.files.delete(path);
    this.membership.filesChanged();
    return new Set([...this.forget(path), ...this.includes.removed(path)]);
  }

  /** Takes note of a file that came into being. Returns the files whose findings change. */
  add(path: string): ReadonlySet<string> {
    if (!this.files.add(path)) return new Set();
    this.membership.filesChanged();
    return this.includes.added(path);
  }

  /** Whether a change of this file can change the findings of others: docfx.json, configuration, schema. */
  governsOthers(path: string): boolean {
    const name = basename(path);
    return (
      name === docfxName || name === configurationName || path === publishConfigName || this.contexts.namesFile(path)
    );
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
    await this.includes.contextsChanged();
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
    const all = this.results.paths().flatMap((path) => this.ofArticle(path));
    all.push(...this.ofConfigurations(), ...this.ofFiles([...this.sources.problems(), ...this.walkProblems]));
    return all.sort(compareDiagnostics);
  }

  /** The findings of one file, sorted. */
  diagnosticsOf(path: string): Diagnostic[] {
    const problem = this.sources.problemOf(path);
    const found = [...this.ofArticle(path), ...(problem === undefined ? [] : this.ofFiles([problem]))];
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
    const text = isMarkdown(path) ? await this.sources.textOf(path) : undefined;
    if (text === undefined) return { metadata: inherited, frontMatter: undefined, context };
    const frontMatter = parseFrontMatter(text);
    const metadata = frontMatter.readByBuild
      ? effectiveMetadata(inherited, frontMatter.map, createSourceDocument(path, text))
      : inherited;
    return { metadata, frontMatter, context };
  }

  /** What the build takes may have changed: results of files that it does not take any more must not stay. */
  private dropUnchecked(): void {
    this.membership.contextsChanged();
    for (const path of this.results.paths()) if (!this.isChecked(path)) this.forget(path);
  }

  private ofArticle(path: string): Diagnostic[] {
    if (!this.results.has(path)) return [];
    const missed = this.unlessBrought(path, this.results.unlessIncluded(path));
    return [...this.results.of(path), ...missed, ...this.ofIncludes(path)];
  }

  /** Drops findings on a missing heading where an include brings one in, or might. */
  private unlessBrought(path: string, findings: readonly Diagnostic[]): readonly Diagnostic[] {
    return findings.length > 0 && this.includes.graph.mayBringH1(path) ? [] : findings;
  }

  private ofIncludes(path: string): Diagnostic[] {
    const found = this.includes.findingsOf(path);
    if (this.isNothingButInclude(path)) {
      const unused = this.includes.unusedFinding(path);
      if (unused !== undefined) found.push(unused);
    }
    if (found.length === 0) return [];
    const { configuration } = this.contexts.of(path);
    return found.flatMap((finding) => graded(configuration, finding) ?? []);
  }

  /** A docset may publish what lies in a folder of includes, too. */
  private isNothingButInclude(path: string): boolean {
    const { kind, context } = this.infoOf(path);
    return kind === 'include' && !(context.docset !== undefined && isContent(context.docset, path));
  }

  private ofConfigurations(): Diagnostic[] {
    return [
      ...configurationFindings(this.contexts),
      ...this.results.inherited(),
      ...(this.allValidated ? unmatchedPatterns(this.contexts, this.files.all()) : []),
    ];
  }

  private ofFiles(problems: readonly FileProblem[]): Diagnostic[] {
    return problems.flatMap(
      (problem) => graded(this.contexts.of(problem.path).configuration, { ...problem, range: startOfFile }) ?? [],
    );
  }
}
