import type { Diagnostic } from '../rules/diagnostic';
import { compareRanges } from '../text/position';
import { UniquenessIndex, type SharedValue } from './uniqueness';
import { noResult, type ArticleResult } from './validateArticle';

/** What the check of each file found, and which files share a value that must be unique. Paths are root-relative. */
export class Results {
  private readonly results = new Map<string, ArticleResult>();
  private readonly unique = new UniquenessIndex();

  /** Takes over what was found in a file; `undefined` forgets it. Returns the other files whose findings change. */
  set(path: string, result: ArticleResult | undefined): Set<string> {
    const before = this.results.get(path) ?? noResult;
    const after = result ?? noResult;
    if (result === undefined) this.results.delete(path);
    else this.results.set(path, result);
    const affected = new Set(this.unique.set(path, after.unique));
    if (!samePlaces(before.inherited, after.inherited)) {
      for (const diagnostic of [...before.inherited, ...after.inherited]) affected.add(diagnostic.path);
    }
    return affected;
  }

  /** As `set`, for whoever takes over many files and asks for their findings afterwards. */
  put(path: string, result: ArticleResult): void {
    this.results.set(path, result);
    this.unique.put(path, result.unique);
  }

  get(path: string): ArticleResult | undefined {
    return this.results.get(path);
  }

  has(path: string): boolean {
    return this.results.has(path);
  }

  paths(): readonly string[] {
    return [...this.results.keys()];
  }

  clear(): void {
    this.results.clear();
    this.unique.clear();
  }

  /** The findings in a file itself. */
  of(path: string): Diagnostic[] {
    const result = this.results.get(path);
    return result === undefined ? [] : [...result.own, ...this.unique.diagnosticsOf(path)];
  }

  /** The findings in a file that hold unless an include brings in what is missed. */
  unlessIncluded(path: string): readonly Diagnostic[] {
    return this.results.get(path)?.unlessIncluded ?? [];
  }

  /** The values that several articles have although each should have its own. */
  shared(): readonly SharedValue[] {
    return this.unique.shared();
  }

  /** The findings on inherited values, each once however many files inherit it. */
  inherited(): Diagnostic[] {
    // Articles that inherit the same share their findings; those of other patterns may say the same anew.
    const shared = new Set([...this.results.values()].flatMap((result) => result.inherited));
    const byPlace = new Map(
      [...shared].map((diagnostic) => [
        JSON.stringify([diagnostic.path, diagnostic.range, diagnostic.code, diagnostic.message]),
        diagnostic,
      ]),
    );
    return [...byPlace.values()];
  }
}

function samePlaces(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return (
    a.length === b.length &&
    a.every((diagnostic, index) => {
      const other = b[index];
      if (other === diagnostic) return true;
      return (
        other?.code === diagnostic.code &&
        other.message === diagnostic.message &&
        other.path === diagnostic.path &&
        compareRanges(other.range, diagnostic.range) === 0
      );
    })
  );
}
