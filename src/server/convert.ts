import { DiagnosticSeverity, DiagnosticTag, type Diagnostic as LspDiagnostic } from 'vscode-languageserver-types';
import type { URI } from 'vscode-uri';
import { isCode } from '../core/rules/codes';
import type { Diagnostic } from '../core/rules/diagnostic';
import { rulePage } from '../core/rules/pages';
import { uriOf } from './uris';

/** Name under which every finding appears in an editor. */
export const diagnosticSource = 'dynamics-docs';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  suggestion: DiagnosticSeverity.Information,
  info: DiagnosticSeverity.Hint,
} as const;

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** A finding in the language server protocol's form. */
export function toLspDiagnostic(root: URI, diagnostic: Diagnostic): LspDiagnostic {
  const { range, severity, code, message, related, tag } = diagnostic;
  return {
    range,
    severity: severities[severity],
    source: diagnosticSource,
    code,
    message,
    // A code that a team's schema made up has no page of ours.
    ...(isCode(code) ? { codeDescription: { href: rulePage(code) } } : {}),
    ...(tag === undefined ? {} : { tags: [tags[tag]] }),
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map((place) => ({
            location: { uri: uriOf(root, place.path), range: place.range },
            message: place.message,
          })),
        }),
  };
}
