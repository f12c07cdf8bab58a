import { closest } from '../../core/text/suggest';
import { bundledSchema } from '../../core/schema/metadataSchema';
import { descriptionOf } from '../metadata/descriptions';
import { gatherEvidence, type ArticleMetadata, type KeyEvidence } from './evidence';
import { inferKey, thresholds, type InferredKey } from './inferKey';
import { usualOrder } from './usualOrder';
import { writeDraft } from './writeDraft';

/** A key that is most likely another one, misspelt. */
export interface MisspeltKey {
  readonly evidence: KeyEvidence;
  readonly meant: string;
}

export interface DraftSource {
  /** What the articles are those of: `docfx.json`, a folder. */
  readonly name: string;
  /** Articles whose front matter the build does not read. They are no evidence. */
  readonly unread: readonly string[];
}

/**
 * Drafts a metadata schema from what articles contain, as JSON with comments: the counts beside each key are what its
 * keywords were concluded from, and whatever the articles have that the draft finds fault with is named there.
 *
 * @param articles at least one; their order does not matter, but for which of them are named
 */
export function inferSchema(articles: readonly ArticleMetadata[], source: DraftSource): string {
  const evidence = gatherEvidence(articles);
  const known = descriptionOf(bundledSchema()).keys;
  const misspelt = misspeltKeys(evidence, known);
  const inferred = orderedKeys(articles, evidence)
    .filter((key) => !misspelt.has(key))
    .flatMap((key): InferredKey[] => {
      const found = evidence.get(key);
      return found === undefined ? [] : [inferKey(found, articles.length, known.get(key)?.successor !== undefined)];
    });
  return writeDraft({ keys: inferred, misspelt: [...misspelt.values()], articles: articles.length, ...source });
}

function orderedKeys(
  articles: readonly ArticleMetadata[],
  evidence: ReadonlyMap<string, KeyEvidence>,
): readonly string[] {
  const own = [...evidence.values()]
    .map(({ key, withValue, empty, inherited }) => ({ key, uses: withValue + empty - inherited }))
    .sort((a, b) => b.uses - a.uses || (a.key < b.key ? -1 : 1));
  return usualOrder(
    articles.map(({ ownKeys }) => ownKeys),
    own.map(({ key }) => key),
  );
}

/** A misspelt key hardly occurs, is close to one that often does, and is none that Learn knows. */
function misspeltKeys(
  evidence: ReadonlyMap<string, KeyEvidence>,
  known: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, MisspeltKey> {
  const uses = ({ withValue, empty }: KeyEvidence): number => withValue + empty;
  const usual = [...evidence.values()].filter((found) => uses(found) >= thresholds.enough);
  const misspelt = new Map<string, MisspeltKey>();
  for (const found of evidence.values()) {
    if (known.has(found.key) || found.inherited > 0) continue;
    const limit = uses(found) * thresholds.enough;
    const meant = closest(
      found.key,
      usual.filter((other) => uses(other) >= limit).map(({ key }) => key),
    );
    if (meant !== undefined && meant !== found.key) misspelt.set(found.key, { evidence: found, meant });
  }
  return misspelt;
}
