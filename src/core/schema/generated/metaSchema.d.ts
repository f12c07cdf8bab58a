// Describes metaSchema.js, which scripts/generate.mjs writes from schemas/metadata-dialect.schema.json (not committed).
// Apart from the other validators, since only repositories with a schema of their own need it.
import type { StandaloneValidator } from './validators';

export const metaSchema: StandaloneValidator;
