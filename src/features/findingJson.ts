import type { Diagnostic } from '../core/rules/diagnostic';
import { oneBased } from '../core/text/position';

/** A finding as scripts and agents get it. `file` is root-relative; lines and columns count from 1, in UTF-16 units. */
export interface FindingJson {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Diagnostic['severity'];
  readonly code: string;
  readonly message: string;
  /** Whether Fix All and `check --fix` put it right. */
  readonly fixable: boolean;
  readonly related: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
}

export function findingJson(
  { path, range, severity, code, message, related }: Diagnostic,
  fixable: boolean,
): FindingJson {
  return {
    file: path,
    ...oneBased(range.start),
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    severity,
    code,
    message,
    fixable,
    related: related.map((place) => ({ file: place.path, ...oneBased(place.range.start), message: place.message })),
  };
}
