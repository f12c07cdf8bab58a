import * as vscode from 'vscode';
import { clientId } from '../names';

function configuredLevel(): vscode.LogLevel {
  const setting = vscode.workspace.getConfiguration(clientId).get('trace.server');
  return setting === 'messages' || setting === 'verbose' ? vscode.LogLevel.Trace : vscode.LogLevel.Off;
}

/**
 * The output channel as the client's trace log. The client traces only while the channel's own log level is Trace,
 * which users would have to set besides `dynamicsDocs.trace.server`; here the setting alone decides.
 */
export function traceChannel(output: vscode.LogOutputChannel): vscode.LogOutputChannel {
  return {
    name: output.name,
    get logLevel() {
      return configuredLevel();
    },
    onDidChangeLogLevel: (listener, thisArgs: unknown, disposables) =>
      vscode.workspace.onDidChangeConfiguration(
        (change) => {
          if (change.affectsConfiguration(`${clientId}.trace.server`)) listener.call(thisArgs, configuredLevel());
        },
        undefined,
        disposables,
      ),
    trace: (message) => {
      output.info(`[trace] ${message}`);
    },
    debug: output.debug.bind(output),
    info: output.info.bind(output),
    warn: output.warn.bind(output),
    error: output.error.bind(output),
    append: output.append.bind(output),
    appendLine: output.appendLine.bind(output),
    replace: output.replace.bind(output),
    clear: output.clear.bind(output),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the interface has both overloads, one of them deprecated
    show: () => {
      output.show(true);
    },
    hide: output.hide.bind(output),
    // The channel belongs to the extension, not to one client.
    dispose: () => undefined,
  };
}
