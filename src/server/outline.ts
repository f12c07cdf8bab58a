import {
  type Connection,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Position,
  type ServerCapabilities,
  SymbolKind,
} from 'vscode-languageserver';
import { relativePath } from '../core/text/path';
import { createSourceDocument } from '../core/text/sourceDocument';
import { readArticleOutline, type ArticleOutline } from '../features/outline/articleOutline';
import { foldingLines } from '../features/outline/folding';
import { includedHeadings } from '../features/outline/includedHeadings';
import { sectionHover } from '../features/outline/sectionHover';
import { outlineSymbols, type OutlineSymbol } from '../features/outline/symbols';
import { hasOurMetadata } from './articleMetadata';
import { guarded } from './handlers';
import type { ShownHover } from './hover';
import type { Located, Sessions } from './sessions';

/** The label stands above our symbols where others give some as well. */
export const outlineCapabilities = {
  documentSymbolProvider: { label: 'Dynamics Docs' },
  foldingRangeProvider: true,
} as const satisfies ServerCapabilities;

export function answerOutlineRequests(connection: Connection, sessions: Sessions): void {
  connection.onDocumentSymbol(
    guarded(connection, 'Outlining a document', null, ({ textDocument: { uri } }) => symbolsOf(sessions, uri)),
  );
  connection.onFoldingRanges(
    guarded(connection, 'Folding a document', null, ({ textDocument: { uri } }) => foldingOf(sessions, uri)),
  );
}

/** What belongs into the section whose label is at a position. */
export async function sectionHoverAt(located: Located, position: Position): Promise<ShownHover | undefined> {
  const outline = await outlineOf(located);
  return outline === undefined ? undefined : sectionHover(outline, position);
}

async function symbolsOf(sessions: Sessions, uri: string): Promise<DocumentSymbol[] | null> {
  const located = await sessions.of(uri);
  if (located === undefined) return null;
  const { session, path } = located;
  await session.takeLatest(path);
  const outline = await outlineOf(located);
  if (outline === undefined) return null;
  const included = includedHeadings(session.repository.includes.graph, path);
  return outlineSymbols(outline, included, sessions.client.showsHeadings).map(toDocumentSymbol);
}

function toDocumentSymbol({ detail, children, ...symbol }: OutlineSymbol): DocumentSymbol {
  return {
    ...symbol,
    ...(detail === '' ? {} : { detail }),
    // As VS Code has it for the headings of Markdown.
    kind: SymbolKind.String,
    children: children.map(toDocumentSymbol),
  };
}

async function foldingOf(sessions: Sessions, uri: string): Promise<FoldingRange[] | null> {
  const located = await sessions.of(uri);
  const outline = located === undefined ? undefined : await outlineOf(located);
  if (outline === undefined) return null;
  return foldingLines(outline, sessions.client.showsHeadings).map(({ startLine, endLine, isRegion }) => ({
    startLine,
    endLine,
    ...(isRegion ? { kind: FoldingRangeKind.Region } : {}),
  }));
}

/** `undefined` for what is no documentation of ours: an editor shows every Markdown file of the machine. */
async function outlineOf(located: Located): Promise<ArticleOutline | undefined> {
  const { session, path } = located;
  const text = await session.repository.sources.textOf(path);
  if (text === undefined || !hasOurMetadata(located, text)) return undefined;
  const { kind, context } = session.infoOf(path);
  const { folder, profiles } = context.configuration;
  const document = createSourceDocument(path, text);
  return readArticleOutline(document, kind === 'article' ? profiles : [], relativePath(folder, path));
}
