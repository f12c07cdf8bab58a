import * as vscode from 'vscode';
import { agentAnswerRequest, type AgentAnswer, type AgentAnswerParams } from '../../server/agentProtocol';
import type { Refused } from '../../server/protocol';
import { askQuietly, type Asking } from '../commands/requests';
import { toolNames, type ToolName } from '../names';
import { registerTool } from './languageModel';
import { namedFile } from './namedFile';

/** Tools for agents: they read what the server knows, of files of the workspace alone, and change nothing. */
export function provideTools(asking: Asking): vscode.Disposable {
  return vscode.Disposable.from(
    ...toolNames.map((name) =>
      registerTool(name, {
        prepareInvocation: ({ input }) => ({ invocationMessage: messageOf(name, pathFrom(input)) }),
        invoke: ({ input }, token) => answer(asking, name, pathFrom(input), token),
      }),
    ),
  );
}

function messageOf(name: ToolName, path: string): string {
  switch (name) {
    case 'dynamics_docs_validate_article':
      return vscode.l10n.t('Validating {0}', path);
    case 'dynamics_docs_effective_metadata':
      return vscode.l10n.t('Reading the metadata of {0}', path);
    case 'dynamics_docs_expand_article':
      return vscode.l10n.t('Expanding the includes of {0}', path);
  }
}

async function answer(
  asking: Asking,
  tool: ToolName,
  path: string,
  token: vscode.CancellationToken,
): Promise<readonly string[]> {
  const uri = await namedFile(path);
  if (uri === undefined) throw new Error(vscode.l10n.t("'{0}' is no file of a folder that is open.", path));
  const params: AgentAnswerParams = { tool, uri: uri.toString() };
  const told = await askQuietly<AgentAnswer | Refused | null>(
    asking,
    agentAnswerRequest,
    params,
    `Answering ${tool} failed`,
    token,
  );
  if (token.isCancellationRequested) throw new vscode.CancellationError();
  if (told === null) throw new Error(vscode.l10n.t('This did not work. The output says why.'));
  if (told === undefined) throw new Error(vscode.l10n.t('The Dynamics Docs language server is not running.'));
  if ('refused' in told) throw new Error(told.refused);
  return told.texts;
}

/** Models do not always keep to the schema. */
function pathFrom(input: unknown): string {
  const path = typeof input === 'object' && input !== null && 'path' in input ? input.path : undefined;
  if (typeof path !== 'string' || path === '') throw new Error(vscode.l10n.t("Name a file in 'path'."));
  return path;
}
