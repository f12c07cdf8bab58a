import { formatDay } from '../../core/schema/dateRepair';
import type { TextEdit } from '../../core/text/edit';
import { entryOf } from '../../core/text/locatedNode';
import type { ArticleFacts } from '../fixes/articleFacts';
import { keyDescription } from './descriptions';
import { setValue } from './setValue';

/** The key whose date readers see. */
export const dateKey = 'ms.date';

/** How Learn writes dates, where no schema says so. */
const usualFormat = 'MM/dd/yyyy';

/**
 * Writes today into `ms.date`, in the format of the key and in the quotes that it has.
 *
 * @param insertsKey whether an article without the key gets it
 */
export function updateDate(facts: ArticleFacts, insertsKey: boolean): readonly TextEdit[] {
  const { document, frontMatter, schemas, today } = facts;
  const entry = entryOf(frontMatter.map, dateKey);
  if (entry === undefined && !insertsKey) return [];
  const day = formatDay(today, keyDescription(schemas, dateKey)?.dateFormat ?? usualFormat);
  if (day === '') return [];
  const first = entry === undefined ? '' : document.text.charAt(entry.value.span.start);
  const quote = first === '"' || first === "'" ? first : '';
  return setValue(facts, dateKey, `${quote}${day}${quote}`);
}
