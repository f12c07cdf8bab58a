import type * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { RevealOutputChannelOn } from 'vscode-languageclient';
import { diagnosticCollection } from '../names';
import { documentSelector, servedSchemes } from './selector';
import { traceChannel } from './traceChannel';

/**
 * What every client is started with. No file watchers: the server knows which files it depends on, configured
 * schemas among them, and registers its own.
 */
export function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: documentSelector(servedSchemes()),
    diagnosticCollectionName: diagnosticCollection,
    outputChannel: output,
    traceOutputChannel: traceChannel(output),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}
