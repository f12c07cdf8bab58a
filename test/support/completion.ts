import type { CompletionList } from 'vscode-languageserver-protocol/node';
import type { Client } from './client';

/** Opens a document with a text and asks for completion at its end, as if `trigger` was typed there. */
export async function completeAtEnd(
  client: Client,
  uri: string,
  text: string,
  trigger?: string,
): Promise<CompletionList | null> {
  await client.open(uri, text);
  await client.isReady();
  const lines = text.split('\n');
  return client.connection.sendRequest('textDocument/completion', {
    textDocument: { uri },
    position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
    ...(trigger === undefined ? {} : { context: { triggerKind: 2, triggerCharacter: trigger } }),
  });
}

/** What is offered, as an editor sorts it. */
export function labelsOf(list: CompletionList | null): string[] | undefined {
  return list?.items.sort((a, b) => (String(a.sortText) < String(b.sortText) ? -1 : 1)).map(({ label }) => label);
}
