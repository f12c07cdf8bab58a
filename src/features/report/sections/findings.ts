import { severities } from '../../../core/rules/severity';
import { t } from '../../../core/text/localize';
import { basename } from '../../../core/text/path';
import { barChart } from '../charts/bars';
import { treemapChart, type Tile } from '../charts/treemap';
import type { FolderCount, HealthReport } from '../model';
import type { Cell } from '../table';
import { inDigits, severityHeading, severityName, total } from '../words';
import { bySeverity, maxBars, severitySeries, tableUnlessEmpty, type ReportSection } from './section';

export function codesSection({ codes, findings }: HealthReport): ReportSection {
  const found =
    findings.length === 1 ? t('1 finding was found.') : t('{0} findings were found.', inDigits(findings.length));
  const text = codes.length === 0 ? t('Nothing was found.') : `${found} ${t('Kinds: {0}.', inDigits(codes.length))}`;
  const top = codes.slice(0, maxBars);
  const bars = top.map(({ code, severity, findings: count }) => ({
    label: code,
    values: severities.map((one) => (one === severity ? count : 0)),
  }));
  const chart = { id: 'codes-chart', title: t('Findings by severity and code'), description: text };
  return {
    id: 'codes',
    title: t('Kinds of findings'),
    text: codes.length > maxBars ? `${text} ${t('The picture shows the first {0}.', maxBars)}` : text,
    chart: bars.length === 0 ? undefined : barChart(chart, bySeverity(), bars),
    tables: [
      {
        id: 'codes-table',
        caption: t('Findings by code'),
        columns: [t('Severity'), t('Code'), t('Findings'), t('Files')],
        rows: codes.map(({ code, severity, findings: count, files, page }) => [
          { severity },
          linked(code, page),
          count,
          files,
        ]),
      },
    ],
  };
}

export function foldersSection({ folders }: HealthReport): ReportSection {
  const found = folders.filter((folder) => total(folder.counts) > 0);
  const [most] = [...found].sort((a, b) => total(b.counts) - total(a.counts));
  const text =
    most === undefined
      ? t('No folder has findings.')
      : [
          foldersWithFindings(found.length, folders.length),
          t('Most are in {0}: {1}.', nameOf(most.folder), inDigits(total(most.counts))),
          t('A tile is as large as its folder has findings, in the colour of the worst finding.'),
        ].join(' ');
  const chart = { id: 'folders-chart', title: t('Findings by folder'), description: text };
  return {
    id: 'folders',
    title: t('Folders'),
    text,
    chart: found.length === 0 ? undefined : treemapChart(chart, bySeverity(false), found.map(tileOf)),
    tables: [
      {
        id: 'folders-table',
        caption: t('Findings by folder'),
        columns: [t('Folder'), t('Files'), ...severities.map(severityHeading), t('Findings per file')],
        rows: folders.map((folder) => [
          nameOf(folder.folder),
          folder.files,
          ...severities.map((severity): Cell => folder.counts[severity]),
          folder.files === 0 ? '' : Math.round((10 * total(folder.counts)) / folder.files) / 10,
        ]),
      },
    ],
  };
}

function foldersWithFindings(count: number, all: number): string {
  return count === 1
    ? t('1 folder of {0} has findings.', inDigits(all))
    : t('{0} folders of {1} have findings.', inDigits(count), inDigits(all));
}

function tileOf(folder: FolderCount): Tile {
  const worst = severities.find((severity) => folder.counts[severity] > 0) ?? 'info';
  const parts = severities
    .map((severity) => `${severityName(severity)} ${inDigits(folder.counts[severity])}`)
    .join(', ');
  return {
    path: folder.folder === '' ? [] : folder.folder.split('/'),
    label: basename(nameOf(folder.folder)),
    value: total(folder.counts),
    series: severitySeries(worst, false),
    words: `${nameOf(folder.folder)}: ${parts}`,
  };
}

export function findingsSection({ findings }: HealthReport): ReportSection {
  const worstFirst = severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  return {
    id: 'findings',
    title: t('All findings'),
    text: findings.length === 0 ? t('Nothing was found.') : t('The worst come first.'),
    chart: undefined,
    tables: tableUnlessEmpty({
      id: 'findings-table',
      caption: t('Findings'),
      columns: [t('Severity'), t('Code'), t('Place'), t('Message')],
      rows: worstFirst.map((finding) => [
        { severity: finding.severity },
        finding.code,
        { place: finding },
        finding.message,
      ]),
    }),
  };
}

function linked(text: string, href: string | undefined): Cell {
  return href === undefined ? text : { text, href };
}

function nameOf(folder: string): string {
  return folder === '' ? t('(root)') : folder;
}
