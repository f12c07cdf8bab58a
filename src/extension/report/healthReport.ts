import * as vscode from 'vscode';
import { resolvePath } from '../../core/text/path';
import { pointOf } from '../../features/report/historyPoint';
import type { HistoryPoint } from '../../features/report/model';
import type { HistoryWanted, OpenPlace, ShownReport, ViewReady } from '../../features/report/viewMessages';
import type { Refused } from '../../server/protocol';
import {
  healthReportRequest,
  reportHistoryRequest,
  type HealthReportParams,
  type LocatedReport,
  type Past,
  type ReportHistoryParams,
} from '../../server/reportProtocol';
import { workspaceFolder } from '../commands/folders';
import { askWithProgress, isDone, tell, type Asking } from '../commands/requests';
import { viewHtml, viewRoots } from './viewHtml';

export interface HealthReports {
  readonly dispose: () => void;
  /** Asks the server for a report and shows it in the panel, in a new one where there is none. */
  readonly show: () => Promise<void>;
}

/** Commits that the history shows: enough for a line, and soon read. */
const historyCommits = 12;

/** One panel, whose content a newer report replaces. It is not restored: a report of another day would mislead. */
export function createHealthReports(asking: Asking, extensionUri: vscode.Uri): HealthReports {
  let panel: vscode.WebviewPanel | undefined;
  let shown: LocatedReport | undefined;
  /** The report whose history is being read. */
  let reading: LocatedReport | undefined;
  const send = (): void => {
    if (shown !== undefined) void panel?.webview.postMessage(inLanguage(shown));
  };
  const show = (report: LocatedReport): void => {
    shown = report;
    send();
  };
  const addHistory = async (): Promise<void> => {
    const asked = shown;
    if (asked === undefined || asked === reading) return;
    reading = asked;
    const history = await historyOf(asking, asked);
    if (reading === asked) reading = undefined;
    // A newer report may have come meanwhile.
    if (shown === asked && history !== undefined) show({ ...asked, report: { ...asked.report, history } });
  };
  const open = (): vscode.WebviewPanel => {
    const opened = vscode.window.createWebviewPanel(
      'dynamicsDocs.healthReport',
      vscode.l10n.t('Health Report'),
      vscode.ViewColumn.Active,
      { enableScripts: true, localResourceRoots: viewRoots(extensionUri), enableFindWidget: true },
    );
    opened.onDidDispose(() => {
      panel = undefined;
    });
    opened.webview.onDidReceiveMessage((message: unknown) => {
      if (isOfType(message, 'ready')) send();
      else if (isOfType(message, 'history')) void addHistory();
      else if (shown !== undefined && isOpenPlace(message)) void openPlace(vscode.Uri.parse(shown.root), message);
    });
    opened.webview.html = viewHtml(opened.webview, extensionUri, languageShown());
    return opened;
  };
  return {
    async show() {
      const folder = await workspaceFolder();
      if (folder === undefined) return;
      const params: HealthReportParams = { uri: vscode.Uri.joinPath(folder, 'docfx.json').toString() };
      const title = vscode.l10n.t('Preparing the health report');
      const report = await askWithProgress<LocatedReport | Refused | null>(asking, title, healthReportRequest, params);
      if (report === undefined || report === null || !isDone(report)) return;
      // A new panel asks for it.
      show(report);
      panel ??= open();
      panel.title = vscode.l10n.t('Health Report: {0}', report.report.name);
      panel.reveal();
    },
    dispose() {
      panel?.dispose();
    },
  };
}

/** English where there is no translation. */
function languageShown(): string {
  return vscode.l10n.bundle === undefined ? 'en' : vscode.env.language;
}

function inLanguage({ report, hasHistory }: LocatedReport): ShownReport {
  return { report, offersHistory: hasHistory, language: languageShown(), translations: vscode.l10n.bundle ?? {} };
}

/** With how things are now; `undefined` where it was cancelled or there is none, which the writer is told. */
async function historyOf(
  asking: Asking,
  { root, report }: LocatedReport,
): Promise<readonly HistoryPoint[] | undefined> {
  const uri = vscode.Uri.joinPath(vscode.Uri.parse(root), 'docfx.json').toString();
  const params: ReportHistoryParams = { uri, commits: historyCommits };
  const title = vscode.l10n.t('Reading the history');
  const past = await askWithProgress<Past | Refused | null>(asking, title, reportHistoryRequest, params);
  if (past === undefined || past === null || !isDone(past)) return undefined;
  if (past.history.length > 0) return [...past.history, pointOf(report)];
  tell(vscode.l10n.t('No commit of this branch holds documentation.'));
  return undefined;
}

function isOfType(message: unknown, type: (ViewReady | HistoryWanted)['type']): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === type;
}

function isOpenPlace(message: unknown): message is OpenPlace {
  if (typeof message !== 'object' || message === null) return false;
  const { type, path, line, column } = message as Partial<Record<keyof OpenPlace, unknown>>;
  return type === 'open' && typeof path === 'string' && isCount(line) && isCount(column);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

/** Beside the report, which stays. Nothing outside of the repository is opened. */
async function openPlace(root: vscode.Uri, { path, line, column }: OpenPlace): Promise<void> {
  const inside = resolvePath('', path);
  if (inside === undefined) return;
  const at = new vscode.Position(line - 1, column - 1);
  try {
    await vscode.window.showTextDocument(vscode.Uri.joinPath(root, inside), {
      viewColumn: vscode.ViewColumn.Beside,
      selection: new vscode.Range(at, at),
    });
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
  }
}
