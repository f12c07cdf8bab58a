import { afterBlanks, locateAttributes, nameFrom } from './located';

/** A directive such as `:::image source="a.png":::` as it stands in a string. */
export interface TripleColon {
  /** In lower case. */
  readonly name: string;
  /** Values by name in lower case; '' for a name alone. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Offset behind the directive. */
  readonly end: number;
}

/**
 * Reads a directive by DocFX's rules: names in any case, values in double quotes, nothing twice.
 *
 * @param start the first colon
 * @param end where the text ends that may belong to it
 * @param form a block may have spaces behind the first colons; what closes itself ends at `:::` or with the text
 */
export function readTripleColon(
  text: string,
  start: number,
  end: number,
  form: { readonly isBlock: boolean; readonly closesItself: boolean },
): TripleColon | undefined {
  if (!text.startsWith(':::', start)) return undefined;
  const at = form.isBlock ? afterBlanks(text, start + 3) : start + 3;
  const name = at < end ? nameFrom(text, at).slice(0, end - at) : '';
  const read = name === '' ? undefined : readAttributes(text, at + name.length, end, form.closesItself);
  return read === undefined ? undefined : { name: name.toLowerCase(), ...read };
}

/** Attributes up to the end of a text or, where that closes them, up to and with `:::`; `undefined` where others stand there. */
export function readAttributes(
  text: string,
  start: number,
  end: number,
  closes: boolean,
): Omit<TripleColon, 'name'> | undefined {
  const read = locateAttributes(text.slice(0, end), start);
  if (read.problem !== undefined || (read.closing !== undefined && !closes)) return undefined;
  return { attributes: new Map(read.attributes.map(({ name, value }) => [name, value])), end: read.end };
}

/** Whether a directive has no other attributes than these: the build refuses one that has. */
export function hasOnly({ attributes }: TripleColon, known: ReadonlySet<string>): boolean {
  for (const name of attributes.keys()) if (!known.has(name)) return false;
  return true;
}
