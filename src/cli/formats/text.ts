import { shownPosition } from '../../core/text/position';
import { shownPath } from '../paths';
import type { Report } from './format';

/** One finding a line: `path:line:column: severity code message`. A problem matcher reads it. */
export function textFormat({ cwd, root, diagnostics }: Report): string {
  return diagnostics
    .map(({ path, range, severity, code, message }) => {
      const place = `${shownPath(cwd, root, path)}:${shownPosition(range.start)}`;
      return `${onOneLine(`${place}: ${severity} ${code} ${message}`)}\n`;
    })
    .join('');
}

/** A value or a name with a line break in it must not look like a finding, or like a command to a program that reads them. */
function onOneLine(text: string): string {
  return text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ');
}
