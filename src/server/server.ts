import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocuments,
  TextDocumentSyncKind,
  type CancellationToken,
  type Connection,
  type FileEvent,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { answerAgentRequests } from './agents';
import { answerCodeActions, codeActionCapabilities } from './codeActions';
import { clientProfile } from './clientProfile';
import { answerCompletionRequests, completionCapabilities } from './completion';
import { answerExpansionRequests } from './expansion';
import { guarded, logFailure } from './handlers';
import { answerRefactoringRequests, includeRefactorings } from './includeRefactorings';
import { answerImageRequests } from './images';
import { answerHoverRequests, hoverCapabilities } from './hover';
import { answerInlayHintRequests, inlayHintCapabilities, refreshInlayHints } from './inlayHints';
import { answerInferRequests } from './inferSchema';
import { answerIncludeRequests, includeCapabilities } from './includes';
import { speakLanguageOf } from './language';
import { fileOperationCapabilities, followFileOperations } from './moves';
import { answerIncludeTreeRequests } from './includeTree';
import { answerFixAllRequest } from './fixAllInWorkspace';
import { answerFolderMetadataRequests } from './folderMetadata';
import { answerMetadataRequests } from './metadata';
import { answerNewArticleRequests } from './newArticle';
import { answerFormattingRequests, formattingCapabilities } from './formatting';
import { answerRedirectionRequests } from './redirections';
import { answerReportRequests } from './report';
import { answerOutlineRequests, outlineCapabilities } from './outline';
import { fixAllAction, quickFixes } from './quickFixes';
import { answerRenameRequests, renameCapabilities } from './rename';
import {
  documentInfoRequest,
  diskChangedNotification,
  statusNotification,
  validateWorkspaceRequest,
  type DocumentInfoParams,
  type DocumentInfoResult,
  type ValidateWorkspaceParams,
  type ValidateWorkspaceResult,
} from './protocol';
import type { Runtime } from './runtime';
import { Sessions } from './sessions';
import { validateWorkspace } from './validateWorkspace';

/**
 * Whatever comes, changes or goes may change a finding: articles, docfx.json, a picture that a link names; and folders, of
 * whose files watchers do not always tell. One that went and came again has changed.
 */
const watched = { globPattern: '**' };

/** What git keeps for itself, and writes at every turn. */
const ofGit = /\/\.git(?:\/|$)/;

const codeActionProviders = [quickFixes, fixAllAction, includeRefactorings];

/** Wires a connection to the sessions of its workspace. Entry points differ in the connection and the runtime alone. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const sessions = new Sessions(connection, runtime, {
    publish: (params) => void connection.sendDiagnostics(params),
    status: (params) => void connection.sendNotification(statusNotification, params),
    failed: (task, error) => {
      logFailure(connection, task, error);
    },
    inheritanceChanged: () => {
      refreshInlayHints(connection, sessions);
    },
  });
  const documents = new TextDocuments(TextDocument);
  const take = documentTaker(sessions, documents);
  initialize(connection, sessions, runtime, async () => {
    await sessions.foldersChanged();
    for (const uri of documents.keys()) if (!(await sessions.hasOpen(uri))) await take(uri);
  });
  followDocuments(connection, sessions, documents, take);
  followWorkspace(connection, sessions);
  answerRequests(connection, sessions);
  answerExpansionRequests(connection, sessions);
  answerHoverRequests(connection, sessions);
  answerInlayHintRequests(connection, sessions);
  answerImageRequests(connection, sessions);
  answerIncludeRequests(connection, sessions);
  answerOutlineRequests(connection, sessions);
  answerRefactoringRequests(connection, sessions);
  answerCodeActions(connection, sessions, codeActionProviders);
  answerRenameRequests(connection, sessions);
  followFileOperations(connection, sessions);
  answerIncludeTreeRequests(connection, sessions);
  answerCompletionRequests(connection, sessions);
  answerMetadataRequests(connection, sessions);
  answerFolderMetadataRequests(connection, sessions);
  answerFixAllRequest(connection, sessions);
  answerInferRequests(connection, sessions);
  answerFormattingRequests(connection, sessions);
  answerNewArticleRequests(connection, sessions);
  answerRedirectionRequests(connection, sessions);
  answerReportRequests(connection, sessions);
  answerAgentRequests(connection, sessions);
  connection.listen();
}

function initialize(
  connection: Connection,
  sessions: Sessions,
  runtime: Runtime,
  foldersChanged: () => Promise<void>,
): void {
  let capabilities: InitializeParams['capabilities'] = {};
  connection.onInitialize(async (params): Promise<InitializeResult> => {
    await speakLanguageOf(params, runtime);
    capabilities = params.capabilities;
    sessions.client = clientProfile(params);
    sessions.pullsSettings = capabilities.workspace?.configuration === true;
    sessions.setFolders(foldersOf(params));
    return {
      serverInfo: { name: 'dynamics-docs' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
        ...hoverCapabilities,
        ...inlayHintCapabilities,
        ...includeCapabilities,
        ...outlineCapabilities,
        ...codeActionCapabilities(codeActionProviders),
        ...completionCapabilities,
        ...formattingCapabilities(sessions.client),
        ...renameCapabilities(sessions.client),
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: fileOperationCapabilities,
        },
      },
    };
  });
  connection.onInitialized(
    guarded(connection, 'Registering with the editor', undefined, async () => {
      const { workspace } = capabilities;
      if (workspace?.didChangeConfiguration?.dynamicRegistration === true) {
        await connection.client.register(DidChangeConfigurationNotification.type, {
          section: ['dynamicsDocs', 'markdown.validate'],
        });
      }
      if (workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [watched],
        });
      }
      if (workspace?.workspaceFolders === true) {
        connection.workspace.onDidChangeWorkspaceFolders(
          guarded(connection, 'Following the workspace folders', undefined, async () => {
            sessions.setFolders(((await connection.workspace.getWorkspaceFolders()) ?? []).map(({ uri }) => uri));
            await foldersChanged();
          }),
        );
      }
    }),
  );
}

/** The folders that a client opens, in whichever of the protocol's three ways it says so. */
function foldersOf(params: InitializeParams): string[] {
  if (params.workspaceFolders !== undefined && params.workspaceFolders !== null)
    return params.workspaceFolders.map(({ uri }) => uri);
  // Older clients know one folder only.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return params.rootUri === null ? [] : [params.rootUri];
}

/** Gives an open document to the session of its repository; the first one has the repository indexed. */
function documentTaker(sessions: Sessions, documents: TextDocuments<TextDocument>): (uri: string) => Promise<void> {
  const indexed = new WeakSet();
  return async (uri) => {
    const located = await sessions.of(uri);
    // Closed again, or edited, while its repository was being read: the latest text counts.
    const current = documents.get(uri);
    if (located === undefined || current === undefined) return;
    await located.session.openDocument(located.path, uri, current.getText());
    if (indexed.has(located.session)) return;
    indexed.add(located.session);
    await located.session.index();
  };
}

function followDocuments(
  connection: Connection,
  sessions: Sessions,
  documents: TextDocuments<TextDocument>,
  take: (uri: string) => Promise<void>,
): void {
  documents.onDidOpen(guarded(connection, 'Opening a document', undefined, ({ document }) => take(document.uri)));
  documents.onDidChangeContent(
    guarded(connection, 'Following an edit', undefined, async ({ document }) => {
      const located = await sessions.of(document.uri);
      located?.session.changeDocument(located.path, document.uri, document.getText());
    }),
  );
  documents.onDidSave(
    guarded(connection, 'Saving a document', undefined, async ({ document }) => {
      const located = await sessions.of(document.uri);
      await located?.session.saveDocument(located.path);
    }),
  );
  documents.onDidClose(
    guarded(connection, 'Closing a document', undefined, async ({ document }) => {
      const located = await sessions.of(document.uri);
      await located?.session.closeDocument(located.path);
    }),
  );
  documents.listen(connection);
}

function followWorkspace(connection: Connection, sessions: Sessions): void {
  connection.onDidChangeConfiguration(
    guarded(connection, 'Taking over settings', undefined, () => sessions.settingsChanged()),
  );
  connection.onDidChangeWatchedFiles(
    guarded(connection, 'Following files on disk', undefined, async ({ changes: all }) => {
      const changes = all.filter(({ uri }) => !ofGit.test(uri));
      if (changes.length === 0) return;
      const isChange = ({ type }: FileEvent): boolean => type === FileChangeType.Changed;
      const changed = new Set(changes.filter(isChange).map(({ uri }) => uri));
      await sessions.follow(new Set(changes.map(({ uri }) => uri)), changed);
      await connection.sendNotification(diskChangedNotification);
    }),
  );
}

function answerRequests(connection: Connection, sessions: Sessions): void {
  connection.onRequest(
    validateWorkspaceRequest,
    (params: ValidateWorkspaceParams, token: CancellationToken): Promise<ValidateWorkspaceResult> =>
      validateWorkspace(connection, sessions, params, token),
  );
  connection.onRequest(
    documentInfoRequest,
    guarded(
      connection,
      'Describing a document',
      unknownDocument,
      async ({ uri }: DocumentInfoParams): Promise<DocumentInfoResult> => {
        const located = await sessions.of(uri);
        if (located === undefined) return unknownDocument;
        const { kind, context } = located.session.infoOf(located.path);
        return {
          kind,
          docset: context.docset?.path ?? null,
          schemas: context.schemas.map(({ name }) => name),
          configuration: context.configuration.document?.path ?? null,
        };
      },
    ),
  );
}

const unknownDocument: DocumentInfoResult = { kind: 'other', docset: null, schemas: [], configuration: null };
