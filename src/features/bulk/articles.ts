import type { Repository } from '../../core/docset/repository';
import type { FrontMatter } from '../../core/frontMatter/parse';
import type { EffectiveMetadata } from '../../core/metadata/effective';
import { compareText } from '../../core/rules/diagnostic';
import type { SchemaDescription } from '../../core/schema/describe';
import { descriptionOf, keyOrder } from '../metadata/descriptions';

/** What the build sees of an article's metadata. */
export interface ArticleMetadata {
  /** Root-relative. */
  readonly path: string;
  /** Root-relative path of the docfx.json; `undefined` without one. */
  readonly docset: string | undefined;
  readonly metadata: EffectiveMetadata;
  /** `undefined` where the file cannot be read. */
  readonly frontMatter: FrontMatter | undefined;
  /** Of the schemas in force. */
  readonly schemas: readonly SchemaDescription[];
}

export async function readArticles(repository: Repository, paths: readonly string[]): Promise<ArticleMetadata[]> {
  const articles: ArticleMetadata[] = [];
  for (const path of paths) {
    const { metadata, frontMatter, context } = await repository.metadataOf(path);
    const schemas = context.schemas.map(descriptionOf);
    articles.push({ path, docset: context.docset?.path, metadata, frontMatter, schemas });
  }
  return articles;
}

/** The keys that articles have or inherit: those that schemas know in their order, then the others by name. */
export function keysInUse(articles: readonly ArticleMetadata[]): readonly string[] {
  const used = new Set(articles.flatMap(({ metadata }) => [...metadata.keys()]));
  const known = schemaKeys(articles).filter((key) => used.has(key));
  return [...new Set([...known, ...[...used].sort(compareText)])];
}

/** Every key that there is for articles: in use, or described by a schema. */
export function keysOf(articles: readonly ArticleMetadata[]): ReadonlySet<string> {
  return new Set([...schemaKeys(articles), ...keysInUse(articles)]);
}

function schemaKeys(articles: readonly ArticleMetadata[]): readonly string[] {
  return keyOrder([...new Set(articles.flatMap(({ schemas }) => schemas))]);
}
