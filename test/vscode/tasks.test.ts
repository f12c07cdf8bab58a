import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, eventually, findings } from './diagnostics';
import { describeWith, onNode } from './hosts';
import { extension, workspaceUri } from './workspace';

const type = 'dynamics-docs';

const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('dynamicsDocs');

/** What the problem matcher found: it knows no links, which the language server gives to each code. */
function matched(uri: vscode.Uri): vscode.Diagnostic | undefined {
  return findings(uri).find(({ code }) => typeof code === 'string');
}

describeWith('a terminal', onNode, 'the task check', () => {
  // Opened by no test before these: the matcher leaves what is open to the language server.
  const uri = workspaceUri('unopened/no-description.md');

  afterEach(() => settings().update('checkCommand', undefined, vscode.ConfigurationTarget.Workspace));

  it('is offered for each folder', async () => {
    const tasks = await vscode.tasks.fetchTasks({ type });
    assert.deepEqual(
      tasks.map(({ name, source, definition, scope, problemMatchers, execution }) => [
        name,
        source,
        definition,
        scope,
        problemMatchers,
        execution instanceof vscode.ShellExecution && [execution.command, execution.args, execution.options?.cwd],
      ]),
      [
        [
          'check',
          type,
          { type, task: 'check' },
          vscode.workspace.workspaceFolders?.[0],
          ['$dynamics-docs'],
          ['npx', ['--no', 'dynamics-docs', 'check'], workspaceUri('').fsPath],
        ],
      ],
    );
  });

  it('shows what the command line finds in the Problems panel', async () => {
    await run(await offered(commandLine()));
    const finding = await eventually(uri, () => matched(uri), 'a finding of the task');
    assert.deepEqual(
      [codeOf(finding), finding.severity, finding.range.start.line],
      ['description-missing', vscode.DiagnosticSeverity.Warning, 1],
    );
    await clears();
  });

  it('takes the arguments that tasks.json has for it', async () => {
    const configured = {
      type,
      task: 'check',
      args: ['unopened/no-description.md', '--fail-on', 'warning'],
      label: 'check one file',
    };
    await useCommand(commandLine());
    await configureTasks([configured]);
    try {
      const tasks = await vscode.tasks.fetchTasks();
      const task = tasks.find(({ name }) => name === configured.label);
      assert.ok(task);
      assert.equal(await run(task), 1);
      await eventually(uri, () => matched(uri), 'a finding of the task');
    } finally {
      await configureTasks(undefined);
    }
    await clears();
  });

  /** A run that finds nothing takes away what the last one found. */
  async function clears(): Promise<void> {
    await run(await offered([process.execPath, '-e', '']));
    await eventually(uri, () => matched(uri) === undefined, 'no finding of the task');
  }
});

function commandLine(): readonly string[] {
  return [process.execPath, vscode.Uri.joinPath(extension().extensionUri, 'dist', 'cli.js').fsPath];
}

async function useCommand(command: readonly string[]): Promise<void> {
  await settings().update('checkCommand', command, vscode.ConfigurationTarget.Workspace);
}

/** Writes tasks.json. */
async function configureTasks(tasks: readonly object[] | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('tasks').update('tasks', tasks, vscode.ConfigurationTarget.Workspace);
}

async function offered(command: readonly string[]): Promise<vscode.Task> {
  await useCommand(command);
  const [task] = await vscode.tasks.fetchTasks({ type });
  assert.ok(task);
  return task;
}

/** Resolves with the exit code when the program has ended. */
async function run(task: vscode.Task): Promise<number | undefined> {
  const ended = new Promise<number | undefined>((resolve) => {
    const listening = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.definition.type !== type) return;
      listening.dispose();
      resolve(exitCode);
    });
  });
  await vscode.tasks.executeTask(task);
  return ended;
}
