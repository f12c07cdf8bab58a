import { dirname } from '../text/path';
import { createLineIndex, type Range } from '../text/position';
import { UsersIndex } from '../text/usersIndex';
import { resolveInclude, type ResolutionContext, type ResolvedInclude } from './resolve';
import { scanIncludes, type IncludeForm, type MalformedInclude } from './scan';

/** One directive of a file. */
export interface FileInclude {
  /** The path without escapes. */
  readonly written: string;
  /** As written. */
  readonly label: string;
  readonly form: IncludeForm;
  readonly range: Range;
  readonly pathRange: Range;
}

/** One directive of a file and where it leads. */
export interface GraphInclude extends FileInclude {
  readonly resolved: ResolvedInclude;
}

export interface GraphMalformed extends Pick<MalformedInclude, 'message' | 'replacement'> {
  readonly range: Range;
}

/** The includes of one file, as its text has them: whatever other files there are. */
export interface FileIncludes {
  readonly includes: readonly FileInclude[];
  readonly malformed: readonly GraphMalformed[];
  /** What matters to the files that include this one; `undefined` for files that nobody includes. */
  readonly target: TargetFacts | undefined;
}

/** The includes of one file and where they lead. */
export interface ResolvedIncludes extends FileIncludes {
  readonly includes: readonly GraphInclude[];
}

/** What a file brings to those that include it. */
export interface TargetFacts {
  /** What an inline include would lose of it (`findBlockContent`). */
  readonly blockContent: string | undefined;
  /** Its own headings, in order. */
  readonly headings: readonly TargetHeading[];
}

/** A heading of a file that others include. */
export interface TargetHeading {
  /** 1 to 6. */
  readonly level: number;
  /** As written, without the marks. */
  readonly text: string;
  /** From 0. */
  readonly line: number;
}

/** A file that includes nothing and that nobody includes. */
export const noIncludes: ResolvedIncludes = { includes: [], malformed: [], target: undefined };

/**
 * Which file includes which. An edit of a file costs that file; a file that comes or goes costs those that name it. All
 * paths are root-relative.
 */
export class IncludeGraph {
  private readonly nodes = new Map<string, ResolvedIncludes>();
  /** By target in lower case, so that a file that comes or goes is found by whoever names it in any case. */
  private readonly users = new UsersIndex();
  /** Hundreds of articles write the same: kept once, and not as a slice that keeps an article's whole text in memory. */
  private readonly written = new Map<string, string>();
  /** Where those lead, by the folder and the docset that they are seen from; empty after each change of what there is. */
  private readonly resolved = new Map<string, ResolvedInclude>();

  constructor(private readonly contextOf: (path: string) => ResolutionContext) {}

  /**
   * What a text includes, without taking it over.
   *
   * @param from offset of the body
   * @param factsOf asked for what the text brings to files that include it
   */
  read(text: string, from: number, factsOf?: (text: string) => TargetFacts): FileIncludes {
    const { directives, malformed } = scanIncludes(text, from);
    const target = factsOf?.(text);
    if (directives.length === 0 && malformed.length === 0 && target === undefined) return noIncludes;
    const last = Math.max(0, ...directives.map(({ span }) => span.end), ...malformed.map(({ span }) => span.end));
    const lines = createLineIndex(text.slice(0, last + 1));
    return {
      includes: directives.map((directive) => ({
        written: this.shared(directive.path),
        label: this.shared(directive.label),
        form: directive.form,
        range: lines.rangeOf(directive.span),
        pathRange: lines.rangeOf(directive.pathSpan),
      })),
      malformed: malformed.map(({ span, message, replacement }) => ({
        range: lines.rangeOf(span),
        message,
        replacement,
      })),
      target,
    };
  }

  /** Finds where the includes of a file lead, without taking them over. */
  resolve(path: string, read: FileIncludes): ResolvedIncludes {
    if (read.includes.length === 0) return { ...read, includes: [] };
    const context = this.contextOf(path);
    const includes = read.includes.map((include) => ({
      ...include,
      resolved: this.resolveOne(path, include.written, context),
    }));
    return { ...read, includes };
  }

  private resolveOne(path: string, written: string, context: ResolutionContext): ResolvedInclude {
    const key = `${dirname(path)}\n${context.docsetFolder}\n${written}`;
    let resolved = this.resolved.get(key);
    if (resolved === undefined) this.resolved.set(key, (resolved = resolveInclude(path, written, context)));
    return resolved;
  }

  private shared(text: string): string {
    const known = this.written.get(text);
    if (known === undefined) this.written.set(text, text);
    return known ?? text;
  }

  /**
   * Takes over what was read in a file.
   *
   * @returns the other files of which something may have changed: targets that gained or lost this user and, where
   * what they take from this file changed, the files that include it
   */
  set(path: string, read: FileIncludes): ReadonlySet<string> {
    const before = this.nodes.get(path) ?? noIncludes;
    const node = this.put(path, read);
    const old = targetsOf(before.includes);
    const now = targetsOf(node.includes);
    const affected = new Set([
      ...[...old].filter((target) => !now.has(target)),
      ...[...now].filter((target) => !old.has(target)),
    ]);
    if (affected.size > 0 || !isSameTarget(before.target, node.target))
      for (const dependent of this.dependentsOf(path)) affected.add(dependent);
    affected.delete(path);
    return affected;
  }

  /** As `set`, for whoever takes over many files and asks for their findings afterwards. Returns what it took over. */
  put(path: string, read: FileIncludes): ResolvedIncludes {
    const before = this.nodes.get(path) ?? noIncludes;
    const node = this.resolve(path, read);
    this.nodes.set(path, node);
    for (const { resolved } of before.includes)
      if (resolved.target !== undefined) this.users.delete(resolved.target, path);
    for (const { resolved } of node.includes) if (resolved.target !== undefined) this.users.add(resolved.target, path);
    return node;
  }

  /** Forgets a file. Returns the other files of which something may have changed. */
  remove(path: string): ReadonlySet<string> {
    const affected = this.set(path, noIncludes);
    this.nodes.delete(path);
    return affected;
  }

  clear(): void {
    this.nodes.clear();
    this.users.clear();
    this.written.clear();
    this.resolved.clear();
  }

  /** Finds the targets of all directives again that name this file, which came or went. Returns whose they are. */
  resolveTo(path: string): ReadonlySet<string> {
    this.resolved.clear();
    const users = new Set(this.users.of(path));
    for (const user of users) this.resolveAgain(user);
    return users;
  }

  /** Finds every target again: the docsets or the dependent repositories changed. */
  resolveAll(): void {
    this.resolved.clear();
    for (const path of [...this.nodes.keys()]) this.resolveAgain(path);
  }

  /** The files that are known. */
  paths(): readonly string[] {
    return [...this.nodes.keys()];
  }

  knows(path: string): boolean {
    return this.nodes.has(path);
  }

  /** Whether it is known what a file brings to those that include it. */
  describes(path: string): boolean {
    return this.nodes.get(path)?.target !== undefined;
  }

  /** The includes of a file as they were read; `undefined` for one that is not known. */
  readOf(path: string): FileIncludes | undefined {
    const node = this.nodes.get(path);
    if (node === undefined || node.includes.length === 0) return node;
    const includes = node.includes.map(({ written, label, form, range, pathRange }): FileInclude => ({
      written,
      label,
      form,
      range,
      pathRange,
    }));
    return { ...node, includes };
  }

  /** In the order of the text. */
  includesOf(path: string): readonly GraphInclude[] {
    return (this.nodes.get(path) ?? noIncludes).includes;
  }

  malformedOf(path: string): readonly GraphMalformed[] {
    return (this.nodes.get(path) ?? noIncludes).malformed;
  }

  blockContentOf(path: string): string | undefined {
    return this.nodes.get(path)?.target?.blockContent;
  }

  /** The headings of a file that others include. */
  headingsOf(path: string): readonly TargetHeading[] {
    return this.nodes.get(path)?.target?.headings ?? [];
  }

  /**
   * Whether a heading of level 1 may come to a file from what it includes on lines of their own, through others too. Yes
   * also where that cannot be known: of a file that is not there, or lies elsewhere.
   */
  mayBringH1(path: string): boolean {
    const seen = new Set([path]);
    // The set grows while it is walked.
    for (const file of seen) {
      for (const { form, resolved } of this.includesOf(file)) {
        if (form !== 'block') continue;
        const { target } = resolved;
        if (!isContent(resolved) || target === undefined) return true;
        if (seen.has(target)) continue;
        const facts = this.nodes.get(target)?.target;
        if (facts === undefined || hasH1(facts)) return true;
        seen.add(target);
      }
    }
    return false;
  }

  /** Whether another file includes this one, under its name in any case. */
  isUsed(path: string): boolean {
    return this.fanInOf(path) > 0;
  }

  /** How many files include this one, under its name in any case. */
  fanInOf(path: string): number {
    return this.users.of(path).size;
  }

  /** The files that include this one directly. */
  usersOf(path: string): readonly string[] {
    return [...this.users.of(path)].filter((user) =>
      this.includesOf(user).some(({ resolved }) => resolved.target === path),
    );
  }

  /** The files that include this one, through others too. */
  dependentsOf(path: string): ReadonlySet<string> {
    return this.reach(path, (file) => this.usersOf(file));
  }

  /** The files whose content this one takes, through others too. */
  closureOf(path: string): ReadonlySet<string> {
    return this.reach(path, (file) => this.contentsOf(file));
  }

  /** The files whose content this one takes directly, each once. */
  contentsOf(path: string): ReadonlySet<string> {
    return targetsOf(this.includesOf(path).filter(({ resolved }) => isContent(resolved)));
  }

  private reach(path: string, next: (path: string) => Iterable<string>): ReadonlySet<string> {
    const reached = new Set(next(path));
    // The set grows while it is walked.
    for (const file of reached) for (const other of next(file)) reached.add(other);
    return reached;
  }

  private resolveAgain(path: string): void {
    const node = this.nodes.get(path);
    if (node !== undefined && node.includes.length > 0) this.set(path, node);
  }
}

function isSameTarget(a: TargetFacts | undefined, b: TargetFacts | undefined): boolean {
  return a?.blockContent === b?.blockContent && hasH1(a) === hasH1(b);
}

function hasH1(facts: TargetFacts | undefined): boolean {
  return facts?.headings.some(({ level }) => level === 1) ?? false;
}

function isContent({ status }: ResolvedInclude): boolean {
  return status === 'ok' || status === 'case-mismatch';
}

/** Also of files that are not there: they may come. */
function targetsOf(includes: readonly GraphInclude[]): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const { resolved } of includes) if (resolved.target !== undefined) targets.add(resolved.target);
  return targets;
}
