import type { MetadataTreeGroup, MetadataTreeItem } from '../../server/metadataProtocol';
import type { Localize } from '../localize';

/** What the view writes about a key. */
export interface KeyText {
  /** Its value, or that it has none. */
  readonly description: string;
  /** Title, description, source and problem, a paragraph each; plain text. */
  readonly paragraphs: readonly string[];
  /** What a screen reader says. */
  readonly spoken: string;
}

/** The name of a group and what is said of it aloud. */
export function groupText(
  { requirement, items }: MetadataTreeGroup,
  t: Localize,
): { readonly label: string; readonly spoken: string } {
  const label = groupLabel(requirement, t);
  const { length } = items;
  return { label, spoken: length === 1 ? t('{0}, 1 key', label) : t('{0}, {1} keys', label, length) };
}

function groupLabel(requirement: MetadataTreeGroup['requirement'], t: Localize): string {
  switch (requirement) {
    case 'required':
      return t('Required');
    case 'recommended':
      return t('Recommended');
    case 'optional':
      return t('Other');
  }
}

export function keyText(item: MetadataTreeItem, t: Localize): KeyText {
  const { key, state, value, title, description, problem } = item;
  const shown = state === 'missing' ? t('missing') : value === '' ? t('empty') : value;
  const source = sourceText(item, t);
  const problems = problem === undefined ? [] : [problem.message];
  const spoken = [key, shown, ...(state === 'missing' ? [] : [source]), ...problems];
  return {
    description: shown,
    paragraphs: [
      ...(title === undefined ? [] : [title]),
      ...(description === undefined ? [] : [description]),
      source,
      ...problems,
    ],
    spoken: spoken.join(', '),
  };
}

/** Where a value comes from: "From articles/docfx.json, line 57: fileMetadata for **.md". */
function sourceText({ source, place, pattern }: MetadataTreeItem, t: Localize): string {
  if (source === undefined || place === null) return t('This key is missing.');
  const line = place.range.start.line + 1;
  if (source === 'frontMatter') return t('In the front matter, line {0}', line);
  return pattern === undefined
    ? t('From {0}, line {1}: {2}', place.path, line, source)
    : t('From {0}, line {1}: {2} for {3}', place.path, line, source, pattern);
}
