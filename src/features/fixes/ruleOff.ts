import { applyEdits as applyJsonEdits, modify } from 'jsonc-parser';
import { changesBetween } from '../../core/text/changes';
import { lineBreakOf } from '../../core/text/lines';
import type { TextEdit } from '../../core/text/edit';
import { jsonStyleOf } from '../configuration/jsonStyle';

/**
 * The edits that turn a code off in a `.dynamics-docs.json`, comments and all else kept.
 *
 * @param text the file; '' for one that is not there yet
 */
export function turnRuleOff(text: string, code: string): readonly TextEdit[] {
  const eol = lineBreakOf(text);
  const formattingOptions = jsonStyleOf(text);
  const bom = text.startsWith('\ufeff') ? text.slice(0, 1) : '';
  const json = text.slice(bom.length);
  const edits = modify(json.trim() === '' ? '{}' : json, ['rules', code], 'off', { formattingOptions });
  const after = applyJsonEdits(json.trim() === '' ? '{}' : json, edits);
  return changesBetween(text, `${bom}${after}${text === '' ? eol : ''}`);
}
