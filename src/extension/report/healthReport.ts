import * as vscode from 'vscode';
import { resolvePath } from '../../core/text/path';
import type { Refused } from '../../server/protocol';
import {
  healthReportRequest,
  type HealthReportParams,
  type OpenPlace,
  type ShownReport,
} from '../../server/reportProtocol';
import { workspaceFolder } from '../commands/folders';
import { askWithProgress, isDone, tell, type Asking } from '../commands/requests';

export interface HealthReports {
  readonly dispose: () => void;
  /** Asks the server for a report and shows it in the panel, in a new one where there is none. */
  readonly show: () => Promise<void>;
}

/** One panel, whose content a newer report replaces. It is not restored: a report of another day would mislead. */
export function createHealthReports(asking: Asking): HealthReports {
  let panel: vscode.WebviewPanel | undefined;
  let root: vscode.Uri | undefined;
  const open = (): vscode.WebviewPanel => {
    const opened = vscode.window.createWebviewPanel(
      'dynamicsDocs.healthReport',
      vscode.l10n.t('Health Report'),
      vscode.ViewColumn.Active,
      // Everything is in the page: it may load nothing, not even what the extension brings.
      { enableScripts: true, localResourceRoots: [], enableFindWidget: true },
    );
    opened.onDidDispose(() => {
      panel = undefined;
    });
    opened.webview.onDidReceiveMessage((message: unknown) => {
      if (root !== undefined && isOpenPlace(message)) void openPlace(root, message);
    });
    return opened;
  };
  return {
    async show() {
      const folder = await workspaceFolder();
      if (folder === undefined) return;
      const params: HealthReportParams = { uri: vscode.Uri.joinPath(folder, 'docfx.json').toString() };
      const title = vscode.l10n.t('Preparing the health report');
      const report = await askWithProgress<ShownReport | Refused | null>(asking, title, healthReportRequest, params);
      if (report === undefined || report === null || !isDone(report)) return;
      root = vscode.Uri.parse(report.root);
      panel ??= open();
      panel.title = vscode.l10n.t('Health Report: {0}', report.name);
      panel.webview.html = report.html;
      panel.reveal();
    },
    dispose() {
      panel?.dispose();
    },
  };
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
