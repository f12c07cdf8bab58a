import type { Repository } from '../../core/docset/repository';
import { findingJson } from '../../features/findingJson';
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
    diagnostics: diagnostics.map((diagnostic) => findingJson(diagnostic, fixable.has(diagnostic))),
  };
  return `${JSON.stringify(report)}\n`;
}

function shownFixes({ files, findings, changes, skipped }: FixReport): object {
  return { files, findings, changes, skipped: skipped.map(({ file, reason }) => ({ file, reason })) };
}
