import article from '../../../schemas/dynamics-article.schema.json';
import { describeSchema, type KeyDescription, type SchemaDescription } from '../../core/schema/describe';
import type { MetadataSchema } from '../../core/schema/metadataSchema';
import { readJson } from '../../core/text/jsonDocument';
import { toJson } from '../../core/text/locatedNode';

const described = new WeakMap<MetadataSchema, SchemaDescription>();

/** What a schema tells writers. Read when first asked for: a check does not need it. */
export function descriptionOf(schema: MetadataSchema): SchemaDescription {
  const known = described.get(schema);
  if (known !== undefined) return known;
  const node = schema.document === undefined ? undefined : readJson(schema.document.text).node;
  const description = describeSchema(schema.document === undefined ? article : node === undefined ? {} : toJson(node));
  described.set(schema, description);
  return description;
}

/** A key as the first schema describes it that knows it. */
export function keyDescription(schemas: readonly SchemaDescription[], key: string): KeyDescription | undefined {
  for (const { keys } of schemas) {
    const found = keys.get(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every key that the schemas describe, in the order of a new article. */
export function keyOrder(schemas: readonly SchemaDescription[]): readonly string[] {
  return [...new Set(schemas.flatMap(({ keys }) => [...keys.keys()]))];
}
