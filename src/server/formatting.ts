import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { ClientProfile } from './clientProfile';
import { guarded } from './handlers';
import { formatted } from './metadata';
import type { Sessions } from './sessions';

/**
 * What the server says it can format. Our own extension has a command and a setting instead (ADR 6): a second formatter of
 * Markdown would have VS Code ask its users which one they want.
 */
export function formattingCapabilities({ hasCommands }: ClientProfile): ServerCapabilities {
  return hasCommands ? {} : { documentFormattingProvider: true, documentRangeFormattingProvider: true };
}

/** Formats front matter where an editor formats Markdown; the body is left alone. */
export function answerFormattingRequests(connection: Connection, sessions: Sessions): void {
  connection.onDocumentFormatting(
    guarded(connection, 'Formatting a document', null, async ({ textDocument }) => [
      ...(await formatted(sessions, textDocument.uri, undefined)),
    ]),
  );
  connection.onDocumentRangeFormatting(
    guarded(connection, 'Formatting a range', null, async ({ textDocument, range }) => [
      ...(await formatted(sessions, textDocument.uri, range)),
    ]),
  );
}
