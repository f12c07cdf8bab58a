import type { JsonValue } from '../text/locatedNode';
import type { SourceDocument } from '../text/sourceDocument';
import type { Span } from '../text/position';
import { applyRules, readCustomRules, type CustomRules, type GradedFinding, type RuleSubject } from './customRules';
import type { AjvError, CheckContext } from './dialectRuntime';
import { toFindings } from './findings';
import { articleFacts } from './generated/facts';
import { article } from './generated/validators';
import type { SchemaFacts } from './schemaTree';

/** Something wrong in a schema file, at its place there. */
export interface SchemaProblem {
  readonly message: string;
  readonly span: Span;
  /** Whether the schema cannot be used at all. */
  readonly fatal: boolean;
}

/** A compiled metadata schema. Compiled once, however many articles it checks. */
export interface MetadataSchema {
  /** `dynamics`, or the root-relative path of a team's file. */
  readonly name: string;
  /** The team's file; `undefined` for the bundled schema. */
  readonly document: SourceDocument | undefined;
  readonly rules: CustomRules;
  /** Keys that it describes at the top of the metadata. */
  readonly knownKeys: ReadonlySet<string>;
  /** Retired keys with their successors. */
  readonly retiredKeys: ReadonlyMap<string, string>;
  /** Values that must be unique in a docset, as paths of keys. */
  readonly unique: readonly (readonly string[])[];
  readonly problems: readonly SchemaProblem[];
  /** What the schema says against some effective metadata, renamed and graded by its `rules`. */
  check(metadata: Readonly<Record<string, JsonValue>>, subject: RuleSubject, context: CheckContext): GradedFinding[];
}

/** What ajv makes of a schema. */
export type Validate = (this: CheckContext, data: unknown) => { readonly errors: readonly AjvError[] };

export const bundledSchemaName = 'dynamics';

let bundled: MetadataSchema | undefined;

/** The schema that comes with the product, compiled when the product was built. */
export function bundledSchema(): MetadataSchema {
  bundled ??= createMetadataSchema(bundledSchemaName, undefined, articleFacts, [], function (data) {
    article.call(this, data);
    return { errors: article.errors ?? [] };
  });
  return bundled;
}

/** Puts together a schema from its facts and its compiled form; without the latter it checks nothing. */
export function createMetadataSchema(
  name: string,
  document: SourceDocument | undefined,
  facts: SchemaFacts,
  problems: readonly SchemaProblem[],
  validate: Validate | undefined,
): MetadataSchema {
  const rules = readCustomRules(facts.rules);
  return {
    name,
    document,
    rules,
    knownKeys: new Set(facts.knownKeys),
    retiredKeys: new Map(facts.retiredKeys),
    unique: facts.unique,
    problems,
    check(metadata, subject, context) {
      if (validate === undefined) return [];
      const { errors } = validate.call(context, metadata);
      if (errors.length === 0) return [];
      return toFindings(errors, metadata).flatMap((finding) => applyRules(finding, rules, subject) ?? []);
    },
  };
}
