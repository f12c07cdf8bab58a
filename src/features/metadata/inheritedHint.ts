import { locateHeader } from '../../core/frontMatter/locate';
import { parseFrontMatter } from '../../core/frontMatter/parse';
import type { EffectiveEntry } from '../../core/metadata/effective';
import { createLineIndex, type Position, type Range } from '../../core/text/position';
import { keyOrder } from './descriptions';
import { code, suppliedBy, type ExplainedMetadata } from './explain';
import { shortValue } from './shortValue';
import { t } from '../../core/text/localize';

/** A piece of a hint. */
export interface HintPart {
  readonly text: string;
  /** Where the value stands that the piece names. */
  readonly target?: { readonly path: string; readonly range: Range };
}

/** What is shown behind the front matter of an article. */
export interface InheritedHint {
  readonly position: Position;
  readonly parts: readonly HintPart[];
  /** Everything that is inherited, as Markdown. */
  readonly tooltip: string;
}

/** More would be longer than the articles' own lines: of one value, and of everything. */
const valueLength = 32;
const hintLength = 100;

/** What an article inherits and does not set itself, in one line; `undefined` where that is nothing. */
export function inheritedHint(text: string, metadata: ExplainedMetadata): InheritedHint | undefined {
  if (metadata.inherited.size === 0) return undefined;
  const close = locateHeader(text).header?.close;
  if (close === undefined) return undefined;
  const own = new Set(parseFrontMatter(text).map.entries.map(({ key }) => key));
  const entries = inOrder(metadata).filter(({ key }) => !own.has(key));
  if (entries.length === 0) return undefined;
  return {
    position: createLineIndex(text).positionAt(close.end),
    parts: partsOf(entries),
    tooltip: [t('Inherited metadata:'), '', ...entries.map((entry) => lineOf(entry, metadata))].join('\n'),
  };
}

/** As many as fit, and the number of the others. */
function partsOf(entries: readonly EffectiveEntry[]): HintPart[] {
  const parts: HintPart[] = [];
  let length = 0;
  for (const [index, entry] of entries.entries()) {
    const between = index === 0 ? `${t('inherits')} ` : ', ';
    const text = `${entry.key}: ${shortValue(entry, valueLength)}`;
    length += between.length + text.length;
    if (index > 0 && length > hintLength) return [...parts, { text: `, +${entries.length - index}` }];
    parts.push({ text: between }, { text, target: placeOf(entry) });
  }
  return parts;
}

/** Keys that the schemas describe in their order, then the others. */
function inOrder({ schemas, inherited }: ExplainedMetadata): EffectiveEntry[] {
  const known = keyOrder(schemas).flatMap((key) => inherited.get(key) ?? []);
  const listed = new Set(known);
  return [...known, ...[...inherited.values()].filter((entry) => !listed.has(entry))];
}

function placeOf({ keySpan, origin: { document } }: EffectiveEntry): NonNullable<HintPart['target']> {
  return { path: document.path, range: document.rangeOf(keySpan) };
}

function lineOf(entry: EffectiveEntry, { linkTo }: ExplainedMetadata): string {
  return `- ${code(entry.key)}: ${code(shortValue(entry))} — ${suppliedBy(entry, linkTo)}`;
}
