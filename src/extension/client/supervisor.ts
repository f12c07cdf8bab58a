import * as vscode from 'vscode';
import { reportFailure, reportRestart } from './crashMessages';
import { createRestartPolicy } from './restartPolicy';
import type { Connect, ConnectionParts, ServerConnection } from './serverConnection';

export type ServerState = 'starting' | 'running' | 'stopped' | 'failed';

export interface Supervisor {
  readonly state: ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  /** Fires once the server has taken over what changed on disk. */
  readonly onDidChangeDisk: vscode.Event<void>;
  readonly processId: number | undefined;
  /** The connection once the server runs; `undefined` when it does not start. */
  readonly running: () => Promise<ServerConnection | undefined>;
  /** Starts the server, after ending the one that runs. Reports a failure itself and never rejects. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly dispose: () => void;
}

/** Keeps one language server running: starts it, starts it again after a crash, and gives up when it keeps crashing. */
export function createSupervisor(
  load: () => Promise<Connect>,
  { output, onStatus }: Omit<ConnectionParts, 'onDiskChanged'>,
): Supervisor {
  const diskChanged = new vscode.EventEmitter<void>();
  const parts: ConnectionParts = {
    output,
    onStatus,
    onDiskChanged: () => {
      diskChanged.fire();
    },
  };
  const policy = createRestartPolicy();
  const stateChanged = new vscode.EventEmitter<ServerState>();
  // The first start follows the activation: whoever asks before waits for it.
  let state: ServerState = 'starting';
  let current: ServerConnection | undefined;
  /** Counts starts and stops: whoever finds it changed after waiting has been overtaken. */
  let generation = 0;

  function setState(next: ServerState): void {
    if (next === state) return;
    state = next;
    stateChanged.fire(next);
  }

  /** Each start makes a new connection, so that nothing of a broken one lives on. */
  async function replace(): Promise<void> {
    const mine = ++generation;
    const overtaken = (): boolean => mine !== generation;
    setState('starting');
    try {
      await endCurrent();
      const connect = await load();
      if (overtaken()) return;
      const connection = (current = connect(parts));
      await connection.start();
      if (overtaken()) return;
      setState('running');
      output.info(`The language server runs${described(connection.processId())}.`);
      connection.onDidStop(() => {
        if (current === connection) crashed();
      });
    } catch (error) {
      if (overtaken()) return;
      output.error(`The language server did not start: ${String(error)}`);
      giveUp(vscode.l10n.t('The Dynamics Docs language server could not be started.'));
    }
  }

  function crashed(): void {
    if (policy.crashed(Date.now())) {
      output.error('The language server stopped unexpectedly. Starting it again.');
      reportRestart(output);
      void replace();
    } else {
      output.error('The language server stopped unexpectedly, too often to start it again.');
      giveUp(vscode.l10n.t('The Dynamics Docs language server keeps crashing and stays off.'));
    }
  }

  function giveUp(message: string): void {
    generation += 1;
    void endCurrent();
    setState('failed');
    reportFailure(message, output, restart);
  }

  async function endCurrent(): Promise<void> {
    const ending = current;
    current = undefined;
    await ending?.end();
  }

  function restart(): Promise<void> {
    policy.reset();
    return replace();
  }

  async function stop(): Promise<void> {
    generation += 1;
    await endCurrent();
    setState('stopped');
  }

  function running(): Promise<ServerConnection | undefined> {
    if (state !== 'starting') return Promise.resolve(current);
    return new Promise((resolve) => {
      const listening = stateChanged.event(() => {
        listening.dispose();
        resolve(current);
      });
    });
  }

  return {
    get state() {
      return state;
    },
    get processId() {
      return current?.processId();
    },
    onDidChangeState: stateChanged.event,
    onDidChangeDisk: diskChanged.event,
    running,
    restart,
    stop,
    dispose: () => {
      stateChanged.dispose();
      diskChanged.dispose();
      void stop();
    },
  };
}

function described(processId: number | undefined): string {
  return processId === undefined ? '' : ` as process ${processId}`;
}
