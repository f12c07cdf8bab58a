// Describes validators.js, which scripts/generate.mjs writes from the files in schemas/ (not committed).
import type { AjvError, CheckContext } from '../dialectRuntime';

/** Called with a `CheckContext` as `this`; leaves what it found in `errors`. */
export interface StandaloneValidator {
  (this: CheckContext, data: unknown): boolean;
  errors?: readonly AjvError[] | null;
}

/** schemas/dynamics-article.schema.json */
export const article: StandaloneValidator;
/** schemas/dynamics-docs-config.schema.json */
export const config: StandaloneValidator;
