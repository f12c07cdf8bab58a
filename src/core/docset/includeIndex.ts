import { scanCodePaths } from '../directives/code';
import { bodyStart } from '../includes/body';
import { findBlockContent } from '../includes/blockContent';
import { includeFindings } from '../includes/findings';
import type { IncludeSource } from '../includes/follow';
import { IncludeGraph, type FileIncludes, type TargetFacts } from '../includes/graph';
import { readHeadings } from '../structure/headings';
import {
  actualPath,
  parseDependentRepositories,
  resolveInclude,
  type ResolutionContext,
  type ResolvedInclude,
} from '../includes/resolve';
import { dirname, isInFolder, isMarkdown, resolvePath } from '../text/path';
import { startOfFile } from '../text/position';
import { createSourceDocument } from '../text/sourceDocument';
import { UsersIndex } from '../text/usersIndex';
import type { FileIndex } from './fileIndex';
import { isIncludeFile, publishConfigName } from './fileKinds';
import type { UngradedFinding } from './grading';
import type { Sources } from './sources';
import { t } from '../text/localize';

/** Everything that showing one file with its includes needs. Paths are root-relative. */
export interface IncludeClosure extends IncludeSource {
  /** The texts of the files that it includes, through others too, and of the code that these show. */
  readonly texts: ReadonlyMap<string, string>;
  /** Where each directive of the file and of those files leads, those that show code too. */
  readonly directives: readonly ClosureDirective[];
}

export interface ClosureDirective {
  readonly from: string;
  /** The path of the directive, unescaped. */
  readonly written: string;
  readonly resolved: ResolvedInclude;
}

/** Characters of a code file that an article can show lines of. */
const maxCodeLength = 1_000_000;

/** The includes of a repository: their graph, kept current with the texts of all files that take part in it. */
export class IncludeIndex {
  readonly graph: IncludeGraph;
  /** Folders that other repositories fill, and those of them that are not here. */
  private foldersOfOthers: readonly string[] = [];
  private dependentRepositories: readonly string[] = [];
  /** Files that were read although they are no Markdown, and what they include: YAML pages hold Markdown. */
  private readonly otherSources = new Map<string, ReadonlySet<string>>();
  private readonly otherUsers = new UsersIndex();
  /** Whether every file was looked at that could include another. */
  isComplete = false;

  constructor(
    private readonly sources: Sources,
    private readonly files: FileIndex,
    private readonly docsetFolderOf: (path: string) => string,
  ) {
    this.graph = new IncludeGraph((path) => this.contextOf(path));
  }

  /** Begins anew with the files that there are now. */
  async load(): Promise<void> {
    this.graph.clear();
    this.otherSources.clear();
    this.otherUsers.clear();
    this.isComplete = false;
    await this.readDependentRepositories();
  }

  /** docfx.json or the list of dependent repositories changed. */
  async contextsChanged(): Promise<void> {
    await this.readDependentRepositories();
    this.graph.resolveAll();
  }

  /** Takes over a text whose body starts at an offset. Returns the other files whose findings may change. */
  setText(path: string, text: string, from = bodyStart(text)): ReadonlySet<string> {
    return this.graph.set(path, this.read(path, text, from));
  }

  /** The includes of a text under a path, without taking it over. */
  read(path: string, text: string, from: number): FileIncludes {
    const isTarget = isIncludeFile(path) || this.graph.isUsed(path);
    return this.graph.read(text, from, isTarget ? factsOf : undefined);
  }

  /** A file came into being. Returns the files whose findings may change. */
  added(path: string): ReadonlySet<string> {
    return new Set([...this.graph.resolveTo(path), ...this.folderChanged(path)]);
  }

  /** A file is gone. Returns the other files whose findings may change. */
  removed(path: string): ReadonlySet<string> {
    return new Set([...this.forget(path), ...this.graph.resolveTo(path), ...this.folderChanged(path)]);
  }

  /** The files of which it is known what they include. */
  knownPaths(): readonly string[] {
    return [...this.graph.paths(), ...this.otherSources.keys()];
  }

  /** Forgets what a file includes that is not read any more. Returns the other files whose findings may change. */
  forget(path: string): ReadonlySet<string> {
    return new Set([...this.graph.remove(path), ...this.setOther(path, undefined)]);
  }

  /** The folder of another repository may have come with its first file, or gone with its last one. */
  private folderChanged(path: string): readonly string[] {
    if (!this.foldersOfOthers.some((folder) => isInFolder(path, folder))) return [];
    const before = this.dependentRepositories;
    this.findMissingFolders();
    if (before.length === this.dependentRepositories.length) return [];
    this.graph.resolveAll();
    return this.graph.paths();
  }

  /** Takes over a file that is not checked itself. Returns the other files whose findings may change. */
  setSource(path: string, text: string): ReadonlySet<string> {
    return isMarkdown(path) ? this.setText(path, text) : this.setOther(path, text);
  }

  /** Replaces what a file that is no Markdown includes; `undefined` for one that is not looked at any more. */
  private setOther(path: string, text: string | undefined): ReadonlySet<string> {
    const before = this.otherSources.get(path) ?? new Set<string>();
    const now = text === undefined ? new Set<string>() : looseTargets(path, text, this.docsetFolderOf(path));
    for (const target of before) this.otherUsers.delete(target, path);
    for (const target of now) this.otherUsers.add(target, path);
    if (text === undefined) this.otherSources.delete(path);
    else this.otherSources.set(path, now);
    return new Set([...before, ...now].flatMap((target) => actualPath(target, this.files.stateOf(target)) ?? []));
  }

  /** Reads the files that these include, through others too, as far as it is not known what they bring. */
  async follow(paths: Iterable<string>): Promise<void> {
    let open = [...paths];
    while (open.length > 0) {
      const targets = new Set(open.flatMap((path) => [...this.graph.contentsOf(path)]));
      open = [...targets].filter((target) => !this.graph.describes(target));
      await this.sources.eachText(open, (path, text) => void this.setText(path, text));
    }
  }

  /**
   * Looks for includes in files that are not checked themselves.
   *
   * @param onText called with each that is read
   */
  async addSources(paths: readonly string[], onText: (path: string, text: string) => void): Promise<void> {
    const unknown = paths.filter((path) => !this.graph.knows(path) && !this.otherSources.has(path));
    await this.sources.eachText(unknown, (path, text) => {
      onText(path, text);
      this.setSource(path, text);
    });
  }

  /** What is wrong with the includes of a file, and with it as an include file. */
  findingsOf(path: string): UngradedFinding[] {
    return includeFindings(this.graph, path).map((finding) => ({ ...finding, path }));
  }

  /** The finding on an include file that nobody includes. Say so only of a file that is nothing else. */
  unusedFinding(path: string): UngradedFinding | undefined {
    if (!this.isComplete || this.graph.isUsed(path) || this.otherUsers.of(path).size > 0) return undefined;
    const message = t('No file of this repository includes this file. Remove it if no other repository needs it.');
    return { code: 'include-unused', path, range: startOfFile, message };
  }

  /** Whether a file includes another one in one place, and no other file does. */
  isOnlyUse(path: string, target: string): boolean {
    if (!this.isComplete || this.otherUsers.of(target).size > 0) return false;
    const uses = this.graph.includesOf(path).filter(({ resolved }) => resolved.target === target);
    return uses.length === 1 && this.graph.usersOf(target).every((user) => user === path);
  }

  /** Reads all that expanding a file needs, which the graph must know. */
  async closureOf(path: string): Promise<IncludeClosure> {
    await this.follow([path]);
    const reached = this.graph.closureOf(path);
    const texts = new Map<string, string>();
    await this.sources.eachText([...reached], (target, text) => texts.set(target, text));
    const resolved = new Map<string, ClosureDirective>();
    for (const from of new Set([path, ...reached])) {
      for (const { written, resolved: target } of this.graph.includesOf(from))
        resolved.set(keyOf(from, written), { from, written, resolved: target });
    }
    await this.addCode(path, texts, resolved);
    return {
      texts,
      directives: [...resolved.values()],
      text: (target) => texts.get(target),
      resolve: (from, written) => resolved.get(keyOf(from, written))?.resolved,
    };
  }

  /** Finds and reads the code that a file and its includes show. */
  private async addCode(
    path: string,
    texts: Map<string, string>,
    resolved: Map<string, ClosureDirective>,
  ): Promise<void> {
    const own = (await this.sources.textOf(path)) ?? '';
    const files = new Set<string>();
    for (const [from, text] of [[path, own] as const, ...texts]) {
      for (const written of scanCodePaths(text)) {
        const target = resolveInclude(from, written, this.contextOf(from));
        resolved.set(keyOf(from, written), { from, written, resolved: target });
        if (target.target !== undefined && !texts.has(target.target)) files.add(target.target);
      }
    }
    await this.sources.eachText([...files], (file, text) => {
      if (text.length <= maxCodeLength) texts.set(file, text);
    });
  }

  /** What the paths that a file names are relative to, and which files there are. */
  contextOf(path: string): ResolutionContext {
    return {
      docsetFolder: this.docsetFolderOf(path),
      dependentRepositories: this.dependentRepositories,
      exists: (target) => this.files.stateOf(target),
    };
  }

  private async readDependentRepositories(): Promise<void> {
    const text = this.files.has(publishConfigName) ? await this.sources.textOf(publishConfigName) : undefined;
    this.foldersOfOthers = text === undefined ? [] : parseDependentRepositories(text);
    this.findMissingFolders();
  }

  /** One that is checked out in its place is read like any other folder. */
  private findMissingFolders(): void {
    this.dependentRepositories = this.foldersOfOthers.filter((folder) => !this.files.hasFolder(folder));
  }
}

function factsOf(text: string): TargetFacts {
  const lines = createSourceDocument('', text);
  const headings = readHeadings(text, bodyStart(text)).map((heading) => ({
    level: heading.level,
    text: heading.text,
    line: lines.rangeOf(heading.span).start.line,
  }));
  return { blockContent: findBlockContent(text), headings };
}

function keyOf(from: string, written: string): string {
  return `${from}\n${written}`;
}

const anyInclude = /\[!include[+-]? {0,9}\[[^\]\n]{0,200}\]\(\s{0,9}([^)\s]{1,300})/gi;

/** The files that a text of any kind seems to include: enough to know that they are used. */
function looseTargets(path: string, text: string, docsetFolder: string): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const [, written = ''] of text.matchAll(anyInclude)) {
    const target = /^~[\\/]/.test(written)
      ? resolvePath(docsetFolder, written.slice(2))
      : resolvePath(dirname(path), written);
    if (target !== undefined) targets.add(target);
  }
  return targets;
}
