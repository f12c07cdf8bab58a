import type { TextEdit } from '../../core/text/edit';
import { setJson } from '../json/jsonEdits';

/**
 * The edits that turn a code off in a `.dynamics-docs.json`; `undefined` where it cannot be read.
 *
 * @param text the file; '' for one that is not there yet
 */
export function turnRuleOff(text: string, code: string): readonly TextEdit[] | undefined {
  return setJson(text, ['rules', code], 'off');
}
