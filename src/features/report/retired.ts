import { compareText } from '../../core/rules/diagnostic';
import { keyPlace, type ReportArticle } from './articles';
import type { RetiredKey } from './model';

/** Finds the retired keys that are written, in articles and in what they inherit. */
export class RetiredKeys {
  private readonly places = new Map<string, { -readonly [K in keyof RetiredKey]: RetiredKey[K] }>();

  constructor(private readonly holds: (path: string) => boolean) {}

  add({ metadata, context }: ReportArticle): void {
    for (const [key, entry] of metadata) {
      const schema = context.schemas.find(({ retiredKeys }) => retiredKeys.has(key));
      if (schema === undefined || !this.holds(entry.origin.document.path)) continue;
      const place = keyPlace(entry);
      const id = JSON.stringify([key, place]);
      const known = this.places.get(id);
      if (known !== undefined) known.articles++;
      else this.places.set(id, { ...place, key, successor: schema.retiredKeys.get(key) ?? '', articles: 1 });
    }
  }

  /** By key, then by place. */
  found(): readonly RetiredKey[] {
    return [...this.places.values()].sort(
      (a, b) => compareText(a.key, b.key) || compareText(a.path, b.path) || a.line - b.line || a.column - b.column,
    );
  }
}
