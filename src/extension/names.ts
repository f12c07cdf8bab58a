import type { AgentToolName } from '../features/agents/tools';

/** Names that the manifest, the settings and the commands share. */

export const displayName = 'Dynamics Docs Authoring';

/** Prefix of every setting and command. The client reads `<clientId>.trace.server` by this name. */
export const clientId = 'dynamicsDocs';

/** Owner of the findings in the Problems panel. */
export const diagnosticCollection = 'dynamics-docs';

/** Type of the tasks that are provided, and the problem matcher that reads what they write. */
export const taskType = 'dynamics-docs';
export const problemMatcher = 'dynamics-docs';

/** How the command line is called by tasks. */
export const checkCommandSetting = 'checkCommand';

/** Set once the extension runs: commands that only make sense then are hidden from the palette before. */
export const activeContextKey = 'dynamicsDocs.active';

/** Set while the active editor shows Markdown of a docset: views about it are hidden elsewhere. */
export const docsetFileContextKey = 'dynamicsDocs.docsetFile';

/** Every contributed view. */
export const viewIds = { metadata: 'dynamicsDocs.metadata', includes: 'dynamicsDocs.includes' } as const;

/** The walkthrough of the manifest. */
export const walkthroughId = 'getStarted';

/** Every contributed command. `registerCommands` asks for a handler for each. */
export const commandIds = {
  validateWorkspace: 'dynamicsDocs.validateWorkspace',
  fixAllInWorkspace: 'dynamicsDocs.fixAllInWorkspace',
  insertMetadata: 'dynamicsDocs.insertMetadata',
  updateDate: 'dynamicsDocs.updateDate',
  formatFrontMatter: 'dynamicsDocs.formatFrontMatter',
  showEffectiveMetadata: 'dynamicsDocs.showEffectiveMetadata',
  setMetadataInFolder: 'dynamicsDocs.setMetadataInFolder',
  newArticle: 'dynamicsDocs.newArticle',
  createConfig: 'dynamicsDocs.createConfig',
  inferSchema: 'dynamicsDocs.inferSchema',
  openHealthReport: 'dynamicsDocs.openHealthReport',
  addMetadataKey: 'dynamicsDocs.addMetadataKey',
  editMetadataValue: 'dynamicsDocs.editMetadataValue',
  takeOverMetadataValue: 'dynamicsDocs.takeOverMetadataValue',
  addRedirection: 'dynamicsDocs.addRedirection',
  sortRedirections: 'dynamicsDocs.sortRedirections',
  checkRedirections: 'dynamicsDocs.checkRedirections',
  restartServer: 'dynamicsDocs.restartServer',
  showExpandedArticle: 'dynamicsDocs.showExpandedArticle',
  insertInclude: 'dynamicsDocs.insertInclude',
  extractInclude: 'dynamicsDocs.extractInclude',
  inlineInclude: 'dynamicsDocs.inlineInclude',
  goToIncludeDirective: 'dynamicsDocs.goToIncludeDirective',
  getStarted: 'dynamicsDocs.getStarted',
  showOutput: 'dynamicsDocs.showOutput',
} as const;

export type CommandName = keyof typeof commandIds;

/** Every contributed tool for agents. */
export const toolNames = [
  'dynamics_docs_validate_article',
  'dynamics_docs_effective_metadata',
  'dynamics_docs_expand_article',
] as const satisfies readonly AgentToolName[];

export type ToolName = (typeof toolNames)[number];
