import assert from 'node:assert/strict';
import { createLineIndex } from '../../../../src/core/text/position';
import type { Completion, Completions } from '../../../../src/features/completion/completion';
import { completeMetadata, metadataPlaceToComplete, type Author } from '../../../../src/features/completion/metadata';
import { descriptionOf } from '../../../../src/features/metadata/descriptions';
import { docfx, open, plainConfiguration } from '../../core/support/repository';
import type { Files } from '../../core/support/memoryHost';

/** A schema with keys of every kind. */
export const teamSchema = {
  strictRequired: ['title', 'topic', 'owner'],
  recommended: ['tags'],
  docsetUnique: ['title'],
  properties: {
    old: { title: 'Retired', replacedBy: 'topic' },
    note: { title: 'Note', type: ['string', 'null'] },
    title: { title: 'Page title', type: 'string' },
    topic: { title: 'Kind', enum: ['how-to', 'overview', 'a|b,c', 'former'], deprecatedValues: { former: 'overview' } },
    date: { title: 'Day', dateFormat: 'M/d/yyyy' },
    tags: { title: 'Tags', type: 'array', items: { enum: ['one', 'two', 'x, y'] } },
    words: { title: 'Words', type: ['string', 'array'], examples: [['alpha', 'a: b']] },
    level: { title: 'Level', type: 'integer', enum: [100, 200] },
    version: { title: 'Version', const: '10.0' },
    hidden: { title: 'Hidden', type: ['boolean', 'null'] },
    owner: { title: 'Owner', type: 'string', examples: ['somebody'] },
    service: { title: 'Service', type: 'string' },
    part: { title: 'Part', type: 'string' },
  },
  enumDependencies: {
    service: { sales: { part: { leads: null, quotes: null, '': null } }, field: { part: { crews: null } } },
  },
};

const files: Files = {
  'docfx.json': docfx({ globalMetadata: { service: 'sales', owner: 'the team' } }),
  '.dynamics-docs.json': plainConfiguration,
  'schema.json': JSON.stringify(teamSchema),
};

export interface Surroundings {
  /** Other articles of the docset, each as the lines of its front matter. */
  readonly others?: readonly (readonly string[])[];
  readonly author?: Author;
  readonly trigger?: string;
  /** Further files, or others in place of the usual ones. */
  readonly files?: Files;
}

const nobody: Author = { author: undefined, alias: undefined };

/** What is offered at the `|` of an article, in the order in which an editor shows it. */
export async function completions(
  marked: string,
  { others = [], author = nobody, trigger, files: more = {} }: Surroundings = {},
): Promise<Completions | undefined> {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const articles: Record<string, string> = {};
  for (const [index, lines] of others.entries())
    articles[`other-${index}.md`] = ['---', ...lines, '---', '', ''].join('\n');
  const { repository } = await open({ ...files, ...more, ...articles }, {}, { countsValues: true });
  repository.validateText('a.md', text);
  const position = createLineIndex(text).positionAt(at);
  const place = metadataPlaceToComplete(text, position, trigger);
  if (place === undefined) return undefined;
  const { context } = repository.files.infoOf('a.md');
  const found = completeMetadata(text, position.line, place, {
    schemas: context.schemas.map(descriptionOf),
    inherited: context.inheritance?.of('a.md').metadata ?? new Map(),
    usedFor: (key) => repository.values?.valuesOf('', key, 'a.md') ?? { values: [], mostlyLists: false },
    author,
    today: repository.today(),
  });
  if (found === undefined) return undefined;
  for (const { range } of found.items) {
    assert.equal(range.start.line, position.line);
    assert.ok(range.start.character <= position.character && position.character <= range.end.character);
  }
  return { ...found, items: [...found.items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1)) };
}

/** The items alone. */
export async function offered(marked: string, surroundings?: Surroundings): Promise<readonly Completion[]> {
  return (await completions(marked, surroundings))?.items ?? [];
}

/** Their labels. */
export async function labels(marked: string, surroundings?: Surroundings): Promise<string[]> {
  return (await offered(marked, surroundings)).map(({ label }) => label);
}

/** The text once the item of a label was taken, the snippet where there is one. */
export async function taken(marked: string, label: string, surroundings?: Surroundings): Promise<string> {
  const item = (await offered(marked, surroundings)).find((candidate) => candidate.label === label);
  assert.ok(item, `${label} is not offered`);
  const text = marked.replace('|', '');
  const lines = createLineIndex(text);
  return (
    text.slice(0, lines.offsetAt(item.range.start)) +
    (item.snippet ?? item.newText) +
    text.slice(lines.offsetAt(item.range.end))
  );
}

/** An article with a header of these lines. */
export function article(...lines: readonly string[]): string {
  return ['---', ...lines, '---', '', '# The heading: of it', ''].join('\n');
}
