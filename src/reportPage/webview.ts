// The health report in VS Code's webview: asks for it, shows what it is sent, and says which place was chosen.

import type { HealthReport } from '../features/report/model';
import { reportBody } from '../features/report/reportBody';
import './tables';

/** VS Code hands it to its webviews. */
declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

const vscode = acquireVsCodeApi();

window.addEventListener('message', ({ data }: MessageEvent<HealthReport>) => {
  // Every text of a repository is escaped there, and no script but this one may run.
  document.body.innerHTML = reportBody(data, { opens: true });
});

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>('button.open') : null;
  if (button === null) return;
  const { path, line, column } = button.dataset;
  vscode.postMessage({ type: 'open', path, line: Number(line), column: Number(column) });
});

vscode.postMessage({ type: 'ready' });
