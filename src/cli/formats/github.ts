import { isAbsolute, resolve } from 'node:path';
import type { Diagnostic } from '../../core/rules/diagnostic';
import type { Severity } from '../../core/rules/severity';
import { oneBased, type Range } from '../../core/text/position';
import { toRootRelative } from '../paths';
import type { Report } from './format';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  suggestion: 'notice',
  info: 'notice',
};

/** One workflow command a finding: GitHub shows each as an annotation of its line. */
export function githubFormat(report: Report): string {
  return report.diagnostics.map((diagnostic) => `${commandOf(diagnostic, report)}\n`).join('');
}

function commandOf({ path, range, severity, code, message }: Diagnostic, report: Report): string {
  const properties: Readonly<Record<string, string | number>> = {
    file: pathInCheckout(report, path),
    ...placeOf(range),
    title: code,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${asProperty(String(value))}`);
  return `::${commands[severity]} ${written.join(',')}::${asMessage(message)}`;
}

/** A repository may lie in a folder of the checkout: GitHub knows files by their paths from the latter. */
function pathInCheckout({ root, githubWorkspace }: Report, path: string): string {
  if (githubWorkspace === undefined || githubWorkspace === '') return path;
  const found = toRootRelative(githubWorkspace, resolve(root, path));
  return found.startsWith('../') || isAbsolute(found) ? path : found;
}

/** GitHub takes columns within one line alone. */
function placeOf({ start, end }: Range): Readonly<Record<string, number>> {
  const { line, column } = oneBased(start);
  const endLine = end.line + 1;
  return line === endLine ? { line, col: column, endLine, endColumn: end.character + 1 } : { line, endLine };
}

function asMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function asProperty(text: string): string {
  return asMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
