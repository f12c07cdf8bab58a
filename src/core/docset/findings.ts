import { isContent } from '../metadata/docfxConfig';
import { compareDiagnostics, type Diagnostic } from '../rules/diagnostic';
import { startOfFile } from '../text/position';
import { configurationFindings, unmatchedPatterns } from './configurationFindings';
import type { Baselines } from './baselines';
import type { Contexts } from './contexts';
import type { FileIndex } from './fileIndex';
import { graded } from './grading';
import type { IncludeIndex } from './includeIndex';
import type { LinkIndex } from './linkIndex';
import type { Membership } from './membership';
import type { Results } from './results';
import type { FileProblem, Sources } from './sources';

/** What the findings of a repository are put together from. */
export interface FindingParts {
  readonly baselines: Baselines;
  readonly contexts: Contexts;
  readonly files: FileIndex;
  readonly includes: IncludeIndex;
  readonly links: LinkIndex;
  readonly membership: Membership;
  readonly results: Results;
  readonly sources: Sources;
}

/** Puts together what was found, whenever it is asked for: nothing is stored that a change elsewhere could make stale. */
export class Findings {
  /** What is wrong with folders and links that the walk met. */
  walkProblems: readonly FileProblem[] = [];
  /** Whether every file was validated: only then is a pattern known to match none. */
  isComplete = false;

  constructor(private readonly parts: FindingParts) {}

  /** Every finding of the repository as far as it was validated, sorted. */
  all(): Diagnostic[] {
    const { files, links, membership, results, sources } = this.parts;
    const all = results.paths().flatMap((path) => this.ofArticle(path));
    // A document may be open of which the file is gone.
    const withoutFile = links.knownPaths().filter((path) => !files.has(path) && membership.isLinkList(path));
    const lists = [...membership.linkLists(), ...withoutFile].filter((path) => !results.has(path));
    all.push(...lists.flatMap((path) => this.ofLinks(path)));
    all.push(...this.ofConfigurations(), ...this.ofFiles([...sources.problems(), ...this.walkProblems]));
    return all.sort(compareDiagnostics);
  }

  /**
   * The findings of one file, sorted.
   *
   * @param governs whether it is a docfx.json, a configuration or a schema
   */
  of(path: string, governs: boolean): Diagnostic[] {
    const problem = this.parts.sources.problemOf(path);
    const found = [...this.ofArticle(path), ...(problem === undefined ? [] : this.ofFiles([problem]))];
    if (governs) found.push(...this.ofConfigurations().filter((diagnostic) => diagnostic.path === path));
    return found.sort(compareDiagnostics);
  }

  /** Files that have findings although they are no articles. */
  configurationPaths(): string[] {
    return [...new Set(this.ofConfigurations().map((diagnostic) => diagnostic.path))];
  }

  /** Drops findings on a missing heading where an include brings one in, or might. */
  unlessBrought(path: string, findings: readonly Diagnostic[]): readonly Diagnostic[] {
    return findings.length > 0 && this.parts.includes.graph.mayBringH1(path) ? [] : findings;
  }

  private ofArticle(path: string): Diagnostic[] {
    const { membership, results } = this.parts;
    // A table of contents in Markdown is an article once somebody names it.
    if (!results.has(path)) return membership.isLinkList(path) ? this.ofLinks(path) : [];
    const missed = this.unlessBrought(path, results.unlessIncluded(path));
    return [...results.of(path), ...missed, ...this.ofIncludes(path), ...this.ofLinks(path)];
  }

  private ofLinks(path: string): Diagnostic[] {
    const found = this.parts.links.findingsOf(path);
    if (found.length === 0) return [];
    const { configuration } = this.parts.contexts.of(path);
    return found.flatMap((finding) => graded(configuration, finding) ?? []);
  }

  private ofIncludes(path: string): Diagnostic[] {
    const { contexts, includes } = this.parts;
    const found = includes.findingsOf(path);
    if (this.isNothingButInclude(path)) {
      const unused = includes.unusedFinding(path);
      if (unused !== undefined) found.push(unused);
    }
    if (found.length === 0) return [];
    const { configuration } = contexts.of(path);
    return found.flatMap((finding) => graded(configuration, finding) ?? []);
  }

  /** A docset may publish what lies in a folder of includes, too. */
  private isNothingButInclude(path: string): boolean {
    const { kind, context } = this.parts.membership.infoOf(path);
    return kind === 'include' && !(context.docset !== undefined && isContent(context.docset, path));
  }

  private ofConfigurations(): Diagnostic[] {
    const { baselines, contexts, files, links, results } = this.parts;
    const ofRedirections = links
      .redirectionFindings()
      .flatMap((finding) => graded(contexts.of(finding.path).configuration, finding) ?? []);
    const ofFolders = contexts.allDocsets().flatMap((docset) => {
      const { configuration } = contexts.of(docset.path);
      return links.findingsOfDocset(docset).flatMap((finding) => graded(configuration, finding) ?? []);
    });
    return [
      ...ofRedirections,
      ...ofFolders,
      ...configurationFindings(contexts, baselines),
      ...results.inherited(),
      ...(this.isComplete ? unmatchedPatterns(contexts, files.all()) : []),
    ];
  }

  private ofFiles(problems: readonly FileProblem[]): Diagnostic[] {
    const { contexts } = this.parts;
    return problems.flatMap(
      (problem) => graded(contexts.of(problem.path).configuration, { ...problem, range: startOfFile }) ?? [],
    );
  }
}
