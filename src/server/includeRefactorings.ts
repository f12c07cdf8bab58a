import {
  type CodeAction,
  CodeActionKind,
  type Connection,
  type Position,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { bodyStart } from '../core/includes/body';
import { rootsOf, type DestinationRoots } from '../core/includes/destinations';
import { followInclude } from '../core/includes/follow';
import { scanIncludes } from '../core/includes/scan';
import { basename, join } from '../core/text/path';
import type { Span } from '../core/text/position';
import { includeChoices } from '../features/includes/choices';
import { extractInclude, refusalToExtract } from '../features/includes/extract';
import { inlineInclude } from '../features/includes/inline';
import { freeName, markdownFileName, slugOf } from '../features/fileNames';
import { directiveTo, includesFolderOf, nameOf } from '../features/includes/names';
import type { Refusal } from '../features/refusal';
import type { CodeActionProvider, CodeActionRequest } from './codeActions';
import { guarded } from './handlers';
import {
  extractIncludeRequest,
  includeFilesRequest,
  inlineIncludeRequest,
  prepareExtractRequest,
  type ExtractedInclude,
  type ExtractIncludeParams,
  type IncludeFile,
  type IncludeFilesParams,
  type InlinedInclude,
  type InlineIncludeParams,
  type PreparedExtract,
  type PrepareExtractParams,
} from './protocol';
import type { Located, Sessions } from './sessions';
import { uriOf } from './uris';
import { marked, t } from '../core/text/localize';
import { failed, refusal } from './refusals';

/** A document in the state that an edit starts from. */
interface Opened extends Located {
  readonly text: string;
  readonly document: TextDocument;
}

const noRepository = refusal(marked('This file belongs to no folder that is open.'));

export function answerRefactoringRequests(connection: Connection, sessions: Sessions): void {
  const open = async (uri: string): Promise<Opened | undefined> => {
    const located = await sessions.of(uri);
    await located?.session.takeLatest(located.path);
    const text = await located?.session.repository.sources.textOf(located.path);
    return located === undefined || text === undefined ? undefined : opened(located, text);
  };
  connection.onRequest(
    prepareExtractRequest,
    guarded(connection, 'Preparing an include', failed, async ({ uri, range }: PrepareExtractParams) => {
      const article = await open(uri);
      return article === undefined ? noRepository : prepareExtract(article, spanOf(article, range));
    }),
  );
  connection.onRequest(
    extractIncludeRequest,
    guarded(connection, 'Extracting an include', failed, async ({ uri, range, name }: ExtractIncludeParams) => {
      const article = await open(uri);
      return article === undefined ? noRepository : extract(article, spanOf(article, range), name);
    }),
  );
  connection.onRequest(
    inlineIncludeRequest,
    guarded(connection, 'Inlining an include', failed, async ({ uri, position }: InlineIncludeParams) => {
      const article = await open(uri);
      if (article === undefined) return noRepository;
      await article.session.isIndexed();
      return inline(article, position);
    }),
  );
  connection.onRequest(
    includeFilesRequest,
    guarded(connection, 'Listing include files', [], async ({ uri }: IncludeFilesParams) => {
      const article = await open(uri);
      return article === undefined ? [] : includeFiles(article);
    }),
  );
}

/** Extract to Include and Inline Include where an editor offers what can be done with a selection. */
export const includeRefactorings: CodeActionProvider = {
  kinds: [CodeActionKind.RefactorExtract, CodeActionKind.RefactorInline],
  provide: async (request) => {
    // Configurations are open in the same editor, and hold no Markdown.
    if (/\.json$/i.test(request.path)) return [];
    await request.session.takeLatest(request.path);
    return [...extractActions(request), ...(await inlineActions(request))];
  },
};

function extractActions(request: CodeActionRequest): CodeAction[] {
  const article = opened(request, request.text);
  const span = spanOf(article, request.range);
  if (span.start === span.end) return [];
  const action = { title: t('Extract to Include'), kind: CodeActionKind.RefactorExtract };
  const prepared = prepareExtract(article, span);
  if ('refused' in prepared) return [{ ...action, disabled: { reason: prepared.refused } }];
  if (request.hasCommands) {
    const { uri, range } = request;
    const command = { title: action.title, command: 'dynamicsDocs.extractInclude', arguments: [{ uri, range }] };
    return [{ ...action, command }];
  }
  // Who cannot be asked gets the name that would be suggested.
  const extracted = extract(article, span, prepared.suggestion);
  if ('refused' in extracted) return [{ ...action, disabled: { reason: extracted.refused } }];
  return [{ ...action, edit: extractionEdit(request.uri, extracted) }];
}

function extractionEdit(articleUri: string, { uri, content, edit }: ExtractedInclude): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
      textEdits(uri, { range: { start, end: start }, newText: content }),
      textEdits(articleUri, edit),
    ],
  };
}

async function inlineActions(request: CodeActionRequest): Promise<CodeAction[]> {
  const inlined = await inline(opened(request, request.text), request.range.start);
  // Elsewhere than in a directive nobody asks for it.
  if (inlined === undefined) return [];
  const action = { title: t('Inline Include'), kind: CodeActionKind.RefactorInline };
  if ('refused' in inlined) return [{ ...action, disabled: { reason: inlined.refused } }];
  const change = textEdits(request.uri, inlined.edit);
  const actions: CodeAction[] = [{ ...action, edit: { documentChanges: [change] } }];
  if (inlined.isOnlyUse) {
    const title = t("Inline Include and Delete '{0}'", inlined.name);
    actions.push({ ...action, title, edit: { documentChanges: [change, { kind: 'delete', uri: inlined.include }] } });
  }
  return actions;
}

function textEdits(uri: string, edit: { readonly range: Range; readonly newText: string }): TextDocumentEdit {
  return { textDocument: { uri, version: null }, edits: [edit] };
}

function prepareExtract(article: Opened, span: Span): PreparedExtract | Refusal {
  const refused = refusalToExtract(article.text, span);
  if (refused !== undefined) return { refused };
  const folder = includesFolderOf(article.path);
  const slug = slugOf(article.text.slice(span.start, span.end), 'new-include');
  return { suggestion: freeName(slug, (name) => isTaken(article, join(folder, `${name}.md`))), folder };
}

function extract(article: Opened, span: Span, name: string): ExtractedInclude | Refusal {
  const { path, session, text, document } = article;
  const named = markdownFileName(name);
  if ('refused' in named) return named;
  const target = join(includesFolderOf(path), named.fileName);
  if (isTaken(article, target)) return { refused: t("There is a file '{0}' already. Choose another name.", target) };
  const directive = directiveTo(path, target, nameOf(target));
  const extraction = extractInclude({ text, roots: rootsIn(article, path) }, span, directive, rootsIn(article, target));
  if ('refused' in extraction) return extraction;
  const { content, replacement } = extraction;
  const range = rangeIn(document, replacement.span);
  return { uri: uriOf(session.root, target), content, edit: { range, newText: replacement.newText } };
}

/** `undefined` where the position is in no directive. */
async function inline(article: Opened, position: Position): Promise<InlinedInclude | Refusal | undefined> {
  const { path, session, text, document } = article;
  const at = document.offsetAt(position);
  const directive = scanIncludes(text, bodyStart(text)).directives.find(
    ({ span }) => span.start <= at && at <= span.end,
  );
  if (directive === undefined) return undefined;
  const { includes } = session.repository;
  const followed = followInclude(await includes.closureOf(path), [path], directive.path);
  if (followed.kind === 'pending') return { refused: t('The include is still being read.') };
  if (followed.kind === 'problem') return { refused: followed.message };
  const included = { text: followed.text, roots: rootsIn(article, followed.path) };
  const result = inlineInclude({ text, roots: rootsIn(article, path) }, directive, included);
  if ('refused' in result) return result;
  return {
    edit: { range: rangeIn(document, result.span), newText: result.newText },
    include: uriOf(session.root, followed.path),
    name: basename(followed.path),
    isOnlyUse: includes.isOnlyUse(path, followed.path),
  };
}

async function includeFiles({ session, path }: Opened): Promise<readonly IncludeFile[]> {
  await session.isIndexed();
  const { repository, root } = session;
  const paths = [...repository.files.all()].filter((file) => repository.files.infoOf(file).kind === 'include');
  const texts = new Map<string, string>();
  await repository.sources.eachText(paths, (file, text) => texts.set(file, text));
  return includeChoices(repository.includes.graph, path, texts).map((choice) => ({
    ...choice,
    uri: uriOf(root, choice.path),
  }));
}

function opened(located: Located, text: string): Opened {
  const { session, path } = located;
  return { session, path, text, document: TextDocument.create('', 'markdown', 0, text) };
}

/** Whether there is such a file, under its name in any case. */
function isTaken({ session, path }: Opened, target: string): boolean {
  return session.repository.includes.contextOf(path).exists(target) !== undefined;
}

function rootsIn({ session }: Opened, path: string): DestinationRoots {
  return rootsOf(path, session.repository.includes.contextOf(path).docsetFolder);
}

function spanOf({ document }: Opened, { start, end }: Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

function rangeIn(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
