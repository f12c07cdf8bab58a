import { parseFrontMatter } from '../../core/frontMatter/parse';
import type { UsedValues } from '../../core/docset/valueIndex';
import type { EffectiveMetadata } from '../../core/metadata/effective';
import type { Day } from '../../core/schema/day';
import type { SchemaDescription } from '../../core/schema/describe';
import { lineBreakOf } from '../../core/text/lines';
import type { LocatedMap } from '../../core/text/locatedNode';
import { lineStarts, type Position } from '../../core/text/position';
import type { Completions } from './completion';
import { completeKey } from './metadataKeys';
import { metadataPlaceAt, type MetadataPlace } from './metadataPlace';
import { completeValue } from './metadataValues';

/** Who writes, as far as it is known. */
export interface Author {
  /** GitHub ID. */
  readonly author: string | undefined;
  /** Microsoft alias. */
  readonly alias: string | undefined;
}

/** What completion of metadata asks about an article's surroundings. */
export interface MetadataWorld {
  /** Of the schemas in force. */
  readonly schemas: readonly SchemaDescription[];
  /** What the docset supplies. */
  readonly inherited: EffectiveMetadata;
  /** What other articles of the docset give a key. */
  readonly usedFor: (key: string) => UsedValues;
  readonly author: Author;
  readonly today: Day;
}

/** An article with what completion needs to know of it. */
export interface CompletedArticle extends MetadataWorld {
  readonly text: string;
  readonly map: LocatedMap;
  readonly line: number;
  /** Where the cursor's line starts in the text. */
  readonly lineStart: number;
  readonly lineBreak: string;
}

/** Typing these brings up what can be written next: after a colon, a space behind it, a list's bracket, `ms.`. */
export const metadataTriggers = [':', ' ', '[', '.'] as const;

/**
 * The key or value that is being written at a position of front matter, where something is to be offered for it.
 *
 * @param trigger the character that asked by being typed; `undefined` where the writer did
 */
export function metadataPlaceToComplete(
  text: string,
  position: Position,
  trigger: string | undefined,
): MetadataPlace | undefined {
  const place = metadataPlaceAt(text, position);
  return place !== undefined && isMeant(place, trigger) ? place : undefined;
}

/** What can be written at a place in a line of a text. `undefined` where nothing is known. */
export function completeMetadata(
  text: string,
  line: number,
  place: MetadataPlace,
  world: MetadataWorld,
): Completions | undefined {
  const lineStart = lineStarts(text)[line] ?? 0;
  // Half a key is no YAML: without it the rest of the header can still be read.
  const isHalfKey = place.kind === 'key' && !place.hasColon;
  const read = isHalfKey ? text.slice(0, lineStart + place.start) + text.slice(lineStart + place.end) : text;
  const article: CompletedArticle = {
    ...world,
    text,
    map: parseFrontMatter(read).map,
    line,
    lineStart,
    lineBreak: lineBreakOf(text),
  };
  return place.kind === 'key' ? completeKey(place, article) : completeValue(place, article);
}

/** Whoever types prose into a title is not asked what it should be. */
function isMeant(place: MetadataPlace, trigger: string | undefined): boolean {
  if (trigger === undefined) return true;
  if (place.kind === 'key') return trigger === '.';
  return trigger !== '.' && place.written.trim() === '';
}
