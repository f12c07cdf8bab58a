import type { EffectiveEntry, EffectiveMetadata, Origin } from '../../core/metadata/effective';
import type { KeyDescription, SchemaDescription } from '../../core/schema/describe';
import { localized, t } from '../../core/text/localize';
import { basename } from '../../core/text/path';
import { escapedMarkdown } from '../escapedMarkdown';
import { keyDescription } from './descriptions';
import { shortValue } from './shortValue';

/** What is said about metadata depends on these. */
export interface ExplainedMetadata {
  /** Of the schemas in force. */
  readonly schemas: readonly SchemaDescription[];
  /** What docfx.json supplies. */
  readonly inherited: EffectiveMetadata;
  /** Where a line of a file can be opened: a root-relative path and a line from 0. */
  readonly linkTo: (path: string, line: number) => string;
}

/** A list of more is not read. */
const maxValues = 20;
const maxExamples = 3;

/**
 * Explains a key as Markdown: what it is for, what may stand there, what docfx.json supplies. '' where nothing is known.
 *
 * @param own whether the article sets the key itself; `undefined` where none is looked at
 * @param value one that is written, to say that it is retired
 */
export function explainKey(key: string, metadata: ExplainedMetadata, own?: boolean, value?: string): string {
  const said = detailsOf(key, metadata, own, value);
  return said === '' ? '' : `${headOf(key, keyDescription(metadata.schemas, key))}\n\n${said}`;
}

/** The same for a place that shows the key and its title already. */
export function detailsOf(
  key: string,
  { schemas, inherited, linkTo }: ExplainedMetadata,
  own?: boolean,
  value?: string,
): string {
  const description = keyDescription(schemas, key);
  const supplied = inherited.get(key);
  const origin = supplied === undefined ? undefined : suppliedBy(supplied, linkTo);
  const effective =
    supplied === undefined || origin === undefined
      ? own === true && description === undefined
        ? t('Set in this article.')
        : ''
      : own === true
        ? t('Overrides {0} from {1}', code(shortValue(supplied)), origin)
        : t('Inherited: {0} from {1}', code(shortValue(supplied)), origin);
  const parts = [...(description === undefined ? [] : described(description, value)), effective];
  return parts.filter((part) => part !== '').join('\n\n');
}

function headOf(key: string, description: KeyDescription | undefined): string {
  const requirement = description?.requirement ?? 'optional';
  const notes = [localized(description?.title ?? ''), requirement === 'optional' ? '' : localized(requirement)];
  return [`**${escapedMarkdown(key)}**`, ...notes.filter((note) => note !== '')].join(' · ');
}

function described(description: KeyDescription, value: string | undefined): string[] {
  const { successor, deprecatedValues, values, list, dateFormat } = description;
  const now = value === undefined ? undefined : deprecatedValues.get(value);
  const allowed = (values.length > 0 ? values : (list?.values ?? [])).filter((each) => !deprecatedValues.has(each));
  const examples = [...description.examples, ...(list?.examples ?? [])].slice(0, maxExamples);
  return [
    retired(successor),
    value === undefined || now === undefined
      ? ''
      : now === ''
        ? t('{0} is retired.', code(value))
        : t('{0} is retired: use {1}.', code(value), code(now)),
    localized(description.description ?? ''),
    dateFormat === undefined ? '' : t('Format: {0}', code(dateFormat)),
    allowed.length === 0 ? '' : t('Allowed: {0}', some(allowed)),
    allowed.length > 0 || examples.length === 0
      ? ''
      : examples.length === 1
        ? t('Example: {0}', examples.map(code).join())
        : t('Examples: {0}', examples.map(code).join(', ')),
  ];
}

function retired(successor: string | undefined): string {
  if (successor === undefined) return '';
  return successor === '' ? t('Retired: remove it.') : t('Retired: use {0} instead.', code(successor));
}

function some(values: readonly string[]): string {
  const shown = values.slice(0, maxValues).map(code).join(', ');
  return values.length > maxValues ? t('{0} and {1} more', shown, values.length - maxValues) : shown;
}

/** Which file supplies a value, with a link to the line, and for which articles. */
export function suppliedBy({ keySpan, origin }: EffectiveEntry, linkTo: ExplainedMetadata['linkTo']): string {
  const { path } = origin.document;
  const { line } = origin.document.rangeOf(keySpan).start;
  return `[${basename(path)}:${line + 1}](${linkTo(path, line)}) (${ruleOf(origin)})`;
}

function ruleOf({ source, pattern }: Origin): string {
  return pattern === undefined ? source : `${source}, ${code(pattern)}`;
}

/** Text as Markdown shows it unchanged; quotes for an empty one. */
export function code(text: string): string {
  if (text === '') return code('""');
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}
