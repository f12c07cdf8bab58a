import * as vscode from 'vscode';
import { resolvePath } from '../../core/text/path';
import type { Refused } from '../../server/protocol';
import {
  healthReportRequest,
  type HealthReportParams,
  type LocatedReport,
  type OpenPlace,
  type ViewReady,
} from '../../server/reportProtocol';
import { workspaceFolder } from '../commands/folders';
import { askWithProgress, isDone, tell, type Asking } from '../commands/requests';
import { viewHtml, viewRoots } from './viewHtml';

export interface HealthReports {
  readonly dispose: () => void;
  /** Asks the server for a report and shows it in the panel, in a new one where there is none. */
  readonly show: () => Promise<void>;
}

/** One panel, whose content a newer report replaces. It is not restored: a report of another day would mislead. */
export function createHealthReports(asking: Asking, extensionUri: vscode.Uri): HealthReports {
  let panel: vscode.WebviewPanel | undefined;
  let shown: LocatedReport | undefined;
  const send = (): void => void panel?.webview.postMessage(shown?.report);
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
      if (isReady(message)) send();
      else if (shown !== undefined && isOpenPlace(message)) void openPlace(vscode.Uri.parse(shown.root), message);
    });
    opened.webview.html = viewHtml(opened.webview, extensionUri);
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
      shown = report;
      // A new one asks for it.
      if (panel !== undefined) send();
      panel ??= open();
      panel.title = vscode.l10n.t('Health Report: {0}', report.report.name);
      panel.reveal();
    },
    dispose() {
      panel?.dispose();
    },
  };
}

function isReady(message: unknown): message is ViewReady {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
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
