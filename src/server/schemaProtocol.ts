/** What client and server say to each other about schemas of a team. Types and names only. */

import type { DocumentChange } from './protocol';

/** Client → server request: the docsets of the open folders that have articles. Answers `DocsetInfo[]`. */
export const docsetsRequest = 'dynamicsDocs/docsets';
export interface DocsetInfo {
  /** Of its docfx.json, which a repository without one lacks. */
  readonly uri: string;
  /** Its docfx.json, root-relative; the folder's name where there is none. */
  readonly name: string;
  readonly articles: number;
}

/** Client → server request: a draft of a schema. Answers `InferredSchema | Refused`, `null` when it was cancelled. */
export const inferSchemaRequest = 'dynamicsDocs/inferSchema';
export interface InferSchemaParams {
  /** What `docsets` says. */
  readonly uri: string;
  readonly workDoneToken?: string | number;
}
export interface InferredSchema {
  /** JSON with comments. */
  readonly text: string;
  /** How many articles it is inferred from. */
  readonly articles: number;
}

/** Client → server request: how a docset comes to a schema file of its own. Answers `AdoptedSchema | Refused`. */
export const adoptSchemaRequest = 'dynamicsDocs/adoptSchema';
export interface AdoptSchemaParams {
  /** What `docsets` says. */
  readonly uri: string;
}
export interface AdoptedSchema {
  /** URI of a schema file that is not there yet, beside docfx.json. */
  readonly schema: string;
  /** The configuration in force and what names the file in it, or a new one at the root. */
  readonly configuration:
    | { readonly uri: string; readonly edits: readonly DocumentChange[] }
    | { readonly uri: string; readonly text: string };
}
