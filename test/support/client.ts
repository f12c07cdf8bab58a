import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterEach } from 'mocha';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ConfigurationParams,
  type Diagnostic,
  type FileChangeType,
  type InitializeResult,
  type LogMessageParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextDocumentClientCapabilities,
  type TextDocumentContentChangeEvent,
  type WorkspaceClientCapabilities,
} from 'vscode-languageserver-protocol/node';
import {
  diskChangedNotification,
  statusNotification,
  type InitializationOptions,
  type StatusParams,
} from '../../src/server/protocol';
import { cliPath } from './program';

export interface ClientOptions {
  /** URIs of the workspace folders; `null` for a client that knows one root alone. */
  readonly folders: readonly string[];
  /** `dynamicsDocs.*` for a scope; the debounce is 0 unless it is set here. */
  readonly settings?: (scope: string | undefined) => object;
  /** Arguments of Node; the command line's server unless others are given. */
  readonly program?: readonly string[];
  /** Of `initialize`, for `textDocument`. */
  readonly capabilities?: TextDocumentClientCapabilities;
  /** The same for `workspace`, besides what every client here has. */
  readonly workspaceCapabilities?: WorkspaceClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  /** The language of the editor. */
  readonly locale?: string;
  /** Answers what the server asks of this client alone. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

/** URI of an absolute path, as VS Code writes it. */
export function uriOf(path: string): string {
  return pathToFileURL(path).toString();
}

const running = new Set<Client>();

/** Starts a server as a process of its own and says hello to it. It is ended after the test. */
export async function startClient(options: ClientOptions): Promise<Client> {
  const client = new Client(options);
  running.add(client);
  await client.initialize();
  return client;
}

afterEach(async () => {
  const clients = [...running];
  running.clear();
  for (const client of clients) if (!client.hasEnded) assert.equal(await client.stop(), 0);
  // A mistake that a handler swallowed is a mistake all the same.
  for (const { errors } of clients) assert.deepEqual(errors, []);
});

/** An editor, as far as the server sees one. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  /** What was published last, by URI. */
  readonly published = new Map<string, readonly Diagnostic[]>();
  /** Every publication, in order. */
  readonly publications: PublishDiagnosticsParams[] = [];
  readonly statuses: StatusParams[] = [];
  /** How often the server has said that it took over what changed on disk. */
  diskChanges = 0;
  /** What the server logged as an error, and what it wrote to standard error. */
  readonly errors: string[] = [];
  initialized: InitializeResult | undefined;
  settings: (scope: string | undefined) => object;
  /** What `markdown.validate.enabled` of VS Code says. */
  editorChecksLinks = false;
  /** URIs of the workspace folders. */
  folders: readonly string[];
  hasEnded = false;
  private readonly ended: Promise<number | null>;
  private readonly waiting = new Set<() => void>();
  private version = 1;

  constructor(private readonly options: ClientOptions) {
    this.settings = options.settings ?? (() => ({}));
    this.folders = options.folders;
    const child = spawn(process.execPath, [...(options.program ?? [cliPath, 'lsp', '--stdio'])], { stdio: 'pipe' });
    this.process = child;
    this.ended = new Promise((resolve) => {
      child.on('close', (code) => {
        this.hasEnded = true;
        resolve(code);
      });
    });
    child.stderr.on('data', (data: Buffer) => this.errors.push(data.toString()));
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.listen();
  }

  private listen(): void {
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.publications.push(params);
      this.published.set(params.uri, params.diagnostics);
      this.wake();
    });
    connection.onNotification(statusNotification, (params: StatusParams) => {
      this.statuses.push(params);
      this.wake();
    });
    connection.onNotification(diskChangedNotification, () => {
      this.diskChanges++;
      this.wake();
    });
    connection.onNotification('window/logMessage', ({ type, message }: LogMessageParams) => {
      if (type !== 1) return;
      this.errors.push(message);
      this.wake();
    });
    connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
      items.map(({ scopeUri, section }) => {
        if (section === 'markdown.validate') return { enabled: this.editorChecksLinks };
        assert.equal(section, 'dynamicsDocs');
        const settings = this.settings(scopeUri);
        return {
          ...settings,
          validate: { debounce: 0, ...('validate' in settings ? (settings.validate as object) : {}) },
        };
      }),
    );
    connection.onRequest('workspace/workspaceFolders', () => this.folders.map(toFolder));
    connection.onRequest('client/registerCapability', () => null);
    this.options.prepare?.(connection);
    connection.listen();
  }

  async initialize(): Promise<void> {
    this.initialized = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: this.options.folders.map(toFolder),
      ...(this.options.locale === undefined ? {} : { locale: this.options.locale }),
      ...(this.options.initializationOptions === undefined
        ? {}
        : { initializationOptions: this.options.initializationOptions }),
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          didChangeConfiguration: { dynamicRegistration: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
          ...this.options.workspaceCapabilities,
        },
        textDocument: {
          publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
          ...this.options.capabilities,
        },
      },
    });
    await this.connection.sendNotification('initialized', {});
  }

  /** Opens a document with a text, or with what stands on disk. */
  async open(uri: string, text: string = readFileSync(new URL(uri), 'utf8')): Promise<void> {
    const languageId = uri.endsWith('.md') ? 'markdown' : 'json';
    const textDocument = { uri, languageId, version: this.version++, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Edits a document: a text replaces all of it. */
  async edit(uri: string, ...changes: (TextDocumentContentChangeEvent | string)[]): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: this.version++ },
      contentChanges: changes.map((change) => (typeof change === 'string' ? { text: change } : change)),
    });
  }

  async save(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Tells of files that changed on disk, as an editor's watcher does. */
  async changedOnDisk(type: FileChangeType, ...uris: string[]): Promise<void> {
    const changes = uris.map((uri) => ({ uri, type }));
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /** Adds and removes workspace folders. */
  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    this.folders = [...this.folders.filter((uri) => !removed.includes(uri)), ...added];
    await this.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: added.map(toFolder), removed: removed.map(toFolder) },
    });
  }

  async changeSettings(settings: (scope: string | undefined) => object): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  /** The codes that were published last for a document, in order. */
  codesOf(uri: string): string[] | undefined {
    return this.published.get(uri)?.map(({ code }) => String(code));
  }

  /** Resolves with the findings of a document once exactly these codes are published. */
  async shows(uri: string, ...codes: string[]): Promise<readonly Diagnostic[]> {
    const wanted = codes.join();
    await this.until(
      () => this.codesOf(uri)?.join() === wanted,
      () => `'${wanted}' on ${uri}; there is '${String(this.codesOf(uri))}'`,
    );
    return this.published.get(uri) ?? [];
  }

  /** Resolves when the docsets of the workspace have been read, for the given number of times so far. */
  async isReady(times = 1): Promise<void> {
    const count = (): number => this.statuses.filter(({ state }) => state === 'ready').length;
    await this.until(
      () => count() >= times,
      () => `${times} times ready; there were ${count()}`,
    );
  }

  /** Resolves once something holds; it is asked again at every message of the server. */
  until(holds: () => boolean, expected: () => string): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(check);
        reject(new Error(`Expected ${expected()}. Errors: ${this.errors.join('\n') || 'none'}`));
      }, 10_000);
      const check = (): void => {
        if (!holds()) return;
        clearTimeout(timer);
        this.waiting.delete(check);
        resolve();
      };
      this.waiting.add(check);
      check();
    });
  }

  /** Says goodbye as the protocol asks. Resolves with the exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.gone();
  }

  /** The exit code, once the process has ended. */
  gone(): Promise<number | null> {
    return this.ended;
  }

  private wake(): void {
    for (const check of [...this.waiting]) check();
  }
}

function toFolder(uri: string): { uri: string; name: string } {
  return { uri, name: uri.split('/').at(-1) ?? uri };
}
