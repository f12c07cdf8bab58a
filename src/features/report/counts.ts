import { codes, type Code } from '../../core/rules/codes';
import { compareText, countBySeverity, groupedByPath, type Diagnostic } from '../../core/rules/diagnostic';
import { rulePage } from '../../core/rules/pages';
import { severities } from '../../core/rules/severity';
import { dirname } from '../../core/text/path';
import type { CodeCount, FolderCount } from './model';

/** The worst first, of equal ones the most frequent. A code that a team grades in two ways counts as two. */
export function countByCode(findings: readonly Diagnostic[]): readonly CodeCount[] {
  const groups = new Map<string, { first: Diagnostic; findings: number; files: Set<string> }>();
  for (const finding of findings) {
    const name = `${finding.severity} ${finding.code}`;
    const group = groups.get(name) ?? { first: finding, findings: 0, files: new Set() };
    groups.set(name, group);
    group.findings++;
    group.files.add(finding.path);
  }
  return [...groups.values()]
    .map(({ first: { code, severity }, findings: count, files }) => ({
      code,
      severity,
      findings: count,
      files: files.size,
      page: codePage(code),
    }))
    .sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        b.findings - a.findings ||
        compareText(a.code, b.code),
    );
}

/** The documentation of a code; `undefined` for a name that a team's schema gave. */
function codePage(code: string): string | undefined {
  return isCode(code) ? rulePage(code) : undefined;
}

function isCode(code: string): code is Code {
  return Object.hasOwn(codes, code);
}

/** Each folder with what lies in it, without those below it. */
export function countByFolder(files: readonly string[], findings: readonly Diagnostic[]): readonly FolderCount[] {
  const fileCounts = new Map<string, number>();
  for (const path of files) fileCounts.set(dirname(path), (fileCounts.get(dirname(path)) ?? 0) + 1);
  const found = groupedByPath(findings.map((finding) => ({ ...finding, path: dirname(finding.path) })));
  return [...new Set([...fileCounts.keys(), ...found.keys()])].sort(compareText).map((folder) => ({
    folder,
    files: fileCounts.get(folder) ?? 0,
    counts: countBySeverity(found.get(folder) ?? []),
  }));
}
