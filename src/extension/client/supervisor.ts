import * as vscode from 'vscode';
import type { BaseLanguageClient, ErrorHandler, LanguageClientOptions } from 'vscode-languageclient';
import { CloseAction, ErrorAction, State } from 'vscode-languageclient';
import { reportFailure, reportRestart } from './crashMessages';
import { createRestartPolicy } from './restartPolicy';

export type ServerState = 'starting' | 'running' | 'stopped' | 'failed';

/** A client with what its host adds to it: a process to name, or a worker to end. */
export interface HostedClient {
  readonly client: BaseLanguageClient;
  readonly processId: () => number | undefined;
  readonly release: () => void;
}

export type ClientFactory = (options: LanguageClientOptions) => HostedClient;

export interface Supervisor {
  readonly state: ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  readonly processId: number | undefined;
  /** The client of the server once it runs; `undefined` when it does not start. */
  readonly running: () => Promise<BaseLanguageClient | undefined>;
  /** Starts the server, after ending the one that runs. Reports a failure itself and never rejects. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly dispose: () => void;
}

export interface SupervisorParts {
  readonly output: vscode.LogOutputChannel;
  readonly createClient: ClientFactory;
  readonly options: () => LanguageClientOptions;
  /** Registers the handlers of one client, before it starts. */
  readonly connect: (client: BaseLanguageClient) => void;
}

/** One client from its start to its end: a restart makes a new one, so that nothing of a broken one lives on. */
interface Session extends HostedClient {
  /** Rejects when the connection breaks before the server has answered. */
  readonly broken: Promise<never>;
}

/** Keeps one language server running: starts it, starts it again after a crash, and gives up when it keeps crashing. */
export function createSupervisor(parts: SupervisorParts): Supervisor {
  const { output } = parts;
  const policy = createRestartPolicy();
  const stateChanged = new vscode.EventEmitter<ServerState>();
  let state: ServerState = 'stopped';
  let session: Session | undefined;
  /** Counts starts and stops: whoever finds it changed after waiting has been overtaken. */
  let generation = 0;

  function setState(next: ServerState): void {
    if (next === state) return;
    state = next;
    stateChanged.fire(next);
  }

  async function replace(): Promise<void> {
    const mine = ++generation;
    setState('starting');
    await endCurrent();
    if (mine === generation) await start(mine);
  }

  async function start(mine: number): Promise<void> {
    try {
      const started = (session = openSession(parts));
      await Promise.race([started.client.start(), started.broken]);
      if (mine !== generation) return;
      watchForCrash(started);
      setState('running');
      const pid = started.processId();
      output.info(pid === undefined ? 'The language server runs.' : `The language server runs as process ${pid}.`);
    } catch (error) {
      if (mine !== generation) return;
      output.error(`The language server did not start: ${String(error)}`);
      await endCurrent();
      setState('failed');
      reportFailure(vscode.l10n.t('The Dynamics Docs language server could not be started.'), output, restart);
    }
  }

  function watchForCrash(running: Session): void {
    const crashed = (): void => {
      if (session !== running) return;
      const again = policy.crashed(Date.now());
      output.error(`The language server stopped unexpectedly. ${again ? 'Starting it again.' : 'It stays off.'}`);
      if (again) {
        reportRestart(output);
        void replace();
      } else {
        generation += 1;
        void endCurrent();
        setState('failed');
        reportFailure(
          vscode.l10n.t('The Dynamics Docs language server keeps crashing and stays off.'),
          output,
          restart,
        );
      }
    };
    running.client.onDidChangeState((change) => {
      if (change.newState !== State.Running) crashed();
    });
    // It may have died between its answer and this line.
    if (!running.client.isRunning()) crashed();
  }

  async function endCurrent(): Promise<void> {
    const ending = session;
    session = undefined;
    if (ending !== undefined) await endSession(ending, output);
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

  function running(): Promise<BaseLanguageClient | undefined> {
    if (state !== 'starting') return Promise.resolve(session?.client);
    return new Promise((resolve) => {
      const listening = stateChanged.event(() => {
        listening.dispose();
        resolve(session?.client);
      });
    });
  }

  return {
    get state() {
      return state;
    },
    get processId() {
      return session?.processId();
    },
    onDidChangeState: stateChanged.event,
    running,
    restart,
    stop,
    dispose: () => {
      stateChanged.dispose();
      void stop();
    },
  };
}

function openSession(parts: SupervisorParts): Session {
  let breakStart: (error: Error) => void = () => undefined;
  const broken = new Promise<never>((_resolve, reject) => {
    breakStart = reject;
  });
  // Raced against the start; once the server runs, nobody waits for it any more.
  broken.catch(() => undefined);

  const hosted = parts.createClient({
    ...parts.options(),
    errorHandler: leaveItToSupervisor(breakStart),
    initializationFailedHandler: () => false,
  });
  logErrorsOnly(hosted.client);
  parts.connect(hosted.client);
  return { ...hosted, broken };
}

async function endSession(session: Session, output: vscode.LogOutputChannel): Promise<void> {
  try {
    if (session.client.needsStop()) await session.client.dispose();
  } catch (error) {
    // A server that hangs or never started cannot say goodbye; the client kills its process all the same.
    output.warn(`The language server did not stop by itself: ${String(error)}`);
  } finally {
    session.release();
  }
}

/** The client neither restarts a server nor shows messages: the supervisor does both, in one place. */
function leaveItToSupervisor(breakStart: (error: Error) => void): ErrorHandler {
  return {
    error: (error, _message, count) => {
      // The browser hands over an ErrorEvent here, for instance when the worker's script cannot be loaded.
      breakStart(error instanceof Error ? error : new Error('The connection to the language server broke.'));
      const action = count !== undefined && count > 3 ? ErrorAction.Shutdown : ErrorAction.Continue;
      return { action, handled: true };
    },
    closed: () => {
      const message = 'The connection to the language server closed.';
      breakStart(new Error(message));
      return { action: CloseAction.DoNotRestart, message, handled: true };
    },
  };
}

/** Some of the client's errors pop up whatever its options say. They belong into the log: the supervisor tells the user. */
function logErrorsOnly(client: BaseLanguageClient): void {
  const log = client.error.bind(client);
  client.error = (message: string, data?: unknown) => {
    log(message, data, false);
  };
}
