import type { FileFacts, References } from './facts';
import type { IncludeIndex } from './includeIndex';
import type { LinkIndex } from './linkIndex';
import type { Results } from './results';

/** What files told, each part kept where it is asked for. Paths are root-relative. */
export class TakenFacts {
  constructor(
    private readonly results: Results,
    private readonly includes: IncludeIndex,
    private readonly links: LinkIndex,
  ) {}

  /** Takes over what was found in a file. Returns the other files whose findings change. */
  take(facts: FileFacts): ReadonlySet<string> {
    const affected = this.results.set(facts.path, facts.result);
    for (const other of this.takeReferences(facts.path, facts)) affected.add(other);
    return affected;
  }

  /** As `take`, for whoever takes over many files and asks for their findings afterwards. */
  put({ path, result, includes, links }: FileFacts): void {
    if (result !== undefined) this.results.put(path, result);
    if (includes !== undefined) this.includes.graph.put(path, includes);
    this.links.put(path, links);
  }

  /** Takes over what a text includes and links to. Returns the other files whose findings change. */
  takeReferences(path: string, references: References): ReadonlySet<string> {
    const { includes, links } = this;
    const before = includes.graph.contentsOf(path);
    const affected = new Set(references.includes === undefined ? [] : includes.graph.set(path, references.includes));
    const included = includes.graph.contentsOf(path);
    for (const other of links.take(path, references.links)) affected.add(other);
    if (before.size !== included.size || [...before].some((target) => !included.has(target)))
      for (const other of links.bookmarksChanged(path)) affected.add(other);
    return affected;
  }

  /** What was taken over from a file; `undefined` for one that was not read. */
  of(path: string): FileFacts | undefined {
    const links = this.links.pageOf(path);
    if (links === undefined) return undefined;
    return { path, result: this.results.get(path), includes: this.includes.graph.readOf(path), links };
  }
}
