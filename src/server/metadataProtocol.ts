/**
 * What client and server say to each other about metadata, beyond the language server protocol. Types and names only:
 * no code of the server reaches the extension.
 */

import type { MetadataItem } from '../features/metadata/overview';
import type { Range } from '../core/text/position';
import type { DocumentChange } from './protocol';

/** Client → server request: the effective metadata of an article. `null` for what is no article of a folder that is open. */
export const metadataTreeRequest = 'dynamicsDocs/metadataTree';
export interface MetadataTreeParams {
  readonly uri: string;
}
export interface MetadataTree {
  readonly groups: readonly MetadataTreeGroup[];
}
export interface MetadataTreeGroup {
  readonly requirement: MetadataItem['requirement'];
  readonly items: readonly MetadataTreeItem[];
}
export interface MetadataTreeItem extends Omit<MetadataItem, 'place'> {
  /** Where the value stands, in the article or in docfx.json; `path` is root-relative. `null` for a key that is missing. */
  readonly place: { readonly uri: string; readonly path: string; readonly range: Range } | null;
}

/** Client → server request: the effective metadata as YAML that names the source of each value; `null` as above. */
export const effectiveMetadataRequest = 'dynamicsDocs/effectiveMetadata';
export interface EffectiveMetadataText {
  readonly text: string;
}

/** Client → server request: the edits that insert keys, with stops to fill in. Answers `SnippetChange[] | Refused`. */
export const insertMetadataRequest = 'dynamicsDocs/insertMetadata';
export interface InsertMetadataParams {
  readonly uri: string;
  readonly keys: readonly string[];
}
export interface SnippetChange {
  readonly range: Range;
  readonly snippet: string;
}

/** Client → server request: writes today into `ms.date`. Answers `DocumentChange[] | Refused`. */
export const updateDateRequest = 'dynamicsDocs/updateDate';
export interface UpdateDateParams {
  readonly uri: string;
  /** Whether an article without the key gets it. */
  readonly insertsKey: boolean;
}

/** Client → server request: gives articles a value of their own. Answers `FileChanges[] | Refused`. */
export const setMetadataRequest = 'dynamicsDocs/setMetadata';
export interface SetMetadataParams {
  readonly uris: readonly string[];
  readonly key: string;
  /** As a writer types it; `null` for the value that each article inherits. */
  readonly value: string | null;
}
export interface FileChanges {
  readonly uri: string;
  readonly edits: readonly DocumentChange[];
}

/** Client → server request: the keys that the schemas of a folder describe. Answers `MetadataKey[]`. */
export const metadataKeysRequest = 'dynamicsDocs/metadataKeys';
export interface MetadataKeysParams {
  /** Of the folder. */
  readonly uri: string;
}
export interface MetadataKey {
  readonly key: string;
  readonly title: string;
  readonly requirement: MetadataItem['requirement'];
  /** The values that are allowed; empty where any is. */
  readonly values: readonly string[];
}

/** Client → server request: the articles below a folder, with their effective value of a key. Answers `ArticleValue[]`. */
export const articlesBelowRequest = 'dynamicsDocs/articlesBelow';
export interface ArticlesBelowParams {
  /** Of the folder. */
  readonly uri: string;
  readonly key: string;
}
export interface ArticleValue {
  readonly uri: string;
  /** Relative to the folder. */
  readonly path: string;
  /** '' where it has none. */
  readonly value: string;
  readonly isOwn: boolean;
}

/** Client → server request, cancellable, reports work-done progress: every certain repair of every file that is checked. */
export const fixAllInWorkspaceRequest = 'dynamicsDocs/fixAllInWorkspace';
export interface FixAllInWorkspaceParams {
  readonly workDoneToken?: string | number;
}
export interface FixAllInWorkspaceResult {
  readonly files: readonly (FileChanges & {
    /** What is put right, as a menu says it. */
    readonly titles: readonly string[];
  })[];
  /** Files that were looked at. */
  readonly checked: number;
  readonly cancelled: boolean;
}

/** Client → server request: formats front matter. Answers `DocumentChange[]`. */
export const formatFrontMatterRequest = 'dynamicsDocs/formatFrontMatter';
export interface FormatFrontMatterParams {
  readonly uri: string;
  /** The whole of it where there is none. */
  readonly range?: Range;
}

/** Client → server request: the root of the repository that a file belongs to; `null` without one. */
export const repositoryRootRequest = 'dynamicsDocs/repositoryRoot';
export interface RepositoryRootParams {
  readonly uri: string;
}
export interface RepositoryRoot {
  readonly uri: string;
}
