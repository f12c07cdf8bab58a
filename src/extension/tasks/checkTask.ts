import * as vscode from 'vscode';
import { checkCommandSetting, clientId, problemMatcher, taskType } from '../names';

/** A task as tasks.json holds it. Its shape is described in the manifest. */
interface CheckDefinition extends vscode.TaskDefinition {
  readonly task: 'check';
  /** What follows `check` on the command line. */
  readonly args?: readonly string[];
}

/**
 * `dynamics-docs check` for each folder, whose findings the problem matcher reads. None in Restricted Mode: the command and its
 * program may come from the workspace.
 */
export function provideCheckTasks(): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(taskType, {
    provideTasks: () => {
      if (!vscode.workspace.isTrusted) return [];
      const folders = vscode.workspace.workspaceFolders ?? [];
      return folders
        .filter(({ uri }) => uri.scheme === 'file')
        .map((folder) => taskOf({ type: taskType, task: 'check' }, folder));
    },
    resolveTask: ({ definition, scope }) =>
      vscode.workspace.isTrusted && isCheck(definition)
        ? taskOf(definition, scope ?? vscode.TaskScope.Workspace)
        : undefined,
  });
}

function isCheck(definition: vscode.TaskDefinition): definition is CheckDefinition {
  const { task, args } = definition;
  return (
    task === 'check' && (args === undefined || (Array.isArray(args) && args.every((arg) => typeof arg === 'string')))
  );
}

function taskOf(definition: CheckDefinition, scope: vscode.WorkspaceFolder | vscode.TaskScope): vscode.Task {
  const folder = typeof scope === 'object' ? scope : undefined;
  const setting = vscode.workspace.getConfiguration(clientId, folder).get<string | string[]>(checkCommandSetting, []);
  // Some write a program without arguments as a text.
  const [program = '', ...before] = [setting].flat();
  const execution = new vscode.ShellExecution(
    program,
    [...before, 'check', ...(definition.args ?? [])],
    folder === undefined ? {} : { cwd: folder.uri.fsPath },
  );
  const task = new vscode.Task(definition, scope, 'check', 'dynamics-docs', execution, `$${problemMatcher}`);
  task.group = vscode.TaskGroup.Test;
  task.detail = vscode.l10n.t('Checks every file on the command line and shows the findings in the Problems panel.');
  return task;
}
