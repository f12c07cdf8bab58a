import { type Connection, type Hover, MarkupKind, type Position, type ServerCapabilities } from 'vscode-languageserver';
import { docfxName } from '../core/docset/fileKinds';
import { basename } from '../core/text/path';
import type { Range } from '../core/text/position';
import { docfxHover, metadataHover } from '../features/metadata/hover';
import { hasOurMetadata, metadataOf } from './articleMetadata';
import { guarded } from './handlers';
import { includeHoverAt } from './includes';
import { sectionHoverAt } from './outline';
import type { Located, Sessions } from './sessions';

/** What a hover shows, as Markdown, and of what. */
export interface ShownHover {
  readonly range: Range;
  readonly value: string;
}

type HoverProvider = (located: Located, position: Position) => Promise<ShownHover | undefined>;

/** In the order in which they are asked; the first that has an answer gives it. */
const providers: readonly HoverProvider[] = [metadataHoverAt, includeHoverAt, sectionHoverAt];

export const hoverCapabilities = { hoverProvider: true } as const satisfies ServerCapabilities;

export function answerHoverRequests(connection: Connection, sessions: Sessions): void {
  connection.onHover(
    guarded(connection, 'Showing a hover', null, async ({ textDocument: { uri }, position }): Promise<Hover | null> => {
      const located = await sessions.of(uri);
      if (located === undefined) return null;
      for (const provider of providers) {
        const found = await provider(located, position);
        if (found !== undefined)
          return { contents: { kind: MarkupKind.Markdown, value: found.value }, range: found.range };
      }
      return null;
    }),
  );
}

async function metadataHoverAt(located: Located, position: Position): Promise<ShownHover | undefined> {
  const text = await located.session.repository.sources.textOf(located.path);
  if (text === undefined) return undefined;
  if (basename(located.path) === docfxName) return docfxHover(text, position, metadataOf(located).schemas);
  return hasOurMetadata(located, text) ? metadataHover(text, position, metadataOf(located)) : undefined;
}
