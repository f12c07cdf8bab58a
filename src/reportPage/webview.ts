// The health report in VS Code's webview: asks for it, shows what it is sent, and says what was chosen.

import { useTranslations } from '../core/text/localize';
import { reportBody } from '../features/report/reportBody';
import type { HistoryWanted, OpenPlace, ShownReport, ViewReady } from '../features/report/viewMessages';
import './tables';

/** VS Code hands it to its webviews. */
declare function acquireVsCodeApi(): { postMessage(message: ViewReady | OpenPlace | HistoryWanted): void };

const vscode = acquireVsCodeApi();

/** Whether the reader asked for the history and has not seen it yet. */
let waitsForHistory = false;

window.addEventListener('message', ({ data }: MessageEvent<ShownReport>) => {
  const { report, offersHistory, language, translations } = data;
  useTranslations(translations, language);
  // Every text of a repository is escaped there, and no script but this one may run.
  document.body.innerHTML = reportBody(report, { opens: true, offersHistory });
  if (waitsForHistory && report.history.length > 0) showHistory();
});

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  if (button?.classList.contains('open') === true) {
    const { path = '', line, column } = button.dataset;
    vscode.postMessage({ type: 'open', path, line: Number(line), column: Number(column) });
  } else if (button?.classList.contains('history') === true) {
    waitsForHistory = true;
    vscode.postMessage({ type: 'history' });
  }
});

/** The button that had the focus is gone. */
function showHistory(): void {
  waitsForHistory = false;
  const heading = document.getElementById('history');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}

vscode.postMessage({ type: 'ready' });
