import type { SeverityCounts, ValidateWorkspaceResult } from '../../server/protocol';
import type { Localize } from '../localize';

export function findingCount(counts: SeverityCounts): number {
  return counts.error + counts.warning + counts.suggestion + counts.info;
}

/** "Validated 931 files: 0 errors, 3 warnings, 40 suggestions." */
export function summarize({ files, counts, known, cancelled }: ValidateWorkspaceResult, t: Localize): string {
  const fileCount = files === 1 ? t('1 file') : t('{0} files', files);
  const found = findingsInWords(counts, t);
  const findings = known === 0 ? found : t('{0}; {1} in the baseline', found, known);
  return cancelled
    ? t('Validation cancelled after {0}: {1}.', fileCount, findings)
    : t('Validated {0}: {1}.', fileCount, findings);
}

/** "0 errors, 3 warnings, 40 suggestions". */
export function findingsInWords({ error, warning, suggestion, info }: SeverityCounts, t: Localize): string {
  const parts = [
    error === 1 ? t('1 error') : t('{0} errors', error),
    warning === 1 ? t('1 warning') : t('{0} warnings', warning),
    suggestion === 1 ? t('1 suggestion') : t('{0} suggestions', suggestion),
  ];
  // Few rules report at this level: naming it each time would only lengthen the sentence.
  if (info > 0) parts.push(info === 1 ? t('1 hint') : t('{0} hints', info));
  return parts.join(', ');
}
