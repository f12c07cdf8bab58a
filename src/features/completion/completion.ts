import type { Range } from '../../core/text/position';

/** One thing to offer, of whatever provider. */
export interface Completion {
  readonly label: string;
  /** Shown dimmed beside the label. */
  readonly description?: string;
  readonly kind: 'snippet' | 'file' | 'folder' | 'key' | 'value' | 'section';
  readonly detail?: string;
  /** What is replaced: in one line, the cursor in it. */
  readonly range: Range;
  readonly newText: string;
  /** The same with places to fill in, for editors that know snippets. */
  readonly snippet?: string;
  /** What typed text is compared with. */
  readonly filterText: string;
  readonly sortText: string;
  /** What it is for, as Markdown, where that is known at once. */
  readonly documentation?: string;
  /** Whether something is to be chosen again once this was taken. */
  readonly goesOn?: boolean;
  /** Root-relative path of the file whose content explains it. */
  readonly preview?: string;
  /** The metadata key whose description explains it. */
  readonly key?: string;
  /** Root-relative path of the page that it leads to. */
  readonly page?: string;
  /** Root-relative path of the picture that it shows. */
  readonly image?: string;
  /** What is written besides, elsewhere on the line. */
  readonly also?: { readonly range: Range; readonly newText: string };
}

export interface Completions {
  readonly items: readonly Completion[];
  /** Whether there is more than that, so that further typing must ask again. */
  readonly isIncomplete: boolean;
}
