/**
 * What client and server say to each other beyond the language server protocol. Both sides import the names and
 * shapes from here, so that they cannot drift apart. Types only: no code of the server reaches the extension.
 */

import type { ResolvedInclude } from '../core/includes/resolve';
import type { Position, Range } from '../core/text/position';
import type { IncludeTreeNode } from '../features/includes/tree';

/** Severities as DocFX names them (docs/rules): the keys of every count. */
export interface SeverityCounts {
  readonly error: number;
  readonly warning: number;
  readonly suggestion: number;
  readonly info: number;
}

/** Server → client request: the bytes of a file whose scheme the server cannot read itself. */
export const readFileRequest = 'dynamicsDocs/fs/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
/** `base64` holds the bytes as they are: the server decodes them, so that invalid UTF-8 can be reported. */
export type ReadFileResult = { readonly base64: string } | { readonly error: 'not-found' | 'unreadable' };

/** Server → client request: the names in a folder whose scheme the server cannot read itself. */
export const readDirectoryRequest = 'dynamicsDocs/fs/readDirectory';
export interface ReadDirectoryParams {
  readonly uri: string;
}
export interface DirectoryEntry {
  readonly name: string;
  readonly type: 'file' | 'directory' | 'symlink' | 'other';
}
export type ReadDirectoryResult =
  { readonly entries: readonly DirectoryEntry[] } | { readonly error: 'not-found' | 'unreadable' };

/** Client → server request, cancellable, reports work-done progress through `workDoneToken`. */
export const validateWorkspaceRequest = 'dynamicsDocs/validateWorkspace';
export interface ValidateWorkspaceParams {
  readonly workDoneToken?: string | number;
}
export interface ValidateWorkspaceResult {
  /** Files that were validated. */
  readonly files: number;
  readonly counts: SeverityCounts;
  /** Further findings, which baselines hold. */
  readonly known: number;
  readonly durationMs: number;
  readonly cancelled: boolean;
}

/** Client → server request: what the language status item shows for the active document. */
export const documentInfoRequest = 'dynamicsDocs/documentInfo';
export interface DocumentInfoParams {
  readonly uri: string;
}
export interface DocumentInfoResult {
  readonly kind: 'article' | 'include' | 'toc' | 'page' | 'docfx' | 'configuration' | 'other';
  /** docfx.json that governs the document, relative to the repository root; `null` without one. */
  readonly docset: string | null;
  /** Names or root-relative paths of the schemas in force. */
  readonly schemas: readonly string[];
  /** `.dynamics-docs.json` in force, relative to the repository root; `null` when VS Code's settings rule. */
  readonly configuration: string | null;
}

/** Server in a web worker → client request: the script that compiles schemas. Answers its text. */
export const schemaCompilerRequest = 'dynamicsDocs/schemaCompiler';

/** Server → client notification: what the server is doing. */
export const statusNotification = 'dynamicsDocs/status';

/** Server to client, without parameters: what changed on disk was taken over. What was asked before may be out of date. */
export const diskChangedNotification = 'dynamicsDocs/diskChanged';
export interface StatusParams {
  readonly state: 'indexing' | 'ready' | 'error';
  /** One sentence for a person. */
  readonly message: string;
}

/** Client → server request: everything that the preview of a document needs to expand its includes at once. */
export const includeClosureRequest = 'dynamicsDocs/includeClosure';
export interface IncludeClosureParams {
  readonly uri: string;
}
/** `null` for a document that belongs to no repository. Paths are relative to the root. */
export interface IncludeClosure {
  /** URI of the repository root. */
  readonly root: string;
  /** The document itself. */
  readonly path: string;
  /** The current text, unsaved buffers included, of every file that the document includes, through others too. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** Where each directive of the document and of those files leads. */
  readonly resolutions: readonly {
    readonly from: string;
    /** The path of the directive, unescaped. */
    readonly written: string;
    readonly resolved: ResolvedInclude;
  }[];
}

/** Client → server request: the full Markdown of a document with its includes in place. `null` outside of a repository. */
export const expandedArticleRequest = 'dynamicsDocs/expandedArticle';
export interface ExpandedArticleParams {
  readonly uri: string;
}
export interface ExpandedArticle {
  readonly text: string;
}

/** Why a refactoring cannot be done: one sentence for the writer. */
export interface Refused {
  readonly refused: string;
}

/** What a refactoring changes in the document that it was asked for. */
export interface DocumentChange {
  readonly range: Range;
  readonly newText: string;
}

/** Client → server request: whether a selection can become an include, and what the file may be called. */
export const prepareExtractRequest = 'dynamicsDocs/prepareExtractInclude';
export interface PrepareExtractParams {
  readonly uri: string;
  readonly range: Range;
}
export interface PreparedExtract {
  /** A name without extension that no file has. */
  readonly suggestion: string;
  /** Where the file will lie, root-relative. */
  readonly folder: string;
}

/** Client → server request: a selection as an include file of its own. Answers `ExtractedInclude | Refused`. */
export const extractIncludeRequest = 'dynamicsDocs/extractInclude';
export interface ExtractIncludeParams extends PrepareExtractParams {
  /** Of the file, with or without `.md`. */
  readonly name: string;
}
export interface ExtractedInclude {
  /** The file to create. */
  readonly uri: string;
  readonly content: string;
  readonly edit: DocumentChange;
}

/** Client → server request: the content of the include at a position. Answers `InlinedInclude | Refused`, `null` elsewhere. */
export const inlineIncludeRequest = 'dynamicsDocs/inlineInclude';
export interface InlineIncludeParams {
  readonly uri: string;
  readonly position: Position;
}
export interface InlinedInclude {
  readonly edit: DocumentChange;
  /** URI of the include file. */
  readonly include: string;
  readonly name: string;
  /** Whether nothing else includes that file. */
  readonly isOnlyUse: boolean;
}

/** Client → server request: the include files that can be inserted in a document, those used most first. */
export const includeFilesRequest = 'dynamicsDocs/includeFiles';
export interface IncludeFilesParams {
  readonly uri: string;
}
export interface IncludeFile {
  readonly uri: string;
  /** Root-relative. */
  readonly path: string;
  /** How many files include it. */
  readonly users: number;
  /** The first words of its content. */
  readonly summary: string;
  /** What to write to include it. */
  readonly directive: string;
}

/** Client → server request: one level of the tree of includes. */
export const includeChildrenRequest = 'dynamicsDocs/includeChildren';
export interface IncludeChildrenParams {
  /** The document at the top of the tree. */
  readonly uri: string;
  /** What it includes, or who includes it. */
  readonly direction: 'includes' | 'dependents';
  /** Root-relative paths on the way down from the document, which is not among them, to the file that is asked about. */
  readonly chain: readonly string[];
}
/** `null` for a document that belongs to no repository. */
export interface IncludeChildren {
  /** URI of the repository root. */
  readonly root: string;
  readonly children: readonly IncludeChild[];
}
export type IncludeChild = IncludeTreeNode;

/** What our own extension tells the server when it starts it. */
export interface InitializationOptions {
  /** The editor's command that shows completions again: after a folder was chosen, for instance. */
  readonly suggestCommand?: string;
  /** Whether our commands are there for code actions to call. */
  readonly commands?: boolean;
  /** Whether the workspace is trusted: only then is git run. */
  readonly trusted?: boolean;
  /** Whether the editor shows and folds the headings of Markdown by itself, so that only what it lacks is asked for. */
  readonly headings?: boolean;
  /** What the server says, by its English; English where it is left out. */
  readonly translations?: Readonly<Record<string, string>>;
}

/** Client → server request, once files moved: the redirections that lead readers of articles to their new places. */
export const redirectionsOfMovesRequest = 'dynamicsDocs/redirectionsOfMoves';
export interface RedirectionsOfMovesParams {
  /** As `workspace/didRenameFiles` had them. */
  readonly files: readonly { readonly oldUri: string; readonly newUri: string }[];
}
export interface RedirectionsOfMoves {
  /** Those that get a redirection, or another one. */
  readonly articles: readonly MovedArticle[];
  /** The edits of files of redirections. */
  readonly files: readonly { readonly uri: string; readonly edits: readonly DocumentChange[] }[];
  /** Why others get none: sentences. */
  readonly refused: readonly string[];
}
export interface MovedArticle {
  /** Where it was, root-relative. */
  readonly source: string;
  /** Where its readers are led, as it stands in the file. */
  readonly url: string;
}
