import type { Repository } from '../../core/docset/repository';
import { countBySeverity, type Diagnostic } from '../../core/rules/diagnostic';
import { formatDay } from '../../core/schema/dateRepair';
import { oneBased } from '../../core/text/position';
import { ageGroups, datedArticle, isoDate } from './ages';
import { eachArticle } from './articles';
import { CoverageCounter } from './coverage';
import { countByCode, countByFolder } from './counts';
import { duplicatedValues } from './duplicates';
import { includeUses } from './includes';
import type { DatedArticle, HealthReport, HistoryPoint, ReportFinding } from './model';
import { requiredShare } from './requiredShare';
import { RetiredKeys } from './retired';

export interface ReportScope {
  /** What the report is called by. */
  readonly name: string;
  /** The files that were checked, root-relative. */
  readonly files: readonly string[];
  /** Whether a path, of these or of another file with findings, is asked for. */
  readonly holds: (path: string) => boolean;
}

/** Gathers what there is to say of a repository whose files were all validated, without its history. */
export async function gatherReport(repository: Repository, { name, files, holds }: ReportScope): Promise<HealthReport> {
  const today = formatDay(repository.today(), isoDate);
  const coverage = new CoverageCounter();
  const retired = new RetiredKeys(holds);
  const dated: DatedArticle[] = [];
  let articles = 0;
  for await (const article of eachArticle(repository, files)) {
    articles++;
    coverage.add(article);
    retired.add(article);
    const found = datedArticle(article, today);
    if (found !== undefined) dated.push(found);
  }
  const { all, reported } = await findingsOf(repository, holds);
  return {
    name,
    date: today,
    files: files.length,
    articles,
    counts: countBySeverity(reported),
    known: all.length - reported.length,
    findings: reported.map(findingOf),
    coverage: coverage.counts(),
    codes: countByCode(reported),
    folders: countByFolder(files, reported),
    ages: ageGroups(dated, articles),
    dated: dated.sort((a, b) => b.days - a.days),
    retired: retired.found(),
    duplicates: duplicatedValues(repository, holds),
    includes: includeUses(repository, holds, all),
    history: [],
  };
}

/** What a line of history needs: the numbers alone. */
export async function gatherPoint(
  repository: Repository,
  { files, holds }: Pick<ReportScope, 'files' | 'holds'>,
  commit: string,
): Promise<HistoryPoint> {
  const coverage = new CoverageCounter();
  for await (const article of eachArticle(repository, files)) coverage.add(article);
  const { reported } = await findingsOf(repository, holds);
  return {
    commit,
    date: formatDay(repository.today(), isoDate),
    files: files.length,
    counts: countBySeverity(reported),
    coverage: requiredShare(coverage.counts()),
  };
}

/** What a check reports, and with it what a baseline holds. */
async function findingsOf(
  repository: Repository,
  holds: (path: string) => boolean,
): Promise<{ all: readonly Diagnostic[]; reported: readonly Diagnostic[] }> {
  const found = repository.diagnostics();
  const known = await repository.known.among(found);
  const all = found.filter(({ path }) => holds(path));
  return { all, reported: all.filter((diagnostic) => !known.has(diagnostic)) };
}

function findingOf({ path, range, severity, code, message }: Diagnostic): ReportFinding {
  return { path, ...oneBased(range.start), severity, code, message };
}
