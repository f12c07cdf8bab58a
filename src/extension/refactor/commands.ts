import type * as vscode from 'vscode';
import type { Supervisor } from '../client/supervisor';
import { extractInclude } from './extract';
import { inlineInclude } from './inline';
import { insertInclude } from './insert';

type Handler = (argument?: unknown) => unknown;

/** The commands that rewrite articles with includes. */
export function refactorCommands(
  supervisor: Supervisor,
  output: vscode.LogOutputChannel,
): Readonly<Record<'insertInclude' | 'extractInclude' | 'inlineInclude', Handler>> {
  const asking = { supervisor, output };
  return {
    insertInclude: (argument) => insertInclude(asking, argument),
    extractInclude: (argument) => extractInclude(asking, argument),
    inlineInclude: (argument) => inlineInclude(asking, argument),
  };
}
