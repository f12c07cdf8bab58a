/**
 * What client and server say to each other beyond the language server protocol. Both sides import the names and
 * shapes from here, so that they cannot drift apart. Types only: no code of the server reaches the extension.
 */

import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { ResolvedInclude } from '../core/includes/resolve';

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
  readonly durationMs: number;
  readonly cancelled: boolean;
}

/** Client → server request: what the language status item shows for the active document. */
export const documentInfoRequest = 'dynamicsDocs/documentInfo';
export interface DocumentInfoParams {
  readonly uri: string;
}
export interface DocumentInfoResult {
  readonly kind: 'article' | 'include' | 'toc' | 'docfx' | 'configuration' | 'other';
  /** docfx.json that governs the document, relative to the repository root; `null` without one. */
  readonly docset: string | null;
  /** Names or root-relative paths of the schemas in force. */
  readonly schemas: readonly string[];
  /** `.dynamics-docs.json` in force, relative to the repository root; `null` when VS Code's settings rule. */
  readonly configuration: string | null;
}

/** Server → client notification: what the server is doing. */
export const statusNotification = 'dynamicsDocs/status';
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

/** Client → server request: what a document includes and who includes it. `null` outside of a repository. */
export const includeRelationsRequest = 'dynamicsDocs/includeRelations';
export interface IncludeRelationsParams {
  readonly uri: string;
}
export interface IncludeRelations {
  /** The directives of the document, in the order of the text. */
  readonly includes: readonly IncludeRelation[];
  /** The directives of other files that lead to the document. Those of files not read yet are missing until indexed. */
  readonly includedBy: readonly IncludeRelation[];
}
export interface IncludeRelation {
  /** Root-relative path of the other file: the target, or the file that includes. As written where it leads nowhere. */
  readonly path: string;
  /** Of the other file; `null` where there is none. */
  readonly uri: string | null;
  readonly status: 'ok' | 'not-found' | 'circular' | 'unavailable' | 'outside-root' | 'not-markdown';
  readonly form: 'block' | 'inline';
  /** Where the directive stands. */
  readonly directive: { readonly uri: string; readonly range: Range };
  /** Whether the other file has relations of its own in the same direction. */
  readonly hasMore: boolean;
}

/** Client → server request: the include files that a document can include, the most used first. */
export const includeCandidatesRequest = 'dynamicsDocs/includeCandidates';
export interface IncludeCandidatesParams {
  readonly uri: string;
}
export interface IncludeCandidate {
  /** Root-relative. */
  readonly path: string;
  readonly uri: string;
  /** What to insert: `[!INCLUDE [name](../includes/name.md)]`. */
  readonly directive: string;
  /** How many files include it. */
  readonly users: number;
  /** The first lines of its body. */
  readonly excerpt: string;
}

/** Client → server request: the edit that moves a selection into a new include file, links rebased. */
export const extractIncludeRequest = 'dynamicsDocs/extractInclude';
export interface ExtractIncludeParams {
  readonly uri: string;
  readonly range: Range;
  /** Root-relative path of the new file; without it the server proposes one in `proposedPath` and edits nothing. */
  readonly path?: string;
}

/** Client → server request: the edit that replaces the directive at a position by the content of its file. */
export const inlineIncludeRequest = 'dynamicsDocs/inlineInclude';
export interface InlineIncludeParams {
  readonly uri: string;
  readonly position: Position;
}

export type IncludeEditResult =
  | { readonly kind: 'edit'; readonly edit: WorkspaceEdit }
  | { readonly kind: 'proposal'; readonly proposedPath: string }
  /** One sentence for the user. */
  | { readonly kind: 'refused'; readonly message: string };
