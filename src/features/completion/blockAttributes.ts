import { blockOf, type AttributeInfo, type BlockInfo } from '../../core/directives/blocks';
import { codeLanguages, usualLanguages } from '../../core/directives/codeLanguages';
import { afterBlanks, locateAttributes, nameFrom } from '../../core/directives/located';
import { localized, t } from '../../core/text/localize';
import type { Position, Range } from '../../core/text/position';
import { snippetStop } from '../snippetText';
import { cursorLine, isTextBefore, rangeAround, type CursorLine } from './bodyPlace';
import type { Completion, Completions } from './completion';

/** The attributes that an element has not yet, or the values of the one that is being written. */
export function completeBlockAttribute(text: string, position: Position): Completions | undefined {
  const line = cursorLine(text, position);
  const start = line?.before.lastIndexOf(':::') ?? -1;
  if (line === undefined || start === -1) return undefined;
  const nameStart = afterBlanks(line.before, start + 3);
  const name = nameFrom(line.before, nameStart);
  const block = blockOf(name.toLowerCase());
  const items = block === undefined ? [] : itemsFor(block, line, nameStart + name.length);
  if (items.length === 0 || !isTextBefore(text, line, line.before.length - start)) return undefined;
  return { items, isIncomplete: false };
}

/** @param from where the attributes begin on the line */
function itemsFor(block: BlockInfo, line: CursorLine, from: number): readonly Completion[] {
  const { before } = line;
  const { attributes, problem, closing } = locateAttributes(before, from);
  if (closing !== undefined) return [];
  if (problem?.kind === 'unended') {
    const written = /^([a-z][a-z0-9-]*)[ \t]*=[ \t]*"/i.exec(before.slice(problem.span.start));
    const info = block.attributes.find((attribute) => attribute.name === written?.[1]?.toLowerCase());
    const typed = before.slice(problem.span.start + (written?.[0].length ?? 0));
    return info === undefined ? [] : valueItems(info, line, typed);
  }
  const last = attributes.at(-1);
  const begun =
    last !== undefined && last.valueSpan === undefined && last.span.end === before.length ? last : undefined;
  if (problem !== undefined || (begun === undefined && !/[ \t]$/.test(before))) return [];
  const there = new Set([
    ...attributes.filter((attribute) => attribute !== begun).map(({ name }) => name),
    ...namesIn(line.after),
  ]);
  const range = rangeAround(line, begun?.name.length ?? 0, 0);
  return block.attributes
    .filter(({ name }) => !there.has(name))
    .map((info, index) => attributeItem(info, block, range, index));
}

/** The attributes that follow on the line. */
function namesIn(after: string): readonly string[] {
  const own = after.split(':::', 1)[0] ?? '';
  return [...own.matchAll(/(?<![\w-])([a-z][a-z0-9-]{0,30})[ \t]{0,9}=/gi)].map(([, name = '']) => name.toLowerCase());
}

function attributeItem(info: AttributeInfo, block: BlockInfo, range: Range, order: number): Completion {
  const { name, values, summary } = info;
  const isRequired = block.required.includes(name);
  return {
    label: name,
    ...(isRequired ? { description: t('required') } : {}),
    kind: 'key',
    range,
    newText: `${name}=""`,
    snippet: `${name}="${snippetStop(1, '')}"`,
    filterText: name,
    sortText: `${isRequired ? 0 : 1}${order}`,
    documentation: localized(summary),
    ...(values !== undefined || name === 'language' ? { goesOn: true } : {}),
  };
}

function valueItems({ name, values = [] }: AttributeInfo, line: CursorLine, typed: string): readonly Completion[] {
  const offered = name === 'language' ? [...new Set([...usualLanguages, ...codeLanguages])] : values;
  const rest = /^[^"]{0,200}(?=")/.exec(line.after)?.[0].length ?? 0;
  const range = rangeAround(line, typed.length, rest);
  return offered.map((value, index) => ({
    label: value,
    kind: 'value',
    range,
    newText: value,
    filterText: value,
    sortText: String(index).padStart(3, '0'),
  }));
}
