import { codes, type Code } from '../rules/codes';
import { isRuleSetting, type RuleSetting } from '../rules/severity';
import { compileGlob, type Glob } from '../metadata/glob';
import { objectOf } from '../text/jsonValue';
import { localized } from '../text/localize';
import type { JsonValue } from '../text/locatedNode';
import type { SchemaFinding } from './findings';
import { fill } from './messages';

/** One entry of a schema's `rules`. */
interface CustomRule {
  readonly severity?: RuleSetting;
  readonly code?: string;
  readonly message?: string;
  readonly additionalMessage?: string;
  readonly contentTypes?: readonly string[];
  readonly tags?: readonly string[];
  readonly exclude?: readonly Glob[];
  readonly disabled?: boolean;
}

/** `rules` of a schema: dotted property path → code of the dialect → how to report it. */
export type CustomRules = ReadonlyMap<string, ReadonlyMap<string, CustomRule>>;

/** A finding under the name and severity that the schema gives it. */
export interface GradedFinding {
  readonly finding: SchemaFinding;
  readonly code: string;
  readonly severity: Exclude<RuleSetting, 'off'>;
  readonly message: string;
}

/** What decides whether a rule applies to an article. */
export interface RuleSubject {
  /** Path relative to the docset. */
  readonly path: string;
  /** Its effective metadata. */
  readonly metadata: Readonly<Record<string, JsonValue>>;
}

/** Reads `rules`; what has a wrong shape is left out here and reported by the meta-schema. */
export function readCustomRules(value: unknown): CustomRules {
  return new Map(
    Object.entries(objectOf(value)).map(([property, byCode]) => [
      property,
      new Map(Object.entries(objectOf(byCode)).map(([code, rule]) => [code, readRule(rule)])),
    ]),
  );
}

function readRule(value: unknown): CustomRule {
  if (isRuleSetting(value)) return { severity: value };
  const fields = objectOf(value);
  const { severity, code, message, additionalMessage, disabled } = fields;
  return {
    ...(isRuleSetting(severity) ? { severity } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof message === 'string' ? { message } : {}),
    ...(typeof additionalMessage === 'string' ? { additionalMessage } : {}),
    ...(disabled === true ? { disabled } : {}),
    contentTypes: strings(fields.contentTypes),
    tags: strings(fields.tags),
    exclude: strings(fields.exclude).map(compileGlob),
  };
}

/** Renames and re-grades a finding; `undefined` where a rule silences it. */
export function applyRules(
  finding: SchemaFinding,
  rules: CustomRules,
  subject: RuleSubject,
): GradedFinding | undefined {
  const rule = rules.get(finding.property)?.get(finding.code);
  const severity = rule?.severity ?? defaultSeverity(finding.code);
  if (severity === 'off' || (rule !== undefined && !applies(rule, subject))) return undefined;
  return { finding, code: rule?.code ?? finding.code, severity, message: wording(finding, rule) };
}

/** How a finding that spans several articles is named and graded: known before there is one. */
export function ruleFor(
  rules: CustomRules,
  property: string,
  code: Code,
  subject: RuleSubject,
): { readonly code: string; readonly severity: RuleSetting; readonly suffix: string } {
  const rule = rules.get(property)?.get(code);
  const silenced = rule !== undefined && !applies(rule, subject);
  return {
    code: rule?.code ?? code,
    severity: silenced ? 'off' : (rule?.severity ?? defaultSeverity(code)),
    suffix: rule?.additionalMessage === undefined ? '' : ` ${localized(rule.additionalMessage)}`,
  };
}

function applies(rule: CustomRule, subject: RuleSubject): boolean {
  if (rule.disabled === true) return false;
  if (rule.exclude?.some((glob) => glob.matches(subject.path)) === true) return false;
  // Every article here is a conceptual page in the terms of the Learn build.
  const types = rule.contentTypes ?? [];
  if (types.length > 0 && !types.some((type) => type.toLowerCase() === 'conceptual')) return false;
  return !(rule.tags?.includes('SEO') === true && isHidden(subject.metadata));
}

/** Pages that search engines are told to leave out need no care for search engines. */
function isHidden(metadata: Readonly<Record<string, JsonValue>>): boolean {
  return ['ROBOTS', 'robots'].some((key) =>
    JSON.stringify(metadata[key] ?? '')
      .toLowerCase()
      .includes('noindex'),
  );
}

function wording(finding: SchemaFinding, rule: CustomRule | undefined): string {
  const message = rule?.message === undefined ? finding.message : fill(localized(rule.message), finding.args);
  if (rule?.additionalMessage === undefined) return message;
  return `${message}${message.endsWith('.') ? '' : '.'} ${localized(rule.additionalMessage)}`;
}

function defaultSeverity(code: Code): Exclude<RuleSetting, 'off'> {
  return codes[code].severity;
}

function strings(value: unknown): string[] {
  return [value].flat().filter((item): item is string => typeof item === 'string');
}
