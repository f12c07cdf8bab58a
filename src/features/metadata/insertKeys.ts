import { keyLine, replaceValue } from '../../core/frontMatter/edit';
import { entryOf } from '../../core/text/locatedNode';
import type { Span } from '../../core/text/position';
import type { ArticleFacts } from '../fixes/articleFacts';
import { insertionOf, knownValue, newFrontMatter } from '../fixes/missingKeys';
import { snippetStop, snippetText } from '../snippetText';
import { keyOrder } from './descriptions';

/** An insertion with stops for the writer to fill in, as the language server protocol writes snippets. */
export interface SnippetEdit {
  readonly span: Span;
  /** Line breaks are `\n`. */
  readonly snippet: string;
}

/**
 * Inserts keys, each at its place in the order of the schema, with what is known of their values. The stops run through
 * all of the edits in that order. A file without front matter gets one.
 */
export function insertKeys(facts: ArticleFacts, keys: readonly string[]): readonly SnippetEdit[] {
  const order = keyOrder(facts.schemas);
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  const sorted = [...new Set(keys)].sort((a, b) => rank(a) - rank(b));
  if (sorted.length === 0) return [];
  if (facts.frontMatter.header === undefined) return [withNewHeader(facts, sorted)];
  return joined(sorted.flatMap((key, index) => snippetFor(facts, key, index + 1) ?? []));
}

function snippetFor(facts: ArticleFacts, key: string, stop: number): SnippetEdit | undefined {
  const value = knownValue(facts, key);
  const entry = entryOf(facts.frontMatter.map, key);
  // A key without a value is filled in where it stands.
  if (entry !== undefined) {
    const { span, newText } = replaceValue(facts.document.text, entry.value, '');
    return { span, snippet: newText + snippetStop(stop, value) };
  }
  const edit = insertionOf(facts, key, value);
  return edit === undefined ? undefined : { span: edit.span, snippet: withStop(edit.newText, key, stop) };
}

/** Marks the value behind a key in the text of an edit as a stop. */
function withStop(newText: string, key: string, stop: number): string {
  const from = newText.indexOf(`${key}:`) + key.length + 1;
  const end = newText.indexOf('\n', from);
  const to = end === -1 ? newText.length : end;
  return `${snippetText(newText.slice(0, from))} ${snippetStop(stop, newText.slice(from, to).trim())}${newText.slice(to)}`;
}

function withNewHeader(facts: ArticleFacts, keys: readonly string[]): SnippetEdit {
  const lines = keys.map((key, index) => `${withStop(keyLine(key, knownValue(facts, key)), key, index + 1)}\n`);
  const { span, newText } = newFrontMatter(facts.document.text, lines.join(''));
  return { span, snippet: newText };
}

/** Edits at the same place as one, in their order. */
function joined(edits: readonly SnippetEdit[]): readonly SnippetEdit[] {
  const result: SnippetEdit[] = [];
  for (const edit of edits) {
    const index = result.findIndex(
      ({ span }) => span.start === edit.span.start && span.end === edit.span.end && span.start === span.end,
    );
    const before = result[index];
    if (before === undefined) result.push(edit);
    else {
      // Each of them would begin a line where the last one lacks its end.
      const snippet =
        before.snippet + (before.snippet.startsWith('\n') ? edit.snippet.replace(/^\n/, '') : edit.snippet);
      result[index] = { span: before.span, snippet };
    }
  }
  return result.sort((a, b) => a.span.start - b.span.start);
}
