import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextChange } from '../../../src/features/edits';

/** A text with changes made to it, as an editor makes them. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  return TextDocument.applyEdits(TextDocument.create('', 'markdown', 0, text), [...changes]);
}
