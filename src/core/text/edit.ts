import type { Span } from './position';

/** A change of one text. Spans are offsets in the text before any change; edits of one list do not overlap. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The text with all edits made. Those that start at the same offset are made in the order of the list. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

export function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

export function removal(span: Span): TextEdit {
  return { span, newText: '' };
}
