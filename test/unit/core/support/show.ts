import type { Diagnostic } from '../../../../src/core/rules/diagnostic';
import { createLineIndex, type Range, type Span } from '../../../../src/core/text/position';

/** A range as people read it: lines and columns from 1, the end exclusive. */
export function showRange({ start, end }: Range): string {
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
}

export function showSpan(text: string, span: Span): string {
  return showRange(createLineIndex(text).rangeOf(span));
}

/** All that a diagnostic says, in one text: a test that compares it misses nothing. */
export function show(diagnostic: Diagnostic): string {
  const { path, range, severity, code, message, related, tag } = diagnostic;
  const head = `${path}:${showRange(range)} ${severity} ${code} ${message}${tag === undefined ? '' : ` [${tag}]`}`;
  return [head, ...related.map((other) => `  ${other.path}:${showRange(other.range)} ${other.message}`)].join('\n');
}

export function showAll(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(show);
}
