import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { formats } from './dialectRuntime';
import { addDialect } from './keywords';

/** Makes a `RegExp`-like object for a pattern of a schema, as ajv's `code.regExp` asks. */
export interface RegExpEngine {
  (pattern: string, flags: string): { test(text: string): boolean };
  /** Source of the engine in standalone code. */
  code: string;
}

export interface AjvSettings {
  /** For modules made at build time. */
  readonly standalone?: boolean;
  readonly regExp?: RegExpEngine;
}

/**
 * ajv for the dialect: all errors, no coercion, .NET's dates, and no opinion on what else a schema holds (our own
 * meta-schema judges that).
 */
export function createAjv({ standalone = false, regExp }: AjvSettings = {}): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    validateSchema: false,
    addUsedSchema: false,
    passContext: true,
    unicodeRegExp: false,
    logger: false,
    inlineRefs: false,
    code: { source: standalone, optimize: 1, ...(regExp === undefined ? {} : { regExp }) },
  });
  addFormats(ajv);
  for (const [name, validate] of Object.entries(formats)) ajv.addFormat(name, validate);
  addDialect(ajv);
  return ajv;
}
