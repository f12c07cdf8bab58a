// Describes schemas.js, which scripts/generate.mjs writes from the files in schemas/ (not committed).

/** Text of schemas/dynamics-article.schema.json. */
export const articleSchemaText: string;
/** Keywords that the dialect's meta-schema knows, for suggestions. */
export const dialectKeywords: readonly string[];
/** Keys at the top of `.dynamics-docs.json`, for suggestions. */
export const configKeys: readonly string[];
