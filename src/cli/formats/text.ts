import { shownPosition } from '../../core/text/position';
import { shownPath } from '../target';
import type { Report } from './format';

/** One finding a line: `path:line:column: severity code message`. A problem matcher reads it. */
export function textFormat({ cwd, root, diagnostics }: Report): string {
  return diagnostics
    .map(({ path, range, severity, code, message }) => {
      return `${shownPath(cwd, root, path)}:${shownPosition(range.start)}: ${severity} ${code} ${message}\n`;
    })
    .join('');
}
