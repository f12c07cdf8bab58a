import type { IncludeGraph } from '../includes/graph';
import { isContent, type Docset } from '../metadata/docfxConfig';
import { readJson } from '../text/jsonDocument';
import { childOf, stringsOf } from '../text/locatedNode';
import { headingText } from '../structure/plainText';
import { foldersUpward, isInFolder, isMarkdown, isYaml } from '../text/path';
import type { KnownFiles } from '../links/closestFile';
import { folderFindings } from '../links/docfxFolders';
import { linkFindings, type LinkWorld } from '../links/findings';
import { noBookmarks } from '../links/bookmarks';
import { emptyPage, LinkGraph, type Page } from '../links/graph';
import { PageBookmarks } from '../links/pageBookmarks';
import { redirectionFindings, type RedirectionFinding } from '../links/redirectionFindings';
import { RedirectionMap, type RedirectionWorld } from '../links/redirectionMap';
import { readRedirections, redirectionFilesOf, type RedirectionFile } from '../links/redirections';
import { bodyStart } from '../includes/body';
import { actualPath } from '../includes/resolve';
import type { FileIndex } from './fileIndex';
import { publishConfigName } from './fileKinds';
import type { UngradedFinding } from './grading';
import type { IncludeIndex } from './includeIndex';
import type { Membership } from './membership';
import type { Sources } from './sources';
import { isSkipped } from './walk';

/** What marks a repository of translations, whose files stand beside those of the English one. */
const localizationMark = '.localization-config';

/** What marks a repository with others in it, which need not be checked out. */
const submodulesMark = '.gitmodules';

interface LinkIndexParts {
  readonly sources: Sources;
  readonly files: FileIndex;
  readonly includes: IncludeIndex;
  readonly membership: Membership;
  readonly docsetFolderOf: (path: string) => string;
  readonly docsets: () => readonly Docset[];
}

/** The links of a repository: their graph, kept current with the texts of all files that have links, and its redirections. */
export class LinkIndex {
  private readonly graph: LinkGraph;
  /** What redirections are judged by. */
  readonly redirectionWorld: RedirectionWorld;
  private redirectionPaths: readonly string[] = [];
  private readonly redirectionFiles = new Map<string, RedirectionFile>();
  private redirections: RedirectionMap;
  /** Whether pages and pictures that are not here come from the English repository. */
  private isLocalized = false;

  constructor(private readonly parts: LinkIndexParts) {
    const { files, docsetFolderOf } = parts;
    this.graph = new LinkGraph(docsetFolderOf);
    this.redirectionWorld = { has: (path) => files.has(path), all: () => files.all(), docsetFolderOf };
    this.redirections = new RedirectionMap([], this.redirectionWorld);
  }

  /** Begins anew with the files that there are now. */
  async load(): Promise<void> {
    this.graph.clear();
    await this.readPublishConfig();
  }

  /** docfx.json or the publish configuration changed. */
  async contextsChanged(): Promise<void> {
    await this.readPublishConfig();
    this.graph.resolveAll();
  }

  /** Whether a file holds redirections. */
  isRedirectionFile(path: string): boolean {
    return this.redirectionPaths.includes(path);
  }

  /** Reads a file of redirections again. Returns the files whose findings may change. */
  async reloadRedirections(path: string): Promise<ReadonlySet<string>> {
    const before = this.redirections.all;
    await this.readRedirectionFile(path);
    this.combineRedirections();
    const sources = [...before, ...this.redirections.all].map(({ source }) => source);
    return new Set(sources.flatMap((source) => [...this.graph.usersOf(source)]));
  }

  /** Takes over a text whose body starts at an offset. Returns the other files whose findings may change. */
  setText(path: string, text: string, from = bodyStart(text)): ReadonlySet<string> {
    return this.take(path, this.read(path, text, from));
  }

  /** Takes over what was read in a file. Returns the other files whose findings may change. */
  take(path: string, page: Page): ReadonlySet<string> {
    return this.graph.set(path, page) ? this.bookmarksChanged(path) : new Set();
  }

  /** As `take`, for whoever takes over many files and asks for their findings afterwards. */
  put(path: string, page: Page): void {
    this.graph.set(path, page);
  }

  /** A file came into being or is gone. Returns the other files whose findings may change. */
  resolveTo(path: string): ReadonlySet<string> {
    this.combineRedirections();
    const docsets = this.parts.docsets().filter((docset) => takesFrom(docset, path));
    // A link may name a folder: one that holds no file is not there.
    const named = [path, ...foldersUpward(path)].flatMap((each) => [...this.graph.usersOf(each)]);
    // Pages that come and go decide where redirections lead, and whether they may be.
    const redirecting = isMarkdown(path) || isYaml(path) ? this.redirectionSources() : [];
    const concerned = [...docsets, ...redirecting].map(({ document }) => document.path);
    return new Set([...named, ...concerned]);
  }

  removed(path: string): ReadonlySet<string> {
    const affected = new Set(this.forget(path));
    for (const user of this.resolveTo(path)) affected.add(user);
    return affected;
  }

  /** The bookmarks of a page, or of what it includes, are others. Returns the files whose findings may change. */
  bookmarksChanged(path: string): ReadonlySet<string> {
    const pages = [path, ...this.parts.includes.graph.dependentsOf(path)];
    return new Set([...pages.slice(1), ...pages.flatMap((page) => [...this.graph.usersOf(page)])]);
  }

  /** The files of which it is known what they link to. */
  knownPaths(): readonly string[] {
    return this.graph.paths();
  }

  /** Forgets what a file links to that is not read any more. Returns the other files whose findings may change. */
  forget(path: string): ReadonlySet<string> {
    return this.graph.remove(path) ? this.bookmarksChanged(path) : new Set();
  }

  /** Whether it is known what a file links to. */
  knows(path: string): boolean {
    return this.graph.pageOf(path) !== undefined;
  }

  /** The files that link to a page. */
  usersOf(path: string): ReadonlySet<string> {
    return this.graph.usersOf(path);
  }

  /** Reads files that have links, as far as they are not known: those that are not checked otherwise, or not yet. */
  async addSources(paths: readonly string[]): Promise<void> {
    const unknown = paths.filter((path) => this.graph.pageOf(path) === undefined);
    await this.parts.sources.eachText(unknown, (path, text) => void this.setText(path, text));
  }

  /** What a file links to; `undefined` for one that was not read. */
  pageOf(path: string): Page | undefined {
    return this.graph.pageOf(path);
  }

  /** The links of a text under a path, without taking it over. */
  read(path: string, text: string, from = bodyStart(text)): Page {
    return this.graph.read(path, text, from);
  }

  /** The text of the first heading of a page; `undefined` where there is none, or an include brings a part of it. */
  firstHeadingOf(path: string): string | undefined {
    const [written = ''] = this.graph.pageOf(path)?.bookmarks.headings.split('\n', 1) ?? [];
    return written === '' || written.includes('[!') ? undefined : headingText(written);
  }

  /** What is wrong with the links of a file as it was taken over, or of a page that was read under its path. */
  findingsOf(path: string, page = this.graph.pageOf(path)): UngradedFinding[] {
    if (page === undefined || page.links.length === 0) return [];
    const found = linkFindings(page.links, this.worldOf(path, page));
    return found.map((finding) => ({ ...finding, path }));
  }

  /** What is wrong with the folders that a docfx.json names. */
  findingsOfDocset({ path, document, folders }: Docset): UngradedFinding[] {
    const { files } = this.parts;
    if (folders.length === 0 || files.has(submodulesMark)) return [];
    const found = folderFindings(folders, this.worldOf(path, emptyPage), (folder) => files.folderInAnyCase(folder));
    return found.map(({ code, message, span }) => ({ code, path, range: document.rangeOf(span), message }));
  }

  redirectionFindings(): RedirectionFinding[] {
    return redirectionFindings(this.redirectionSources(), this.redirections, this.redirectionWorld);
  }

  /** What the links of a file are judged by. */
  worldOf(path: string, page: Page): LinkWorld {
    const { files, includes, membership } = this.parts;
    const { docset } = membership.infoOf(path).context;
    const { dependentRepositories } = includes.contextOf(path);
    return {
      path,
      files,
      redirections: this.redirections,
      stateOf: (target) => files.stateOf(target),
      hasFolder: (target) => files.hasFolder(target),
      mayBeElsewhere: (target) =>
        this.isLocalized ||
        dependentRepositories.some((folder) => isInFolder(target, folder)) ||
        isSkipped(target) ||
        files.isIgnored(target),
      isRootCertain: files.has(publishConfigName) && !this.isLocalized,
      isOutOfScope: (target) => {
        const { kind, context } = membership.infoOf(target);
        if (docset === undefined || context.docset !== docset || kind === 'toc' || kind === 'article') return false;
        const isCertain = docset.content.length > 0 && docset.content.every(({ folder }) => folder !== undefined);
        return isCertain && !isContent(docset, target);
      },
      bookmarksOf: (target) => this.bookmarksOf(path, page, target),
    };
  }

  /** The files of the repository by their names. */
  get knownFiles(): KnownFiles {
    return this.parts.files;
  }

  /** The redirections that the repository has. */
  get redirectionMap(): RedirectionMap {
    return this.redirections;
  }

  /** The files of redirections that there are, in the order in which the build reads them. */
  redirectionSources(): readonly RedirectionFile[] {
    return this.redirectionPaths.flatMap((path) => this.redirectionFiles.get(path) ?? []);
  }

  /** All redirections with another text of one of their files, without taking it over. */
  redirectionsWith(
    path: string,
    text: string,
  ): { readonly files: readonly RedirectionFile[]; readonly map: RedirectionMap } {
    const other = readRedirections(path, text);
    const files = this.redirectionPaths.flatMap((each) =>
      each === path ? other : (this.redirectionFiles.get(each) ?? []),
    );
    const all = files.flatMap(({ redirections }) => redirections);
    return { files, map: new RedirectionMap(all, this.redirectionWorld) };
  }

  private bookmarksOf(from: string, page: Page, target: string): PageBookmarks | undefined {
    const { files, includes, membership } = this.parts;
    const actual = actualPath(target, files.stateOf(target)) ?? target;
    const own = actual === from ? page : this.graph.pageOf(actual);
    const { kind } = membership.infoOf(actual);
    // A bookmark without a page is one of whatever page includes the file.
    if (own === undefined || (kind !== 'article' && actual !== from) || this.isLocalized) return undefined;
    const included = [...includes.graph.closureOf(actual)].map((path) => this.graph.pageOf(path)?.bookmarks);
    const isComplete = kind === 'article' && !included.includes(undefined) && bringsAll(includes.graph, actual);
    return new PageBookmarks([own.bookmarks, ...included.map((bookmarks) => bookmarks ?? noBookmarks)], !isComplete);
  }

  private async readPublishConfig(): Promise<void> {
    const { files, sources } = this.parts;
    const config = files.has(publishConfigName) ? await sources.textOf(publishConfigName) : undefined;
    this.isLocalized = files.has(localizationMark) || isTranslation(config);
    this.redirectionPaths = redirectionFilesOf(config);
    this.redirectionFiles.clear();
    for (const path of this.redirectionPaths) await this.readRedirectionFile(path);
    this.combineRedirections();
  }

  private async readRedirectionFile(path: string): Promise<void> {
    const { files, sources } = this.parts;
    // A file that was just made may be open before anybody tells that it is there.
    const isThere = files.has(path) || sources.bufferOf(path) !== undefined;
    const text = isThere ? await sources.textOf(path) : undefined;
    if (text === undefined) this.redirectionFiles.delete(path);
    else this.redirectionFiles.set(path, readRedirections(path, text));
  }

  /** Also where files came or went: what they tell about the site may be another. */
  private combineRedirections(): void {
    const all = this.redirectionSources().flatMap(({ redirections }) => redirections);
    this.redirections = new RedirectionMap(all, this.redirectionWorld);
  }
}

/** Whether a docfx.json names a folder above a path that need not be there. */
function takesFrom({ folder: own, folders }: Docset, path: string): boolean {
  return folders.some(
    ({ folder }) =>
      folder !== undefined && !isInFolder(own, folder) && isInFolder(path.toLowerCase(), folder.toLowerCase()),
  );
}

/** Whether all that a page includes, through others too, is here. */
function bringsAll(graph: IncludeGraph, path: string): boolean {
  return [path, ...graph.closureOf(path)].every((file) =>
    graph.includesOf(file).every(({ resolved: { status } }) => status === 'ok' || status === 'case-mismatch'),
  );
}

function isTranslation(config: string | undefined): boolean {
  const docsets = config === undefined ? undefined : childOf(readJson(config).node, 'docsets_to_publish');
  const items = docsets?.kind === 'sequence' ? docsets.items : [];
  return items.some((item) => stringsOf(childOf(item, 'locale')).some(({ text }) => !/^en\b/i.test(text)));
}
