import * as vscode from 'vscode';
import { onNewScheme, servedSchemes, statusSelector } from './client/selector';
import type { Connect } from './client/serverConnection';
import type { ServerState } from './client/supervisor';
import { createSupervisor } from './client/supervisor';
import { inferSchema } from './commands/inferSchema';
import { registerCommands } from './commands/register';
import { validateWorkspace } from './commands/validateWorkspace';
import { activeContextKey, displayName, walkthroughId } from './names';
import { createEffectiveMetadata } from './derived/effectiveMetadata';
import { createExpandedArticles } from './derived/expandedArticle';
import { offerImages } from './images/images';
import type { IncludeElement } from './includesView/elements';
import { createIncludesView, goToDirective } from './includesView/includesView';
import { metadataCommands } from './metadata/commands';
import { registerFormatter } from './metadata/format';
import { updateDatesOnSave } from './metadata/updateDate';
import type { MetadataElement } from './metadataView/elements';
import { createMetadataView } from './metadataView/metadataView';
import { newArticle } from './newArticle/newArticle';
import { createHealthReports } from './report/healthReport';
import { createPreview, type Preview } from './preview/preview';
import { redirectionCommands } from './redirections/commands';
import { refactorCommands } from './refactor/commands';
import { provideBundledSchemas } from './schemas/bundledSchemas';
import { createStatusItem } from './status/statusItem';
import { provideTools } from './tools/tools';
import { createActiveDocument, type ActiveDocument } from './views/activeDocument';
import type { DocumentView } from './views/documentView';

/** What other extensions, and the tests inside VS Code, get from `activate`. */
export interface ExtensionApi {
  readonly server: {
    readonly state: ServerState;
    readonly onDidChangeState: vscode.Event<ServerState>;
    /** The server's process; `undefined` in the browser and while no server runs. */
    readonly processId: number | undefined;
  };
  /** Called by the built-in Markdown preview. */
  readonly extendMarkdownIt: Preview['extendMarkdownIt'];
  readonly onDidRefreshPreview: Preview['onDidRefresh'];
  /** What the views in the Explorer are about, and what they show of it. */
  readonly activeDocument: Pick<ActiveDocument, 'uri' | 'onDidChange'>;
  readonly metadataView: Pick<DocumentView<MetadataElement>, 'data' | 'onDidRefresh'>;
  readonly includesView: Pick<DocumentView<IncludeElement>, 'data' | 'onDidRefresh'>;
}

let stopServer: (() => Promise<void>) | undefined;

/**
 * Wires client, commands and status item together. Returns without waiting for the server, whose client is loaded
 * afterwards: others wait for our activation, the Markdown preview among them.
 */
export function activateExtension(context: vscode.ExtensionContext, load: () => Promise<Connect>): ExtensionApi {
  const output = vscode.window.createOutputChannel(displayName, { log: true });
  const supervisor = createSupervisor(load, {
    output,
    onStatus: (status) => {
      statusItem.report(status);
    },
  });
  const statusItem = createStatusItem(supervisor, statusSelector(servedSchemes()), output);
  const preview = createPreview(supervisor, output);
  const asking = { supervisor, output };
  const expanded = createExpandedArticles(supervisor, output);
  const effective = createEffectiveMetadata(asking);
  const reports = createHealthReports(asking, context.extensionUri);
  const active = createActiveDocument(asking);
  const metadataView = createMetadataView(active, asking);
  const includesView = createIncludesView(active, asking);
  stopServer = supervisor.stop;

  context.subscriptions.push(
    output,
    supervisor,
    statusItem,
    preview,
    expanded,
    effective,
    reports,
    active,
    metadataView,
    includesView,
    provideBundledSchemas(context.extensionUri),
    registerFormatter(asking),
    updateDatesOnSave(asking),
    offerImages(asking),
    provideTools(asking),
    registerCommands({
      validateWorkspace: () => validateWorkspace(asking),
      restartServer: supervisor.restart,
      showExpandedArticle: (article) => expanded.show(article instanceof vscode.Uri ? article : undefined),
      showEffectiveMetadata: (article) => effective.show(article instanceof vscode.Uri ? article : undefined),
      newArticle: (folder, answers) => newArticle(asking, folder, answers),
      inferSchema: (answers) => inferSchema(asking, answers),
      openHealthReport: () => reports.show(),
      ...metadataCommands(asking),
      ...refactorCommands(asking),
      ...redirectionCommands(asking),
      goToIncludeDirective: goToDirective,
      getStarted: () =>
        vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#${walkthroughId}`),
      showOutput: () => {
        output.show(true);
      },
    }),
    onNewScheme(() => {
      // The documents that a client synchronises are fixed when it starts.
      statusItem.select(statusSelector(servedSchemes()));
      void supervisor.restart();
    }),
    // Only then may the server ask git who writes.
    vscode.workspace.onDidGrantWorkspaceTrust(() => void supervisor.restart()),
    afterActivation(() => void supervisor.restart()),
  );
  void vscode.commands.executeCommand('setContext', activeContextKey, true);

  return {
    server: {
      get state() {
        return supervisor.state;
      },
      onDidChangeState: supervisor.onDidChangeState,
      get processId() {
        return supervisor.processId;
      },
    },
    extendMarkdownIt: preview.extendMarkdownIt,
    onDidRefreshPreview: preview.onDidRefresh,
    activeDocument: active,
    metadataView,
    includesView,
  };
}

function afterActivation(action: () => void): vscode.Disposable {
  const timer = setTimeout(action);
  return new vscode.Disposable(() => {
    clearTimeout(timer);
  });
}

export async function deactivate(): Promise<void> {
  await stopServer?.();
}
