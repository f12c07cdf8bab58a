import { bodyStart } from '../../core/includes/body';
import { scanDefinitions, type LinkDefinition } from '../../core/includes/definitions';
import { rebaseDestinations, type DestinationRoots } from '../../core/includes/destinations';
import { contentSpan, indentedText, isCellBlock, joinedLines, linePrefix } from '../../core/includes/placing';
import type { IncludeDirective } from '../../core/includes/scan';
import { lineBreakOf, lineEndOf, lineStartOf } from '../../core/text/lines';
import type { Span } from '../../core/text/position';
import type { Refusal } from '../refusal';
import { isSameStructure, structureOf } from './structure';
import { t } from '../../core/text/localize';

/** A file that takes part: its text and what its destinations are relative to. */
export interface Part {
  readonly text: string;
  readonly roots: DestinationRoots;
}

/** A piece of text to put in place of another one. */
export interface Replacement {
  readonly span: Span;
  readonly newText: string;
}

/**
 * The content of an include in place of its directive: front matter dropped, links and nested includes rebased, a block
 * under the marks of its list or quote, an inline one joined to a line.
 */
export function inlineInclude(host: Part, directive: IncludeDirective, included: Part): Replacement | Refusal {
  const body = bodyStart(included.text);
  const rebased = rebaseDestinations(included.text, body, included.roots, host.roots);
  const own = definitionsByLabel(host.text, bodyStart(host.text));
  const definitions = scanDefinitions(rebased, body);
  for (const { label, span } of definitions) {
    const other = own.get(label);
    if (other !== undefined && other !== rebased.slice(span.start, span.end))
      return { refused: t('Both files define the link [{0}], each in another way. Rename one of them first.', label) };
  }
  const trimmed = withoutTrailing(
    rebased,
    definitions.filter(({ label }) => own.has(label)),
  );
  const { start, end } = contentSpan(trimmed, body);
  return { span: directive.span, newText: placed(host.text, directive, trimmed.slice(start, end)) };
}

/** The text that stands in place of a directive. */
export function placed(text: string, { form, span }: Pick<IncludeDirective, 'form' | 'span'>, content: string): string {
  if (form === 'inline' || isCellBlock(text, span))
    return joinedLines(content)
      .map((line) => line.text)
      .join('');
  const lineBreak = lineBreakOf(text);
  const prefix = linePrefix(text, span.start);
  const block = indentedText(content, prefix, lineBreak);
  if (keepsBlocks(text, span, content, block)) return block;
  // What stands directly above or below would become one paragraph with it.
  const isBehindMarks = isBlank(text.slice(lineStartOf(text, span.start), span.start));
  const above = isBehindMarks && !isBlankLineBefore(text, span.start) ? `${lineBreak}${prefix}` : '';
  const below = isBlankLineAfter(text, span.end) ? '' : `${lineBreak}${prefix.trimEnd()}`;
  return `${above}${block}${below}`;
}

/** Whether the blocks around and within a content are the same with it in place. */
function keepsBlocks(text: string, span: Span, content: string, block: string): boolean {
  const body = bodyStart(text);
  const inPlace = text.slice(0, span.start) + block + text.slice(span.end);
  const structure = structureOf(content, 0);
  return isSameStructure(structureOf(inPlace, body), structureOf(text, body, { start: span.start, structure }));
}

function definitionsByLabel(text: string, from: number): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { label, span } of scanDefinitions(text, from))
    if (!found.has(label)) found.set(label, text.slice(span.start, span.end));
  return found;
}

/** Definitions at the end of an include that the article has as well say nothing new there. */
function withoutTrailing(text: string, known: readonly LinkDefinition[]): string {
  let result = text;
  for (const { span } of [...known].reverse()) {
    if (result.trimEnd().length !== span.end) break;
    result = result.slice(0, span.start);
  }
  return result;
}

function isBlank(text: string): boolean {
  return /^[\s>]*$/.test(text);
}

function isBlankLineBefore(text: string, at: number): boolean {
  const start = lineStartOf(text, at);
  if (start === 0) return true;
  const end = text.charCodeAt(start - 1) === 10 && text.charCodeAt(start - 2) === 13 ? start - 2 : start - 1;
  return isBlank(text.slice(lineStartOf(text, end), end));
}

function isBlankLineAfter(text: string, at: number): boolean {
  const lineBreak = /^\r\n?|^\n/.exec(text.slice(lineEndOf(text, at)))?.[0];
  if (lineBreak === undefined) return true;
  const start = lineEndOf(text, at) + lineBreak.length;
  return isBlank(text.slice(start, lineEndOf(text, start)));
}
