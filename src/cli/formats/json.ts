import { oneBased } from '../../core/text/position';
import type { Report } from './format';

/** The report as one JSON document; lines and columns count from 1. */
export function jsonFormat({ root, files, durationMs, counts, diagnostics }: Report): string {
  const report = {
    version: 1,
    root,
    files,
    durationMs,
    counts,
    diagnostics: diagnostics.map(({ path, range, severity, code, message, related }) => ({
      file: path,
      ...oneBased(range.start),
      endLine: range.end.line + 1,
      endColumn: range.end.character + 1,
      severity,
      code,
      message,
      // Nothing is repaired yet from the command line (#4).
      fixable: false,
      related: related.map((place) => ({
        file: place.path,
        ...oneBased(place.range.start),
        message: place.message,
      })),
    })),
  };
  return `${JSON.stringify(report)}\n`;
}
