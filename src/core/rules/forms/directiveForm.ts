import { endMarkOf, type BlockInfo } from '../../directives/blocks';
import { wantsEnd, type Directive } from '../../structure/forms/directives';
import { removal } from '../../text/edit';
import { lineEndOf } from '../../text/lines';
import { certainFix, type Fix } from '../fix';
import type { RuleFinding } from '../rule';
import { attributeMistakes, closed, type AttributeMistake } from './attributes';
import { asWarning, codeOfBlock } from './blockCodes';
import type { FormRule } from './formRule';
import { t } from '../../text/localize';

/** An element that the build refuses for how it is written: readers see its text. Source: the parsers of DocFX. */
export const directiveForm: FormRule = ({ text, forms }) =>
  forms.directives.flatMap((directive) => directiveFindings(text, directive));

/** What is wrong with one element by itself. */
export function directiveFindings(text: string, directive: Directive): readonly RuleFinding[] {
  const { block, isEnd } = directive;
  const code = block === undefined ? undefined : codeOfBlock(block.name);
  if (block === undefined || code === undefined) return [];
  if (isEnd) {
    const mistake = block.ends === 'never' ? undefined : endMistake(text, directive, block);
    return mistake === undefined ? [] : [{ code, graded: asWarning(code), ...mistake }];
  }
  const mistake = startMistake(text, directive, block);
  const mistakes = mistake === undefined ? attributeMistakes(directive, block) : [mistake];
  return mistakes.map(({ isShown, ...found }) => ({
    code,
    ...found,
    ...(isShown === true ? { graded: asWarning(code) } : {}),
  }));
}

function startMistake(text: string, directive: Directive, block: BlockInfo): AttributeMistake | undefined {
  return colonMistake(directive, block) ?? readingMistake(text, directive, block) ?? closingMistake(directive, block);
}

/** Elements that others of their kind may stand in, told apart by their colons. */
const nesting: ReadonlySet<string> = new Set(['row', 'column', 'moniker']);

function colonMistake(directive: Directive, { name, isInline }: BlockInfo): AttributeMistake | undefined {
  const { span, colons, nameSpan } = directive;
  const between = { start: span.start + colons, end: nameSpan.start };
  const head = { start: span.start, end: nameSpan.end };
  if (colons > 3 && !nesting.has(name)) {
    const fix = certainFix(t('Remove a colon'), removal({ start: span.start + 3, end: between.start }));
    return { message: t("Before '{0}' stand three colons. Type '{1}'.", name, `:::${name}`), span: head, fixes: [fix] };
  }
  if (!isInline || wantsEnd(directive) || between.start === between.end) return undefined;
  const fix = certainFix(t('Remove the space'), removal(between));
  return {
    message: t("No space may stand between '{0}' and '{1}'. Type '{0}{1}'.", ':::', name),
    span: head,
    fixes: [fix],
  };
}

/** A line break before another attribute, or before the colons at the end; also in a quote. */
const goesOn = /^\r?\n[ \t>]*(?=[a-z][a-z0-9-]*[ \t]*=[ \t]*"|:::[ \t]*(?:\r?\n|$))/i;
const mostBlanks = 300;

function readingMistake(
  text: string,
  { problem, attributes, span: { start: head } }: Directive,
  block: BlockInfo,
): AttributeMistake | undefined {
  if (problem === undefined) return undefined;
  const { kind, span } = problem;
  const written = text.slice(span.start, span.end);
  const name = /^[a-z][a-z0-9-]*/i.exec(written)?.[0] ?? '';
  switch (kind) {
    case 'stray': {
      if (written.startsWith('"'))
        return { message: t("A '{0}' is missing before this one, or this one is too many.", '"'), span };
      if (!/[\r\n]/.test(text.charAt(span.start)))
        return { message: t('\'{0}\' is no attribute. Attributes are written as name="value".', written), span };
      const end = attributes.at(-1)?.span.end ?? span.start;
      const next = goesOn.exec(text.slice(span.start, span.start + mostBlanks));
      if (next !== null) {
        const lineBreak = { start: end, end: span.start + next[0].length };
        const message = t("All of '{0}' must stand on one line. Join the line with the next one.", `:::${block.name}`);
        const fix = certainFix(t('Join the line with the next one'), { span: lineBreak, newText: ' ' });
        return { message, span: { start: head, end }, fixes: [fix] };
      }
      const message = t("The line does not end the '{0}'. Type '{1}' at its end.", `:::${block.name}`, ':::');
      return { message, span: { start: head, end }, fixes: [closed(end)] };
    }
    case 'unquoted':
      return {
        message: t('The value of \'{0}\' must stand in straight double quotes: {0}="…".', name),
        span,
        fixes: inQuotes(written, name, span.end),
      };
    case 'unended':
      return { message: t("The value of '{0}' does not end. Type '{1}' behind it.", name, '"'), span };
    case 'twice':
      return { message: t("'{0}' stands here twice. Remove one of the two.", name), span };
  }
}

/** For a word without quotes, and one in quotes of another kind. */
function inQuotes(written: string, name: string, end: number): readonly Fix[] {
  const value = /=[ \t]*(.+)$/.exec(written)?.[1] ?? '';
  const word =
    /^(?:[\u201c\u201d\u2018\u2019']([^\s"'\u2018-\u201f]+)[\u201c\u201d\u2018\u2019']|[^\s"'\u2018-\u201f]+)$/.exec(
      value,
    );
  if (word === null) return [];
  const newText = `"${word[1] ?? value}"`;
  return [
    certainFix(t("Change to '{0}'", `${name}=${newText}`), { span: { start: end - value.length, end }, newText }),
  ];
}

function closingMistake(directive: Directive, block: BlockInfo): AttributeMistake | undefined {
  const { closing, span, nameSpan, attributes } = directive;
  const end = attributes.at(-1)?.span.end ?? nameSpan.end;
  if (!block.closes) {
    if (closing === undefined) return undefined;
    const fix = certainFix(t("Remove '{0}'", ':::'), removal({ start: end, end: closing.end }));
    return {
      message: t("The line of '{0}' does not end in colons. Remove '{1}'.", `:::${block.name}`, ':::'),
      span: closing,
      fixes: [fix],
    };
  }
  if (block.name !== 'row' && block.name !== 'column') return undefined;
  if (closing === undefined) {
    const message = t("This is no '{0}' to the build. Type '{1}' at the end of the line.", block.name, ':::');
    return { message, span: { start: span.start, end }, fixes: [closed(end)] };
  }
  if (block.name === 'column' || attributes.length > 0 || closing.start === end) return undefined;
  const fix = certainFix(t('Remove the space'), removal({ start: end, end: closing.start }));
  return {
    message: t("No space may stand before the last '{0}'.", ':::'),
    span: { start: span.start, end: closing.end },
    fixes: [fix],
  };
}

/** Source: TripleColonBlockParser, RowParser, NestedColumnParser and MonikerRangeParser of DocFX. */
function endMistake(
  text: string,
  { span, nameSpan, colons }: Directive,
  block: BlockInfo,
): AttributeMistake | undefined {
  const lineEnd = lineEndOf(text, span.start);
  const rest = text.slice(nameSpan.end, lineEnd).trimEnd();
  const end = nameSpan.end + rest.length;
  if (block.closes) {
    if (rest.startsWith(':::') || (block.ends === 'complex' && rest.trimStart().startsWith(':::'))) return undefined;
    const mark = ':'.repeat(colons - 3) + endMarkOf(block);
    const fixes = /^[\s:]*$/.test(rest)
      ? [certainFix(t("Change to '{0}'", mark), { span: { start: nameSpan.end, end }, newText: ':::' })]
      : [];
    return {
      message: t("This does not end the '{0}'. Type '{1}'.", block.name, mark),
      span: { start: span.start, end },
      fixes,
    };
  }
  if (rest.trim() === '') return undefined;
  const fixes = /^[\s:]*$/.test(rest)
    ? [certainFix(t("Remove '{0}'", rest.trim()), removal({ start: nameSpan.end, end }))]
    : [];
  return {
    message: t("Nothing may stand behind '{0}'. Remove '{1}'.", `${block.name}-end`, rest.trim().slice(0, 50)),
    span: { start: nameSpan.end + rest.length - rest.trimStart().length, end },
    fixes,
  };
}
