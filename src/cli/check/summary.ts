import type { FixReport, Report } from '../formats/format';
import { shownPath } from '../paths';
import { plural } from '../words';

/** What was changed and what was found, for people. */
export function summaryOf(report: Report): string {
  return `${changedFiles(report)}${counted(report)}\n`;
}

/** How many files were checked and what was found in them. */
export function checkedInWords(files: number, counts: Report['counts']): string {
  const found = [
    plural(counts.error, 'error'),
    plural(counts.warning, 'warning'),
    plural(counts.suggestion, 'suggestion'),
    `${counts.info} info`,
  ];
  return `${plural(files, 'file')} checked: ${found.join(', ')}.`;
}

function counted({ files, counts, known = 0, fixed }: Report): string {
  return [
    checkedInWords(files.length, counts),
    ...(known === 0 ? [] : [`${plural(known, 'finding')} more in the baseline.`]),
    ...(fixed === undefined ? [] : [repaired(fixed)]),
  ].join(' ');
}

function repaired({ files, findings, isDryRun }: FixReport): string {
  return `${plural(findings, 'finding')} ${isDryRun ? 'can be ' : ''}fixed in ${plural(files, 'file')}.`;
}

/** A line for each file that was changed. A diff says so itself. */
function changedFiles({ cwd, root, fixed }: Report): string {
  if (fixed === undefined || fixed.isDryRun) return '';
  return fixed.changes
    .map(({ file, fixes }) => `${shownPath(cwd, root, file)}: ${plural(fixes.length, 'finding')} fixed.\n`)
    .join('');
}
