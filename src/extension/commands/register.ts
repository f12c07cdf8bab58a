import * as vscode from 'vscode';
import type { CommandName } from '../names';
import { commandIds } from '../names';

export type CommandHandlers = Readonly<Record<CommandName, (argument?: unknown, answers?: unknown) => unknown>>;

/** Registers every command of the manifest: the type leaves none without a handler. */
export function registerCommands(handlers: CommandHandlers): vscode.Disposable {
  const names = Object.keys(commandIds) as CommandName[];
  return vscode.Disposable.from(
    ...names.map((name) =>
      vscode.commands.registerCommand(commandIds[name], (argument?: unknown, answers?: unknown) =>
        handlers[name](argument, answers),
      ),
    ),
  );
}
