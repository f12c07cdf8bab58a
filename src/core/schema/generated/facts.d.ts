// Describes facts.js, which scripts/generate.mjs writes from the files in schemas/ (not committed).
import type { SchemaFacts } from '../schemaTree';

/** Of schemas/dynamics-article.schema.json. */
export const articleFacts: SchemaFacts;
/** Keywords that the dialect's meta-schema knows, for suggestions. */
export const dialectKeywords: readonly string[];
/** Keys at the top of `.dynamics-docs.json`, for suggestions. */
export const configKeys: readonly string[];
