import type { ArticleMetadata } from './articles';
import { cellOf } from './cell';

/** The name of the first column. */
export const fileColumn = 'file';

/** Behind a key: the column that says where its values come from. */
const sourceSuffix = ' (source)';

/**
 * A row for each article, below one with the names of the columns: the file, then a column for each key, followed by one for
 * its source where that is wanted.
 */
export function metadataTable(
  articles: readonly ArticleMetadata[],
  keys: readonly string[],
  withSource: boolean,
): readonly (readonly string[])[] {
  const columns = keys.flatMap((key) => (withSource ? [key, key + sourceSuffix] : [key]));
  const rows = articles.map(({ path, metadata }) => [
    path,
    ...keys.flatMap((key) => {
      const entry = metadata.get(key);
      return withSource ? [cellOf(entry), entry?.origin.source ?? ''] : [cellOf(entry)];
    }),
  ]);
  return [[fileColumn, ...columns], ...rows];
}

/** The key whose sources a column tells; `undefined` for any other column. */
export function keyOfSourceColumn(name: string): string | undefined {
  return name.endsWith(sourceSuffix) ? name.slice(0, -sourceSuffix.length) : undefined;
}
