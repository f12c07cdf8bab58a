/**
 * The rows of docs/compatibility.md: what a writer knows as one feature, and where it is tested. `titles` are those of the
 * innermost `describe` in the suites inside VS Code, `server` and `cli` the files of test/server and test/cli.
 */
export const features = [
  {
    name: 'Findings while typing',
    titles: ['while typing', 'the language server', 'untitled documents and other versions of an article'],
    server: ['publishing', 'documentInfo', 'hostile', 'virtual'],
    cli: ['stdin'],
  },
  {
    name: 'Findings of every file',
    titles: ['Validate Workspace', 'the installed package'],
    server: ['validateWorkspace', 'baseline'],
    cli: ['selection', 'concurrency', 'cache', 'changedSince', 'baseline', 'failures', 'disk', 'exitCode'],
  },
  {
    name: 'Changes of docfx.json, configurations and settings',
    titles: ['when the configuration changes'],
    server: ['governing', 'settings'],
    cli: ['init'],
  },
  { name: 'Schemas of a team', titles: ['schemas of the team'], server: ['governing'], cli: ['schemas'] },
  {
    name: 'Drafts of schemas, completion and checks in configurations and schemas',
    titles: ['Infer Schema from Docset', 'files of schema authors'],
    server: ['inferSchema'],
    cli: ['infer'],
  },
  {
    name: 'Folders that come, go and are renamed',
    titles: ['folders that come and go'],
    server: ['folders'],
  },
  {
    name: 'Repairs',
    titles: ['repairs', 'repairs of headings and sections'],
    server: ['quickFixes'],
    cli: ['fix'],
  },
  { name: 'Completion of metadata', titles: ['completion of metadata'], server: ['metadataCompletion'] },
  {
    name: 'Hover and inlay hints on metadata',
    titles: ['hover on metadata', 'inlay hints of metadata'],
    server: ['metadataHover', 'inlayHints'],
  },
  {
    name: 'Commands that write metadata',
    titles: ['commands that write metadata'],
    server: ['metadata'],
    cli: ['metadata'],
  },
  {
    name: 'Metadata of many articles at once',
    titles: ['commands that write many articles'],
    cli: ['metadataAll', 'metadataApply'],
  },
  { name: 'View of metadata', titles: ['view of metadata'] },
  {
    name: 'Includes expanded in the preview',
    titles: ['preview of includes', 'preview'],
  },
  { name: 'What DocFX adds to Markdown, in the preview', titles: ['preview', 'webPreview'] },
  {
    name: 'Includes: links, hover, references, completion, expansion',
    titles: ['includes'],
    server: ['includeNavigation', 'includeCompletion'],
    cli: ['includes', 'renderCode'],
  },
  { name: 'Links and bookmarks', titles: ['completion of links'], server: ['links', 'linkCompletion'] },
  {
    name: 'Redirections',
    titles: ['commands for redirections'],
    server: ['redirections'],
    cli: ['redirections'],
  },
  { name: 'Renaming headings', titles: ['renaming headings'], server: ['rename'] },
  {
    name: 'Redirections of articles that move',
    titles: ['redirections of articles that move'],
    server: ['redirectionsOfMoves'],
  },
  { name: 'Images that are pasted or dropped', titles: ['images that are pasted or dropped'], server: ['images'] },
  { name: 'View of includes', titles: ['view of includes'] },
  { name: 'Refactorings with includes', titles: ['refactorings with includes'], server: ['refactorings'] },
  { name: 'Outline and folding', titles: ['outline'], server: ['outline'] },
  {
    name: 'Snippets, completion of sections and of what DocFX adds to Markdown',
    titles: ['snippets', 'completion of sections'],
    server: ['sectionCompletion', 'formCompletion'],
  },
  { name: 'New Article', titles: ['New Article'], server: ['newArticle'], cli: ['new'] },
  {
    name: 'Health report',
    titles: ['Open Health Report', 'report'],
    server: ['healthReport'],
    cli: ['report'],
  },
  { name: 'Tools for agents', titles: ['tools of agents'], server: ['agents'], cli: ['mcp'] },
  { name: 'Get Started', titles: ['Get Started'] },
  { name: 'The task `check`', titles: ['the task check'], cli: ['terminal', 'streams'] },
  {
    name: 'Restart after a crash, a clean end',
    titles: ['the language server as a process'],
    server: ['lifecycle'],
  },
  { name: 'Other editors and languages', server: ['neovim', 'language'] },
  {
    name: 'Reports for programs and pull requests',
    cli: ['formats', 'outputs', 'sarif', 'junit', 'github', 'action', 'npmPackage'],
  },
];

/** The columns: in which hosts, and by which suites. */
export const hosts = [
  { name: 'Node', suites: ['vscode'] },
  { name: 'Installed package', suites: ['vsix'] },
  { name: 'Web worker', suites: ['worker'] },
  { name: 'For the web', suites: ['web'] },
  { name: 'Restricted Mode', suites: ['restricted'] },
  { name: 'Several folders', suites: ['folders'] },
  { name: 'As it looks', suites: ['preview', 'webPreview', 'report'] },
  { name: 'Language server', suites: ['server'] },
  { name: 'Command line', suites: ['cli'] },
];
