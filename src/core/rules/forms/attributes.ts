import type { AttributeInfo, BlockInfo } from '../../directives/blocks';
import type { LocatedAttribute } from '../../directives/located';
import { valueOf, type Directive } from '../../structure/forms/directives';
import { insertion } from '../../text/edit';
import { closestWord, isSlip } from '../../text/suggest';
import type { Span } from '../../text/position';
import { certainFix, possibleFix, type Fix } from '../fix';
import { quoted, t } from '../../text/localize';

/** What is wrong with the attributes of an element. */
export interface AttributeMistake {
  readonly message: string;
  readonly span: Span;
  readonly fixes?: readonly Fix[];
  /** Whether the build shows the element all the same. */
  readonly isShown?: true;
}

/** Longer words are no names. */
const longestName = 30;
/** One of two or three letters is close to another by chance. */
const shortestValue = 4;

/** Attributes that are unknown, missing or say what they cannot, in an element that is well formed. */
export function attributeMistakes(directive: Directive, block: BlockInfo): readonly AttributeMistake[] {
  const infos = new Map(block.attributes.map((info) => [info.name, info]));
  // The first one is what the build says, too. What is missing may be there under a wrong name.
  for (const attribute of directive.attributes) {
    const info = infos.get(attribute.name);
    const mistake = info === undefined ? unknown(directive, block, attribute) : wrongValue(info, attribute);
    if (mistake !== undefined) return [mistake];
  }
  const missing = block.required.find((name) => (valueOf(directive, name) ?? '').trim() === '');
  if (missing !== undefined) return [lacking(directive, block, missing)];
  return block.name === 'zone' ? zoneMistakes(directive) : [];
}

function unknown(directive: Directive, { name, attributes }: BlockInfo, attribute: LocatedAttribute): AttributeMistake {
  const left = attributes.map((info) => info.name).filter((known) => valueOf(directive, known) === undefined);
  const meant = meantName(attribute.name, left);
  const known = attributes.map((info) => quoted(info.name)).join(', ');
  const advice =
    meant !== undefined
      ? t("Did you mean '{0}'?", meant)
      : known === ''
        ? t('It has none: remove it.')
        : t('Remove it, or use one of {0}.', known);
  const message = `${t("The build reads no '{0}' with the attribute '{1}'.", `:::${name}`, attribute.name)} ${advice}`;
  const span = attribute.nameSpan;
  return { message, span, fixes: meant === undefined ? [] : [changed(attribute.name, meant, span)] };
}

/** What HTML calls otherwise. */
const ofHtml: Readonly<Record<string, string>> = { alt: 'alt-text', src: 'source', href: 'link', lang: 'language' };

function meantName(written: string, names: readonly string[]): string | undefined {
  const other = Object.hasOwn(ofHtml, written) ? ofHtml[written] : undefined;
  if (other !== undefined && names.includes(other)) return other;
  return written.length > longestName ? undefined : closestWord(written, names);
}

function wrongValue(
  { name, values = [] }: AttributeInfo,
  { value, valueSpan }: LocatedAttribute,
): AttributeMistake | undefined {
  if (valueSpan === undefined || value === '' || values.length === 0 || values.includes(value)) return undefined;
  // The build reads no other target, and takes anything else for the usual value.
  const meant = value.length > longestName ? undefined : closestWord(value, values);
  if (name !== 'target' && (meant === undefined || value.length < shortestValue)) return undefined;
  const advice =
    meant === undefined ? t('Type one of {0}.', values.map(quoted).join(', ')) : t("Did you mean '{0}'?", meant);
  return {
    message: `${t("'{0}' is no value of '{1}'.", value, name)} ${advice}`,
    span: valueSpan,
    ...(name === 'target' ? {} : { isShown: true }),
    fixes: meant === undefined ? [] : [changed(value, meant, valueSpan)],
  };
}

function changed(written: string, meant: string, span: Span): Fix {
  const isSure = isSlip(written, meant) || written.toLowerCase() === meant || ofHtml[written.toLowerCase()] === meant;
  return (isSure ? certainFix : possibleFix)(t("Change '{0}' to '{1}'", written, meant), { span, newText: meant });
}

function lacking({ span, nameSpan }: Directive, { name }: BlockInfo, missing: string): AttributeMistake {
  return {
    message: t("'{0}' needs '{1}'. Type {1}=\"…\" behind the name.", `:::${name}`, missing),
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
      ? [{ message: t("A zone needs 'pivot' or 'target'. Type pivot=\"…\" behind the name."), span }]
      : [];
  if (target === 'pdf')
    return [{ message: t("A zone of the target 'pdf' has no pivots. Remove 'pivot'."), span: pivotSpan }];
  if (/^\s*[a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*\s*$/.test(pivot)) return [];
  const lower = pivot.toLowerCase();
  const message = t(
    "'{0}' is no list of pivots. Write them in lower-case letters, digits and hyphens, with commas between them.",
    pivot,
  );
  const isLower = /^\s*[a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*\s*$/.test(lower);
  return [{ message, span: pivotSpan, ...(isLower ? { fixes: [changed(pivot, lower, pivotSpan)] } : {}) }];
}

/** A fix that ends an element. */
export function closed(at: number): Fix {
  return certainFix(t("Type '{0}'", ':::'), insertion(at, ':::'));
}
