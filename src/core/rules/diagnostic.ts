import type { Range } from '../text/position';
import type { SchemaFinding } from '../schema/findings';
import type { Fix } from './fix';
import type { Severity } from './severity';

/** Another place that explains a diagnostic. */
export interface RelatedPlace {
  /** Root-relative path. */
  readonly path: string;
  readonly range: Range;
  readonly message: string;
}

/** One finding, at its place. */
export interface Diagnostic {
  /** Root-relative path, `/` separated. */
  readonly path: string;
  /** Positions from 0, in UTF-16 units. */
  readonly range: Range;
  readonly severity: Severity;
  /** One of `codes`, or a name that a metadata schema gave to one of them. */
  readonly code: string;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  /** How an editor may dim or strike the place. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Repairs that were known when it was found. */
  readonly fixes?: readonly Fix[];
  /** What of a schema it comes from: further repairs follow from it. */
  readonly finding?: SchemaFinding;
}

/** Nobody reads on beyond this: a title of 100 KB must not become a line of 100 KB in every report. */
const longestMessage = 1000;

export function shortened(message: string): string {
  return message.length <= longestMessage ? message : `${message.slice(0, longestMessage - 1)}\u2026`;
}

/** Order of every listing: file, line, column, code. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.path, b.path) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** By code unit, so that every machine sorts alike. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function countBySeverity(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, suggestion: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}

/** The findings of each file, in their order. */
export function groupedByPath(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const group = groups.get(diagnostic.path);
    if (group === undefined) groups.set(diagnostic.path, [diagnostic]);
    else group.push(diagnostic);
  }
  return groups;
}
