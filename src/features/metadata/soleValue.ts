import { yamlText } from '../../core/frontMatter/edit';
import { formatDay } from '../../core/schema/dateRepair';
import type { Day } from '../../core/schema/day';
import type { KeyDescription } from '../../core/schema/describe';

/**
 * The one value that can be meant by a key, as YAML: today, the only one allowed, the heading for a title. '' where none is
 * known.
 *
 * @param heading the text of the article's first heading; '' where it has none
 */
export function soleValue(
  key: string,
  description: KeyDescription | undefined,
  today: Day,
  heading: () => string,
): string {
  if (description?.dateFormat !== undefined) return formatDay(today, description.dateFormat);
  const [only, ...others] = description?.values ?? [];
  if (description !== undefined && only !== undefined && others.length === 0) return writtenAs(description, only);
  const text = key === 'title' ? heading() : '';
  return text === '' ? '' : yamlText(text);
}

/** An allowed value as YAML. A number or a truth value is written as such where the schema wants no text. */
export function writtenAs({ types, values }: KeyDescription, text: string): string {
  const isTruth = types.includes('boolean') && values.length === 0;
  return isTruth || (types.length > 0 && !types.includes('string')) ? text : yamlText(text);
}
