import { bundledSchema } from '../../core/schema/metadataSchema';
import { descriptionOf } from '../metadata/descriptions';
import { namedArticles, type Occurrence } from './evidence';
import { shown, thresholds, type InferredKey, type InferredValue } from './inferKey';
import type { DraftSource, MisspeltKey } from './infer';

export interface Draft extends DraftSource {
  /** In the order in which articles list them. */
  readonly keys: readonly InferredKey[];
  readonly misspelt: readonly MisspeltKey[];
  /** How many there were. */
  readonly articles: number;
}

/** Columns that a line should keep to. */
const lineWidth = 120;
/** Values and mistakes that a comment names. */
const shownValues = 5;
const shownMistakes = 10;

/** The draft as JSON with comments, two spaces for each level. */
export function writeDraft(draft: Draft): string {
  const { keys } = draft;
  const names = (requirement: InferredKey['requirement']): string[] =>
    keys.filter((inferred) => inferred.requirement === requirement).map(({ evidence }) => evidence.key);
  const required = names('required');
  const recommended = names('recommended');
  const members = [
    member('$schema', bundledDialect),
    member('title', `Metadata of ${draft.name}`),
    member('type', 'object'),
    ...(required.length === 0
      ? []
      : [[comment(`In ${percent(thresholds.required)} of the articles or more.`), member('strictRequired', required)]]),
    ...(recommended.length === 0
      ? []
      : [
          [
            comment(`In ${percent(thresholds.recommended)} of the articles or more.`),
            member('recommended', recommended),
          ],
        ]),
    propertiesOf(draft),
  ];
  return `${[...introduction(draft).map(comment), '{', block(members.map((one) => [one].flat().join('\n'))), '}'].join('\n')}\n`;
}

const bundledDialect = 'urn:dynamics-docs:schema:metadata-dialect';

function introduction({ name, articles, unread }: Draft): string[] {
  const lines = [
    `A draft, inferred from ${articles} article${articles === 1 ? '' : 's'} of ${name}.`,
    'What docfx.json supplies counts as there. The comments are the evidence: read them, correct what they led to,',
    'and name this file in .dynamics-docs.json: { "metadataSchema": ["dynamics", "path/of/this/file"] }.',
  ];
  if (articles < thresholds.enough)
    lines.push(
      `Fewer than ${thresholds.enough} articles are no evidence of what is required or of which values there are.`,
    );
  if (unread.length > 0)
    lines.push(`Left out, since the build does not read their front matter: ${someOf(unread, unread.length)}.`);
  return lines;
}

function propertiesOf({ keys, misspelt, articles }: Draft): string {
  const known = descriptionOf(bundledSchema()).keys;
  const members = keys.map((inferred) => {
    const { key } = inferred.evidence;
    const description = known.get(key);
    const notes = [
      ...evidenceOf(inferred, articles),
      ...(description?.successor === undefined ? [] : [retired(description.successor)]),
    ];
    return [...notes.map(comment), object(key, keywordsOf(inferred, description?.description))].join('\n');
  });
  const leftOut = misspelt.map(({ evidence, meant }) =>
    comment(
      `Not a key, likely misspelt: ${shown(evidence.key)} for ${shown(meant)} (${someOf(evidence.paths, evidence.withValue + evidence.empty)}).`,
    ),
  );
  return object('properties', members, leftOut);
}

function retired(successor: string): string {
  return successor === '' ? 'Learn does not use this key any more.' : `Learn uses ${shown(successor)} instead.`;
}

function evidenceOf({ evidence, values, mistakes, items }: InferredKey, articles: number): string[] {
  const { withValue, inherited, empty, missing } = evidence;
  const share = `In ${withValue} of ${articles} (${percent(withValue / articles)})`;
  const parts = [
    inherited === 0 ? share : `${share}, ${inherited === withValue ? 'all' : inherited} from docfx.json`,
    empty === 0 ? '' : `empty in ${empty}`,
    withValue === articles || withValue < articles / 2 ? '' : `none in ${someOf(missing, articles - withValue)}`,
  ];
  return [
    `${parts.filter((part) => part !== '').join('; ')}.`,
    ...valueNotes('Values', values, mistakes),
    ...(items === undefined ? [] : valueNotes('Items', items.values, items.mistakes)),
  ];
}

function valueNotes(
  what: string,
  values: readonly Occurrence<string>[],
  mistakes: readonly Occurrence<string>[],
): string[] {
  const used = values.slice(0, shownValues).map((value) => `${shown(value.what)} ${value.count}`);
  const more = values.length > shownValues ? `, and ${values.length - shownValues} more` : '';
  const wrong = mistakes
    .slice(0, shownMistakes)
    .map((mistake) => `${mistake.what} (${someOf(mistake.paths, mistake.count)})`);
  const others = mistakes.length > shownMistakes ? `, and ${mistakes.length - shownMistakes} more` : '';
  return [
    ...(used.length === 0 ? [] : [`${what}: ${used.join(', ')}${more}.`]),
    ...(wrong.length === 0
      ? []
      : [`Rare, likely ${wrong.length === 1 ? 'a mistake' : 'mistakes'}: ${wrong.join(', ')}${others}.`]),
  ];
}

/** Members of an object, each a text. */
function keywordsOf(inferred: InferredKey, description: string | undefined): string[] {
  const { items, evidence } = inferred;
  return [
    ...(description === undefined ? [] : [member('description', description)]),
    ...valueKeywords(inferred, evidence.blankText),
    ...(items === undefined || items.types.length === 0 ? [] : [object('items', valueKeywords(items, false))]),
  ];
}

function valueKeywords({ types, values, dateFormat }: InferredValue, blankText: boolean): string[] {
  // Whether a key may stay empty is said by what is required. A key that always does may hold anything.
  const named = [...types, ...(types.length > 0 && !types.includes('null') ? ['null'] : [])];
  const texts = values.map(({ what }) => what);
  return [
    ...(named.length === 0 ? [] : [member('type', named)]),
    ...(texts.length === 0 ? [] : [member('enum', [...texts, ...(blankText ? [''] : []), null])]),
    ...(dateFormat === undefined ? [] : [member('dateFormat', dateFormat)]),
  ];
}

function member(name: string, value: string | readonly (string | null)[]): string {
  if (typeof value === 'string') return `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  const items = value.map((item) => JSON.stringify(item));
  const line = `${JSON.stringify(name)}: [${items.join(', ')}]`;
  return line.length < lineWidth - 8 ? line : `${JSON.stringify(name)}: [\n${block(items)}\n]`;
}

function object(name: string, members: readonly string[], comments: readonly string[] = []): string {
  const lines = [...(members.length === 0 ? [] : [block(members)]), ...comments.map(indented)];
  return lines.length === 0 ? `${JSON.stringify(name)}: {}` : `${JSON.stringify(name)}: {\n${lines.join('\n')}\n}`;
}

function block(members: readonly string[]): string {
  return members.map(indented).join(',\n');
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

/** One line: what a repository holds must not end the comment. */
function comment(text: string): string {
  // eslint-disable-next-line no-control-regex
  return `// ${text.replaceAll(/[\u0000-\u001f\u0085\u2028\u2029]+/g, ' ')}`;
}

/** The first few of a number of paths. */
function someOf(paths: readonly string[], count: number): string {
  const named = paths.slice(0, namedArticles);
  const more = count - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}

/** Rounded down: what is not in all articles is in less than 100 %. */
function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10} %`;
}
