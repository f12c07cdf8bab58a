import { descriptionOf, keyDescription, keyOrder } from '../metadata/descriptions';
import { lacksValue, requirementOf } from '../metadata/overview';
import type { SchemaDescription } from '../../core/schema/describe';
import type { ReportArticle } from './articles';
import type { KeyCoverage } from './model';

type Counts = Record<'own' | 'inherited' | 'missing', number>;

/** Counts which articles have the keys that their schemas ask for. */
export class CoverageCounter {
  private readonly required = new Map<string, Counts>();
  private readonly recommended = new Map<string, Counts>();

  add({ metadata, context }: ReportArticle): void {
    const schemas = context.schemas.map(descriptionOf);
    for (const key of keyOrder(schemas)) {
      const counts = this.countsOf(schemas, key);
      if (counts === undefined) continue;
      const entry = metadata.get(key);
      if (entry === undefined || lacksValue(entry)) counts.missing++;
      else if (entry.origin.source === 'frontMatter') counts.own++;
      else counts.inherited++;
    }
  }

  /** Required keys first, each kind in the order of a new article. */
  counts(): readonly KeyCoverage[] {
    const listed = (requirement: KeyCoverage['requirement']): KeyCoverage[] =>
      [...this[requirement]].map(([key, counts]) => ({ key, requirement, ...counts }));
    return [...listed('required'), ...listed('recommended')];
  }

  /** `undefined` for a key that may be left out. */
  private countsOf(schemas: readonly SchemaDescription[], key: string): Counts | undefined {
    const requirement = requirementOf(keyDescription(schemas, key), false);
    if (requirement === 'optional') return undefined;
    const counts = this[requirement].get(key) ?? { own: 0, inherited: 0, missing: 0 };
    this[requirement].set(key, counts);
    return counts;
  }
}
