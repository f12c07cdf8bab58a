/** A directive such as `:::image source="a.png":::` as it stands in a string. */
export interface TripleColon {
  /** In lower case. */
  readonly name: string;
  /** Values by name in lower case; '' for a name alone. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Offset behind the directive. */
  readonly end: number;
}

const quote = 34;
const equals = 61;

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
  const at = form.isBlock ? skipBlanks(text, start + 3, end) : start + 3;
  const name = readName(text, at, end);
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
  const attributes = new Map<string, string>();
  let at = skipBlanks(text, start, end);
  while (at < end) {
    if (closes && text.startsWith(':::', at)) return { attributes, end: at + 3 };
    const name = readName(text, at, end);
    const key = name.toLowerCase();
    if (key === '' || attributes.has(key)) return undefined;
    at = skipBlanks(text, at + name.length, end);
    let value = '';
    if (text.charCodeAt(at) === equals) {
      const opening = skipBlanks(text, at + 1, end);
      const closing = text.charCodeAt(opening) === quote ? text.indexOf('"', opening + 1) : -1;
      if (closing === -1 || closing >= end) return undefined;
      value = text.slice(opening + 1, closing);
      at = skipBlanks(text, closing + 1, end);
    }
    attributes.set(key, value);
  }
  return { attributes, end };
}

const nameAt = /[a-z][a-z0-9-]*/iy;

function readName(text: string, at: number, end: number): string {
  nameAt.lastIndex = at;
  return (nameAt.exec(text)?.[0] ?? '').slice(0, Math.max(0, end - at));
}

/** The first place that holds no space or tab. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at;
}

/** Whether a directive has no other attributes than these: the build refuses one that has. */
export function hasOnly({ attributes }: TripleColon, known: ReadonlySet<string>): boolean {
  for (const name of attributes.keys()) if (!known.has(name)) return false;
  return true;
}
