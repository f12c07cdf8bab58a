import { severities } from '../../../core/rules/severity';
import { basename } from '../../../core/text/path';
import { barChart } from '../charts/bars';
import type { Series } from '../charts/svg';
import { treemapChart, type Tile } from '../charts/treemap';
import type { FolderCount, HealthReport } from '../model';
import type { Cell } from '../table';
import { counted, total } from '../words';
import { bySeverity, maxBars, severitySeries, tableUnlessEmpty, type ReportSection } from './section';

export function codesSection({ codes, findings }: HealthReport): ReportSection {
  const text =
    codes.length === 0
      ? 'Nothing was found.'
      : `${counted(findings.length, 'finding')} of ${counted(codes.length, 'kind')}.`;
  const top = codes.slice(0, maxBars);
  const bars = top.map(({ code, severity, findings: count }) => ({
    label: code,
    values: severities.map((one) => (one === severity ? count : 0)),
  }));
  const words = { id: 'codes-chart', title: 'Findings by severity and code', description: text };
  return {
    id: 'codes',
    title: 'Kinds of findings',
    text: codes.length > maxBars ? `${text} The picture shows the first ${maxBars}.` : text,
    chart: bars.length === 0 ? undefined : barChart(words, bySeverity, bars),
    tables: [
      {
        id: 'codes-table',
        caption: 'Findings by code',
        columns: ['Severity', 'Code', 'Findings', 'Files'],
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
      ? 'No folder has findings.'
      : `${counted(found.length, 'folder')} of ${folders.length} ${found.length === 1 ? 'has' : 'have'} findings. ` +
        `Most are in ${nameOf(most.folder)}: ${total(most.counts)}. A tile is as large as its folder has findings, in the colour of the worst finding.`;
  const words = { id: 'folders-chart', title: 'Findings by folder', description: text };
  return {
    id: 'folders',
    title: 'Folders',
    text,
    chart: found.length === 0 ? undefined : treemapChart(words, bySeverity.map(plain), found.map(tileOf)),
    tables: [
      {
        id: 'folders-table',
        caption: 'Findings by folder',
        columns: ['Folder', 'Files', 'Errors', 'Warnings', 'Suggestions', 'Info', 'Findings per file'],
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

function tileOf(folder: FolderCount): Tile {
  const worst = severities.find((severity) => folder.counts[severity] > 0) ?? 'info';
  const parts = severities.map((severity) => `${folder.counts[severity]} ${severity}`).join(', ');
  return {
    path: folder.folder === '' ? [] : folder.folder.split('/'),
    label: basename(nameOf(folder.folder)),
    value: total(folder.counts),
    series: plain(severitySeries[worst]),
    words: `${nameOf(folder.folder)}: ${parts}`,
  };
}

export function findingsSection({ findings }: HealthReport): ReportSection {
  const worstFirst = severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  return {
    id: 'findings',
    title: 'All findings',
    text: `${counted(findings.length, 'finding')}, the worst first.`,
    chart: undefined,
    tables: tableUnlessEmpty({
      id: 'findings-table',
      caption: 'Findings',
      columns: ['Severity', 'Code', 'Place', 'Message'],
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
  return folder === '' ? '(root)' : folder;
}

/** Without its pattern, which is too much for a large tile. */
function plain({ name, className }: Series): Series {
  return { name, className };
}
