import type { SchemaObject } from 'ajv';
import { RE2JS } from 're2js';
import { readJson } from '../text/jsonDocument';
import { childOf, entryOf, nodeAt, toJson, type LocatedNode } from '../text/locatedNode';
import type { Span } from '../text/position';
import { createSourceDocument } from '../text/sourceDocument';
import { closest } from '../text/suggest';
import { createAjv, type RegExpEngine } from './ajv';
import type { AjvError, CheckContext } from './dialectRuntime';
import { endlessReference, targetOf } from './endlessReferences';
import { toFindings, type SchemaFinding } from './findings';
import { dialectKeywords } from './generated/facts';
import { metaSchema } from './generated/metaSchema';
import { createMetadataSchema, type MetadataSchema, type SchemaProblem, type Validate } from './metadataSchema';
import { planPattern, type BoundedPattern } from './pattern';
import { factsOf, schemasIn, type SchemaFacts } from './schemaTree';
import { withoutPatterns } from './withoutPatterns';
import { t } from '../text/localize';

/** The compiler is a program of its own, which must be told the language. */
export { useTranslations } from '../text/localize';

const noFacts: SchemaFacts = { knownKeys: [], retiredKeys: [], unique: [], rules: null };

/** A keyword of an editor or of another tool: harmless, whatever it holds. */
const foreignKeyword = /^(?:x-|\$comment$)/;

/**
 * Compiles a team's schema. It never throws: what is wrong becomes a problem at its place in the file, and a schema that
 * cannot be used at all checks nothing.
 *
 * This module brings ajv and the linear regular expressions with it: load it only when there is a schema to compile.
 */
export function compileSchema(name: string, text: string): MetadataSchema {
  const document = createSourceDocument(name, text);
  const { node, errors } = readJson(text);
  const problems: SchemaProblem[] = errors.map((error) => ({ ...error, fatal: true }));
  if (node?.kind !== 'map') {
    if (problems.length === 0)
      problems.push({
        message: t("A metadata schema is a JSON object: '{ … }'."),
        span: { start: 0, end: 0 },
        fatal: true,
      });
    return createMetadataSchema(name, document, noFacts, problems, undefined);
  }
  if (problems.length > 0) return createMetadataSchema(name, document, noFacts, problems, undefined);
  const references = [...endlessProblems(node), ...danglingReferences(node)];
  const { ignored, misused } = dialectProblems(node);
  problems.push(...ignored, ...references);
  const patterns = planPatterns(node, problems);
  const compiled = references.length > 0 ? undefined : compileNode(node, patterns);
  if (typeof compiled !== 'string') {
    problems.push(...misused);
    return createMetadataSchema(name, document, factsOf(node), problems, compiled);
  }
  // What the meta-schema has found says why, and where.
  const general = { message: t('This schema cannot be used: {0}.', compiled), span: startOf(node), fatal: true };
  problems.push(...(misused.length > 0 ? misused.map((problem) => ({ ...problem, fatal: true })) : [general]));
  return createMetadataSchema(name, document, factsOf(node), problems, undefined);
}

/** The schema as a function, or why ajv cannot use it. */
function compileNode(node: LocatedNode, { patterns, unusable }: Patterns): Validate | string {
  const regExp: RegExpEngine = Object.assign((source: string) => patterns.get(source) ?? unchecked(source), {
    code: 'boundedPattern',
  });
  try {
    // The file's own names must not make ajv look for another dialect; without any, ajv does not find '#'.
    const json = unusable.size === 0 ? toJson(node) : withoutPatterns(toJson(node), unusable);
    const schema = { ...(json as SchemaObject), $id: 'urn:dynamics-docs:schema:team' };
    delete schema.$schema;
    const validate = createAjv({ regExp }).compile(schema);
    return function (this: CheckContext, data: unknown) {
      validate.call(this, data);
      return { errors: (validate.errors ?? []) as readonly AjvError[] };
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

interface DialectProblems {
  /** Keywords that are not applied. */
  readonly ignored: SchemaProblem[];
  /** Keywords with a value that they do not take. */
  readonly misused: SchemaProblem[];
}

/** What the meta-schema of the dialect says about a schema file. */
function dialectProblems(root: LocatedNode): DialectProblems {
  const data = toJson(root);
  metaSchema.call({ now: 0 }, data);
  const ignored: SchemaProblem[] = [];
  const misused: SchemaProblem[] = [];
  for (const finding of toFindings(metaSchema.errors ?? [], data)) {
    const key = finding.path.at(-1);
    if (finding.code === 'unknown-field' && typeof key === 'string') {
      if (!foreignKeyword.test(key)) ignored.push(unknownKeyword(root, finding, key));
    } else if (finding.code === 'not-failed' && key === 'rules') {
      ignored.push(misplacedRules(root, finding));
    } else {
      const place = finding.place === 'key' ? undefined : nodeAt(root, finding.path);
      const fatal = finding.code === 'unexpected-type';
      misused.push({ message: finding.message, span: place?.span ?? startOf(root), fatal });
    }
  }
  return { ignored, misused };
}

function endlessProblems(root: LocatedNode): SchemaProblem[] {
  const reference = endlessReference(
    root,
    [...schemasIn(root)].map(({ node }) => node),
  );
  if (reference === undefined) return [];
  const message = t("This '$ref' leads back to itself without going into a value, so checking it would never end.");
  return [{ message, span: reference.span, fatal: true }];
}

function misplacedRules(root: LocatedNode, finding: SchemaFinding): SchemaProblem {
  const message = t("'rules' belongs at the root of the schema. It is not applied here.");
  return { message, span: keySpanOf(root, finding, 'rules'), fatal: false };
}

function unknownKeyword(root: LocatedNode, finding: SchemaFinding, key: string): SchemaProblem {
  const meant = closest(key, dialectKeywords);
  const advice = meant === undefined ? t('It is not applied.') : t("Did you mean '{0}'?", meant);
  return {
    message: `${t("The dialect has no keyword '{0}'.", key)} ${advice}`,
    span: keySpanOf(root, finding, key),
    fatal: false,
  };
}

function keySpanOf(root: LocatedNode, finding: SchemaFinding, key: string): Span {
  const parent = nodeAt(root, finding.path.slice(0, -1));
  const entry = parent?.kind === 'map' ? entryOf(parent, key) : undefined;
  return entry?.keySpan ?? startOf(root);
}

/** References to what is not in the file: ajv would name the first one alone, without its place. */
function danglingReferences(root: LocatedNode): SchemaProblem[] {
  return [...schemasIn(root)].flatMap(({ node }) => {
    const reference = childOf(node, '$ref');
    if (reference?.kind !== 'scalar' || typeof reference.value !== 'string') return [];
    const { source, span } = reference;
    if (!source.startsWith('#') || targetOf(root, reference) !== undefined) return [];
    return [{ message: t("There is nothing at '{0}' in this schema.", source), span, fatal: true }];
  });
}

interface Patterns {
  /** How each pattern of the schema will be matched. */
  readonly patterns: ReadonlyMap<string, BoundedPattern>;
  /** Those that are reported and not applied. */
  readonly unusable: ReadonlySet<string>;
}

function planPatterns(root: LocatedNode, problems: SchemaProblem[]): Patterns {
  const patterns = new Map<string, BoundedPattern>();
  const unusable = new Set<string>();
  for (const { node } of schemasIn(root)) {
    const pattern = childOf(node, 'pattern');
    const keys = childOf(node, 'patternProperties');
    const written = [
      ...(pattern?.kind === 'scalar' && typeof pattern.value === 'string'
        ? [{ source: pattern.value, span: pattern.span }]
        : []),
      ...(keys?.kind === 'map' ? keys.entries.map((entry) => ({ source: entry.key, span: entry.keySpan })) : []),
    ];
    for (const { source, span } of written) {
      const plan = planPattern(source, compileLinear);
      if (plan.kind === 'bounded') {
        patterns.set(source, plan.pattern);
      } else {
        unusable.add(source);
        problems.push({ message: plan.kind === 'invalid' ? plan.message : cutOff(source), span, fatal: false });
      }
    }
  }
  return { patterns, unusable };
}

/** Stands for a pattern whose keys are not checked, and for one in a place that the dialect does not know. */
function unchecked(source: string): BoundedPattern {
  return { source, test: () => true, toString: () => source };
}

function cutOff(source: string): string {
  return t(
    "The pattern '{0}' was cut off: it can backtrack without end and is not applied. Take the look-around or the nested repetition out of it.",
    source,
  );
}

function compileLinear(source: string): (text: string) => boolean {
  const pattern = RE2JS.compile(source);
  return (text) => pattern.matcher(text).find();
}

function startOf(node: LocatedNode): Span {
  return { start: node.span.start, end: Math.min(node.span.start + 1, node.span.end) };
}
