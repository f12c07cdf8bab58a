import type { FormattingOptions } from 'jsonc-parser';
import { lineBreakOf } from '../../core/text/lines';

/** How a JSON file is indented and ends its lines; two spaces where it does not show. */
export function jsonStyleOf(text: string): FormattingOptions {
  const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? '  ';
  return { eol: lineBreakOf(text), insertSpaces: !indent.startsWith('\t'), tabSize: indent.length };
}
