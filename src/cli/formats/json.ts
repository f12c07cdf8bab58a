import type { Repository } from '../../core/docset/repository';
import { oneBased } from '../../core/text/position';
import type { FixReport, Report } from './format';

/** The report as one JSON document; lines and columns count from 1. */
export async function jsonFormat(
  { root, files, durationMs, counts, known, diagnostics, fixed }: Report,
  repository: Repository,
): Promise<string> {
  const { certainFixes } = await import('../commands/fix');
  const fixable = await certainFixes(repository, diagnostics);
  const report = {
    version: 1,
    root,
    files: files.length,
    durationMs,
    counts,
    ...(known === undefined ? {} : { baselined: known }),
    ...(fixed === undefined ? {} : { fixed: shownFixes(fixed) }),
    diagnostics: diagnostics.map((diagnostic) => ({
      file: diagnostic.path,
      ...oneBased(diagnostic.range.start),
      endLine: diagnostic.range.end.line + 1,
      endColumn: diagnostic.range.end.character + 1,
      severity: diagnostic.severity,
      code: diagnostic.code,
      message: diagnostic.message,
      fixable: fixable.has(diagnostic),
      related: diagnostic.related.map((place) => ({
        file: place.path,
        ...oneBased(place.range.start),
        message: place.message,
      })),
    })),
  };
  return `${JSON.stringify(report)}\n`;
}

function shownFixes({ files, findings, changes, skipped }: FixReport): object {
  return { files, findings, changes, skipped: skipped.map(({ file, reason }) => ({ file, reason })) };
}
