import type { Position } from 'vscode-languageserver-protocol';
import type { ImageForm } from '../features/images/imageSnippet';

/**
 * Client → server request: where images that come into a document belong, and how it shows them. Answers
 * `ImagePlaces | Refused`; `null` where none is wanted: outside of docsets, in front matter and in code.
 */
export const imagePlacesRequest = 'dynamicsDocs/imagePlaces';
export interface ImagePlacesParams {
  readonly uri: string;
  readonly position: Position;
  readonly images: readonly GivenImage[];
  /** What the writer set: relative to the document, or to the docset with `~/`; '' for the habit of the docset. */
  readonly folder: string;
}
export interface GivenImage {
  /** Of the file, with its ending. */
  readonly name: string;
  /** Where it lies, as far as that is known. */
  readonly uri?: string;
}
export interface ImagePlaces {
  readonly form: ImageForm;
  /** In the order of the images. */
  readonly places: readonly ImagePlace[];
}
export interface ImagePlace extends LinkedImage {
  /** Whether the image is there already, in the repository. */
  readonly isThere: boolean;
  /** Files that have the names before: one may be the same image. */
  readonly others: readonly LinkedImage[];
}
export interface LinkedImage {
  readonly uri: string;
  /** As a link in the document names it. */
  readonly link: string;
}
