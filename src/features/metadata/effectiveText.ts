import { effectiveMetadata } from '../../core/metadata/effective';
import { oneBased } from '../../core/text/position';
import { yamlText } from '../../core/frontMatter/edit';
import type { Examination } from '../fixes/fixAll';
import { metadataOverview, type MetadataGroup, type MetadataItem } from './overview';
import { yamlOf } from './setValue';
import { localized, marked, t } from '../../core/text/localize';

const titles: Readonly<Record<MetadataGroup['requirement'], string>> = {
  required: marked('Required'),
  recommended: marked('Recommended'),
  optional: marked('Other'),
};

/** The effective metadata of an article as YAML whose comments name the source of each value. Line breaks are `\n`. */
export function effectiveMetadataText(examination: Examination): string {
  const { document, frontMatter, inherited } = examination.facts;
  const effective = effectiveMetadata(inherited, frontMatter.map, document);
  const yaml = ({ key }: MetadataItem): string => {
    const entry = effective.get(key);
    return entry === undefined ? '' : yamlOf(entry);
  };
  const { groups } = metadataOverview(examination);
  const heading = `# ${t('Effective metadata of {0}', document.path)}\n`;
  return [heading, ...groups.map((group) => groupText(group, yaml))].join('\n');
}

function groupText({ requirement, items }: MetadataGroup, yaml: (item: MetadataItem) => string): string {
  return `# ${localized(titles[requirement])}\n\n${items.map((item) => itemText(item, yaml(item))).join('')}`;
}

function itemText(item: MetadataItem, yaml: string): string {
  const comments = [sourceOf(item), ...(item.problem?.message.split('\n') ?? [])];
  const line = `${yamlText(item.key)}:${yaml === '' ? '' : ` ${yaml}`}`;
  return `${comments.map((comment) => `# ${comment}\n`).join('')}${item.source === undefined ? '# ' : ''}${line}\n`;
}

/** "docfx.json:57:22, fileMetadata "**.md"": where a value comes from. */
function sourceOf({ source, place, pattern }: MetadataItem): string {
  if (source === undefined || place === undefined) return t('missing');
  const { line, column } = oneBased(place.range.start);
  return `${place.path}:${line}:${column}, ${source}${pattern === undefined ? '' : ` "${pattern}"`}`;
}
