import type { Host } from '../host';
import { parseFrontMatter } from '../frontMatter/parse';
import type { Docset } from '../metadata/docfxConfig';
import type { Diagnostic } from '../rules/diagnostic';
import type { Day } from '../schema/day';
import { dirname, isMarkdown } from '../text/path';
import { examineText, type Examined } from './checkText';
import type { ConfigurationSettings } from './configuration';
import { Baselines } from './baselines';
import { Contexts, type ContextOverrides } from './contexts';
import { FactReader, type FileFacts } from './facts';
import { FileIndex } from './fileIndex';
import { Findings } from './findings';
import { Governors } from './governors';
import { IncludeIndex } from './includeIndex';
import { KnownFindings } from './knownFindings';
import { LinkIndex } from './linkIndex';
import { Membership } from './membership';
import { metadataOf, type FileMetadata } from './metadataOf';
import { RepositoryFiles } from './repositoryFiles';
import { Sources } from './sources';
import { Results } from './results';
import { TakenFacts } from './takenFacts';
import { UncheckedFiles } from './uncheckedFiles';
import type { SharedValue } from './uniqueness';
import { ValueIndex } from './valueIndex';
import { isSkipped, walkRepository, type Walk } from './walk';

/** Files read at the same time: enough to keep a disk or a network busy. */
const parallelReads = 32;

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
  /** Who links to whom. */
  readonly links: LinkIndex;
  /** The current texts: buffers before files. */
  readonly sources: Sources;
  private readonly contexts: Contexts;
  private readonly governors: Governors;
  private readonly facts: FactReader;
  private readonly index = new FileIndex();
  /** Which files there are, and what they are. */
  readonly files: RepositoryFiles;
  private readonly membership: Membership;
  private readonly unchecked: UncheckedFiles;
  private readonly results = new Results();
  private readonly taken: TakenFacts;
  /** Which values articles give their keys; `undefined` where nobody will ask. */
  readonly values: ValueIndex | undefined;
  private readonly findings: Findings;
  /** The findings that teams know of. */
  readonly known: KnownFindings;

  constructor(
    private readonly host: Host,
    overrides: ContextOverrides = {},
    { countsValues = false }: RepositoryOptions = {},
  ) {
    this.values = countsValues ? new ValueIndex() : undefined;
    const sources = (this.sources = new Sources(host));
    const readText = (path: string): Promise<string> => sources.read(path);
    const { index, results } = this;
    const isThere = (path: string): boolean => index.has(path) || sources.bufferOf(path) !== undefined;
    const loadCompiler = host.loadSchemaCompiler?.bind(host);
    const contexts = (this.contexts = new Contexts(readText, overrides, loadCompiler, isThere));
    const membership = (this.membership = new Membership(index, contexts));
    const files = (this.files = new RepositoryFiles(host, index, contexts, membership));
    const docsetFolderOf = (path: string): string => files.docsetFolderOf(path);
    const includes = (this.includes = new IncludeIndex(sources, index, docsetFolderOf));
    const docsets = (): readonly Docset[] => files.docsets();
    const ofLinks = { sources, files: index, includes, membership, docsetFolderOf, docsets };
    const links = (this.links = new LinkIndex(ofLinks));
    this.unchecked = new UncheckedFiles({ includes, links, membership, sources });
    this.taken = new TakenFacts(results, includes, links);
    this.facts = new FactReader({ host, includes, links, membership, sources });
    const baselines = new Baselines(readText, (path) => index.has(path));
    this.known = new KnownFindings(baselines, contexts, sources);
    const dropUnchecked = (): void => {
      this.dropUnchecked();
    };
    this.governors = new Governors({ baselines, contexts, includes, links, membership, sources, dropUnchecked });
    this.findings = new Findings({ baselines, contexts, files: index, includes, links, membership, results, sources });
  }

  /**
   * Lists the files and reads docfx.json, configurations and schemas. Validates nothing yet.
   *
   * @param known the files, where they were listed just now
   */
  async load(known?: Walk): Promise<void> {
    const walk = known ?? (await walkRepository(this.host));
    this.index.replace(walk.files, walk.outside, walk.ignored);
    this.membership.contextsChanged();
    this.findings.walkProblems = walk.problems;
    this.findings.isComplete = false;
    this.values?.clear();
    this.results.clear();
    await this.governors.load(walk.files);
  }

  /** Whether the repository holds documentation at all: a docset, or a team's configuration. */
  holdsDocumentation(): boolean {
    return this.governors.holdDocumentation();
  }

  /** What an article is called: by its front matter, where that is known, or else its first heading. */
  titleOf(path: string): string | undefined {
    return this.values?.titleOf(path) ?? this.links.firstHeadingOf(path);
  }

  /** The writer's day. */
  today(): Day {
    return this.host.today();
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
    const isEnded = (): boolean => signal?.aborted === true;
    const work = async (): Promise<void> => {
      while (next < paths.length && !isEnded()) {
        const path = paths[next++];
        if (path === undefined) return;
        const facts = await this.readFile(path);
        // Whoever ended this may have had reason to: what governs the file may be another now.
        if (isEnded()) return;
        if (facts === undefined) this.gone(path);
        else this.taken.put(facts);
        onFile?.(++done);
      }
    };
    await Promise.all(Array.from({ length: Math.min(parallelReads, paths.length) }, work));
    return done;
  }

  /**
   * Validates every article and include file.
   *
   * @param validate what does so with many, such as threads
   */
  async validateAll(
    onFile?: (done: number, all: number) => void,
    signal?: { readonly aborted: boolean },
    validate: Repository['validate'] = this.validate.bind(this),
  ): Promise<number> {
    const paths = this.membership.articlesAndIncludes();
    const done = await validate(paths, (count) => onFile?.(count, paths.length), signal);
    // A run that was ended says nothing of what another one has read.
    if (done === paths.length) {
      this.findings.isComplete = true;
      await this.unchecked.readAll();
      this.includes.isComplete = true;
    }
    return done;
  }

  /** Makes what is known of files that are not checked fit what governs them now, once those were validated that it concerns. */
  async governedAnew(): Promise<void> {
    for (const path of this.results.paths())
      if (!this.membership.isChecked(path) && this.sources.bufferOf(path) === undefined) this.drop(path);
    this.unchecked.forgetUnread();
    if (this.includes.isComplete) await this.unchecked.readAll();
  }

  /** Validates one file from its buffer or from disk. Returns the other files whose findings change. */
  async validateFile(path: string): Promise<ReadonlySet<string>> {
    const facts = await this.readFile(path);
    return facts === undefined ? this.gone(path) : this.taken.take(facts);
  }

  /**
   * Validates one text under a path, at once: what an editor does at each pause in typing. Returns the other files whose
   * findings change: articles that share a value, the docfx.json that supplies a wrong one, files that include this one
   * or that it includes.
   */
  validateText(path: string, text: string): ReadonlySet<string> {
    return this.taken.take(this.readText(path, text));
  }

  /** `undefined` where there is no such file, or it cannot be read. */
  private async readFile(path: string): Promise<FileFacts | undefined> {
    const text = await this.sources.textOf(path);
    return text === undefined ? undefined : this.readText(path, text);
  }

  private readText(path: string, text: string): FileFacts {
    const frontMatter = parseFrontMatter(text);
    if (this.values !== undefined) {
      const isArticle = this.membership.infoOf(path).kind === 'article';
      this.values.set(path, this.files.docsetFolderOf(path), isArticle ? frontMatter.map : undefined);
    }
    return this.facts.of(path, text, frontMatter);
  }

  private gone(path: string): ReadonlySet<string> {
    return new Set([...this.drop(path), ...this.includes.graph.remove(path), ...this.links.removed(path)]);
  }

  /** What a file tells that others know nothing of yet; `undefined` where it cannot be read as it is. */
  factsOf(path: string): Promise<FileFacts | undefined> {
    return this.facts.read(path);
  }

  /** What a checked file told; `undefined` for one that was not checked, or cannot be read as it is. */
  takenFrom(path: string): FileFacts | undefined {
    const facts = this.sources.problemOf(path) === undefined ? this.taken.of(path) : undefined;
    return facts?.result !== undefined || this.membership.isLinkList(path) ? facts : undefined;
  }

  /** The texts that decide what is found in files by themselves, by path. */
  governingTexts(): ReturnType<Contexts['governingTexts']> {
    return this.contexts.governingTexts();
  }

  /** Takes over what was found in a file: by another thread, or in an earlier check. */
  put(facts: FileFacts): void {
    this.taken.put(facts);
  }

  /** Takes over what a text includes and links to. Returns the other files whose findings change. */
  takeText(path: string, text: string): ReadonlySet<string> {
    const affected = this.taken.takeReferences(path, this.facts.referencesOf(path, text));
    if (isMarkdown(path) || !this.membership.isOtherSource(path)) return affected;
    return new Set([...affected, ...this.includes.setSource(path, text)]);
  }

  /** What is found in a text under a path by itself, without taking it over: for repairs to be tried on. */
  examine(path: string, text: string): Examined {
    const { membership, host, includes, links, findings } = this;
    return examineText({ membership, host, includes, links, findings }, path, text);
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
    const affected = this.forget(path);
    return new Set([...affected, ...(await this.unchecked.read(path))]);
  }

  private drop(path: string): Set<string> {
    this.values?.set(path, '', undefined);
    return this.results.set(path, undefined);
  }

  /** Forgets a file that is gone. Returns the files whose findings change. */
  remove(path: string): ReadonlySet<string> {
    this.index.delete(path);
    this.membership.filesChanged();
    const affected = [...this.forget(path), ...this.includes.removed(path), ...this.links.removed(path)];
    return new Set([...affected, ...this.contexts.filesChanged(path)]);
  }

  /** Takes note of a file that came into being. Returns the files whose findings change. */
  add(path: string): ReadonlySet<string> {
    if (isSkipped(dirname(path)) || !this.index.add(path)) return new Set();
    this.membership.filesChanged();
    const affected = [...this.includes.added(path), ...this.links.resolveTo(path)];
    return new Set([...affected, ...this.contexts.filesChanged(path)]);
  }

  /** Whether a change of this file can change the findings of others: docfx.json, configuration, schema, baseline. */
  governsOthers(path: string): boolean {
    return this.governors.include(path);
  }

  /** Reads a file again that governs others. Returns the files to validate again. */
  reload(path: string): Promise<readonly string[]> {
    return this.governors.reload(path);
  }

  setSettings(settings: ConfigurationSettings): Promise<void> {
    return this.governors.setSettings(settings);
  }

  /** Why nothing can be checked: a configuration or a schema that cannot be used. One sentence. */
  configurationFailure(): string | undefined {
    return this.governors.failure();
  }

  /** Every finding of the repository as far as it was validated, sorted. */
  diagnostics(): Diagnostic[] {
    return this.findings.all();
  }

  /** The findings of one file, sorted. */
  diagnosticsOf(path: string): Diagnostic[] {
    return this.findings.of(path, this.governsOthers(path));
  }

  /** The values that several articles of a docset have although each should have its own, as far as it was validated. */
  duplicates(): readonly SharedValue[] {
    return this.results.shared();
  }

  /** Files that have findings although they are no articles. */
  configurationPaths(): string[] {
    return this.findings.configurationPaths();
  }

  /** Effective metadata of any path of a docset, with the front matter where the file has one that the build reads. */
  metadataOf(path: string): Promise<FileMetadata> {
    return metadataOf(this.contexts, this.sources, path);
  }

  /** What the build takes may have changed: results of files that it does not take any more must not stay. */
  private dropUnchecked(): void {
    this.membership.contextsChanged();
    for (const path of this.results.paths()) {
      if (this.membership.isChecked(path)) continue;
      if (this.unchecked.mayInclude(path) || this.membership.isLinkList(path)) this.drop(path);
      else this.forget(path);
    }
  }
}
