/** What client and server say to each other about redirections. Types and names only. */

import type { FileChanges } from './metadataProtocol';
import type { SeverityCounts } from './protocol';

/** Client → server request: what Add Redirection offers. `null` outside of a repository. */
export const redirectionChoicesRequest = 'dynamicsDocs/redirectionChoices';
export interface RedirectionChoicesParams {
  /** Of the active document, or of a folder. */
  readonly uri: string;
  /** Of the cursor in it. */
  readonly position?: { readonly line: number; readonly character: number };
}
export interface RedirectionChoices {
  /** The page that is most likely meant, root-relative: the one that a link at the cursor misses, or the open one; '' for none. */
  readonly source: string;
  /** The pages that readers can be led to, root-relative. */
  readonly pages: readonly string[];
}

/** Client → server request: the edits that redirect a page. Answers `AddedRedirection | Refused`. */
export const addRedirectionRequest = 'dynamicsDocs/addRedirection';
export interface AddRedirectionParams {
  readonly uri: string;
  /** Root-relative. */
  readonly source: string;
  /** Root-relative path of a page, a path from the root of the site, or an address. */
  readonly target: string;
}
export interface AddedRedirection {
  readonly files: readonly RedirectionChanges[];
  /** A sentence for the writer. */
  readonly summary: string;
}
/** `text` is the whole of a file that is not there yet. */
export type RedirectionChanges = FileChanges | { readonly uri: string; readonly text: string };

/** Client → server request: the edits that sort one file of redirections, or all of the workspace. */
export const sortRedirectionsRequest = 'dynamicsDocs/sortRedirections';
export interface SortRedirectionsParams {
  /** Of the active document: where it holds redirections, it alone is sorted. */
  readonly uri?: string;
}
export interface SortedRedirections {
  readonly files: readonly FileChanges[];
  /** Files that were looked at. */
  readonly looked: number;
  /** Why files stay as they are: a sentence each. */
  readonly refused: readonly string[];
}

/** Client → server request: what is wrong with the redirections of the workspace. */
export const checkRedirectionsRequest = 'dynamicsDocs/checkRedirections';
export interface CheckedRedirections {
  readonly files: number;
  readonly counts: SeverityCounts;
}
