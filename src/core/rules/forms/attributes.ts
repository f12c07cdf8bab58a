import type { AttributeInfo, BlockInfo } from '../../directives/blocks';
import type { LocatedAttribute } from '../../directives/located';
import { valueOf, type Directive } from '../../structure/forms/directives';
import { insertion } from '../../text/edit';
import { closestWord, isSlip } from '../../text/suggest';
import type { Span } from '../../text/position';
import { certainFix, possibleFix, type Fix } from '../fix';

/** What is wrong with the attributes of an element. */
export interface AttributeMistake {
  readonly message: string;
  readonly span: Span;
  readonly fixes?: readonly Fix[];
}

/** Longer words are no names. */
const longestName = 30;

/** Attributes that are unknown, missing or say what they cannot, in an element that is well formed. */
export function attributeMistakes(directive: Directive, block: BlockInfo): readonly AttributeMistake[] {
  const infos = new Map(block.attributes.map((info) => [info.name, info]));
  const found = directive.attributes.flatMap((attribute) => {
    const info = infos.get(attribute.name);
    const mistake = info === undefined ? unknown(directive, block, attribute) : wrongValue(info, attribute);
    return mistake === undefined ? [] : [mistake];
  });
  // What is missing may be there under a wrong name.
  if (found.length > 0) return found;
  const missing = block.required.find((name) => (valueOf(directive, name) ?? '').trim() === '');
  if (missing !== undefined) return [lacking(directive, block, missing)];
  return block.name === 'zone' ? zoneMistakes(directive) : [];
}

function unknown(directive: Directive, { name, attributes }: BlockInfo, attribute: LocatedAttribute): AttributeMistake {
  const left = attributes.map((info) => info.name).filter((known) => valueOf(directive, known) === undefined);
  const meant = attribute.name.length > longestName ? undefined : closestWord(attribute.name, left);
  const known = attributes.map((info) => `'${info.name}'`).join(', ');
  const advice =
    meant !== undefined
      ? `Did you mean '${meant}'?`
      : known === ''
        ? 'It has none: remove it.'
        : `Remove it, or use one of ${known}.`;
  const message = `The build does not show a ':::${name}' with the attribute '${attribute.name}'. ${advice}`;
  const span = attribute.nameSpan;
  return { message, span, fixes: meant === undefined ? [] : [changed(attribute.name, meant, span)] };
}

function wrongValue(
  { name, values = [] }: AttributeInfo,
  { value, valueSpan }: LocatedAttribute,
): AttributeMistake | undefined {
  if (valueSpan === undefined || value === '' || values.length === 0 || values.includes(value)) return undefined;
  // The build reads no other target, and takes anything else for the usual value.
  const meant = value.length > longestName ? undefined : closestWord(value, values);
  if (meant === undefined && name !== 'target') return undefined;
  const advice =
    meant === undefined ? `Type one of ${values.map((one) => `'${one}'`).join(', ')}.` : `Did you mean '${meant}'?`;
  return {
    message: `'${value}' is no value of '${name}'. ${advice}`,
    span: valueSpan,
    fixes: meant === undefined ? [] : [changed(value, meant, valueSpan)],
  };
}

function changed(written: string, meant: string, span: Span): Fix {
  const isSure = isSlip(written, meant) || written.toLowerCase() === meant;
  return (isSure ? certainFix : possibleFix)(`Change '${written}' to '${meant}'`, { span, newText: meant });
}

function lacking({ span, nameSpan }: Directive, { name }: BlockInfo, missing: string): AttributeMistake {
  return {
    message: `':::${name}' needs '${missing}'. Type ${missing}="…" behind the name.`,
    span: { start: span.start, end: nameSpan.end },
  };
}

/** Source: ZoneExtension of DocFX. */
function zoneMistakes(directive: Directive): readonly AttributeMistake[] {
  const [target, pivot] = [valueOf(directive, 'target') ?? '', valueOf(directive, 'pivot')];
  const span = { start: directive.span.start, end: directive.nameSpan.end };
  const pivotSpan = directive.attributes.find(({ name }) => name === 'pivot')?.valueSpan ?? span;
  if (pivot === undefined)
    return target === ''
      ? [{ message: "A zone needs 'pivot' or 'target'. Type pivot=\"…\" behind the name.", span }]
      : [];
  if (target === 'pdf')
    return [{ message: "A zone of the target 'pdf' has no pivots. Remove 'pivot'.", span: pivotSpan }];
  if (/^\s*[a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*\s*$/.test(pivot)) return [];
  const lower = pivot.toLowerCase();
  const message = `'${pivot}' is no list of pivots. Write them in lower-case letters, digits and hyphens, with commas between them.`;
  const isLower = /^\s*[a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*\s*$/.test(lower);
  return [{ message, span: pivotSpan, ...(isLower ? { fixes: [changed(pivot, lower, pivotSpan)] } : {}) }];
}

/** A fix that ends an element. */
export function closed(at: number): Fix {
  return certainFix("Type ':::'", insertion(at, ':::'));
}
