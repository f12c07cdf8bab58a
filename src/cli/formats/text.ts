import { shownPath } from '../target';
import type { Report } from './format';

/** One finding a line: `path:line:column: severity code message`. A problem matcher reads it. */
export function textFormat({ cwd, root, diagnostics }: Report): string {
  return diagnostics
    .map(({ path, range, severity, code, message }) => {
      const { line, character } = range.start;
      return `${shownPath(cwd, root, path)}:${line + 1}:${character + 1}: ${severity} ${code} ${message}\n`;
    })
    .join('');
}
