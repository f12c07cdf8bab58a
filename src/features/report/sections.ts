import type { HealthReport } from './model';
import { agesSection, duplicatesSection, retiredSection } from './sections/articles';
import { coverageSection } from './sections/coverage';
import { codesSection, findingsSection, foldersSection } from './sections/findings';
import { historySection } from './sections/history';
import { includesSection } from './sections/includes';
import type { ReportSection } from './sections/section';

/** What a report says, in the order of its page. */
export function sectionsOf(report: HealthReport): readonly ReportSection[] {
  return [
    ...(report.history.length > 0 ? [historySection(report.history)] : []),
    coverageSection(report),
    codesSection(report),
    foldersSection(report),
    agesSection(report),
    includesSection(report),
    retiredSection(report),
    duplicatesSection(report),
    findingsSection(report),
  ];
}
