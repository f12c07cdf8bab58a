import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic as LspDiagnostic,
  type TextDocumentEdit,
  type TextEdit as LspTextEdit,
} from 'vscode-languageserver';
import { configurationName } from '../core/docset/configuration';
import type { Diagnostic } from '../core/rules/diagnostic';
import { withLineBreak, type Fix } from '../core/rules/fix';
import { changesBetween } from '../core/text/changes';
import type { TextEdit } from '../core/text/edit';
import { lineBreakOf } from '../core/text/lines';
import { isBefore } from '../core/text/position';
import { createSourceDocument, type SourceDocument } from '../core/text/sourceDocument';
import { examineFile } from '../features/fixes/examine';
import { fixAll, type Repairable } from '../features/fixes/fixAll';
import { insertAllMissing } from '../features/fixes/missingKeys';
import { turnRuleOff } from '../features/fixes/ruleOff';
import type { CodeActionProvider, CodeActionRequest } from './codeActions';
import { toLspDiagnostic } from './convert';
import { uriOf } from './uris';
import { t } from '../core/text/localize';

const fixAllKind = `${CodeActionKind.SourceFixAll}.dynamicsDocs`;

/** Repairs of the findings at a place. */
export const quickFixes: CodeActionProvider = {
  kinds: [CodeActionKind.QuickFix],
  provide: (request) => {
    if (!isRepairable(request)) return Promise.resolve([]);
    const examination = examineFile(request.session.repository, request.path, request.text);
    const found = examination.diagnostics.filter(
      ({ path, range }) => path === request.path && meets(range, request.range),
    );
    const document = createSourceDocument(request.path, request.text);
    const oneOfEachCode = new Map(found.map((diagnostic) => [diagnostic.code, diagnostic])).values();
    return Promise.resolve([
      ...found.flatMap((diagnostic) => repairs(request, document, examination, diagnostic)),
      ...allMissing(request, examination, found),
      ...[...oneOfEachCode].flatMap((diagnostic) => ruleOff(request, diagnostic)),
    ]);
  },
};

/** Every certain repair of a file at once: what `editor.codeActionsOnSave` runs. */
export const fixAllAction: CodeActionProvider = {
  kinds: [fixAllKind],
  provide: ({ session, path, uri, text, context }) => {
    // Nobody wants it in the menu of every line: it is asked for by its kind.
    if (context.only === undefined || !isRepairable({ session, path, text })) return Promise.resolve([]);
    const { text: after } = fixAll(text, (current) => examineFile(session.repository, path, current));
    const edits = changesBetween(text, after);
    if (edits.length === 0) return Promise.resolve([]);
    const change = changeOf(uri, createSourceDocument(path, text), edits);
    return Promise.resolve([
      { title: t('Fix all auto-fixable findings'), kind: fixAllKind, edit: { documentChanges: [change] } },
    ]);
  },
};

/** Whether the findings of a file are shown, and may have repairs. */
function isRepairable({ session, path, text }: Pick<CodeActionRequest, 'session' | 'path' | 'text'>): boolean {
  return session.isValidated(path, text) || session.hasRedirectionFindings(path);
}

function repairs(
  request: CodeActionRequest,
  document: SourceDocument,
  { repairsOf }: Repairable,
  diagnostic: Diagnostic,
): CodeAction[] {
  return repairsOf(diagnostic).map((fix, index) => ({
    ...quickFix(request, document, fix, [toLspDiagnostic(request.session.root, diagnostic)]),
    ...(index === 0 ? { isPreferred: true } : {}),
  }));
}

/** Where several keys are missing, they can come together. */
function allMissing(request: CodeActionRequest, { facts }: Repairable, found: readonly Diagnostic[]): CodeAction[] {
  const missing = found.filter(({ finding }) => finding?.code === 'missing-attribute' && finding.path.length === 0);
  const fix =
    facts === undefined || missing.length < 2
      ? undefined
      : insertAllMissing(
          facts,
          missing.flatMap(({ finding }) => finding?.args[0] ?? []),
        );
  if (facts === undefined || fix === undefined) return [];
  const diagnostics = missing.map((diagnostic) => toLspDiagnostic(request.session.root, diagnostic));
  return [quickFix(request, facts.document, fix, diagnostics)];
}

function quickFix(
  { uri, text }: CodeActionRequest,
  document: SourceDocument,
  { title, edits }: Fix,
  diagnostics: LspDiagnostic[],
): CodeAction {
  const change = changeOf(uri, document, withLineBreak(edits, lineBreakOf(text)));
  return { title, kind: CodeActionKind.QuickFix, diagnostics, edit: { documentChanges: [change] } };
}

/** Turns a code off for the team: in the configuration that governs the file, or in a new one at the root. */
function ruleOff({ session, path }: CodeActionRequest, diagnostic: Diagnostic): CodeAction[] {
  const { code } = diagnostic;
  const configuration = session.infoOf(path).context.configuration.document;
  const document = configuration ?? createSourceDocument(configurationName, '');
  const uri = uriOf(session.root, document.path);
  const edits = turnRuleOff(document.text, code);
  if (edits === undefined) return [];
  const change = changeOf(uri, document, edits);
  const isNew = configuration === undefined;
  return [
    {
      title: t("Turn off '{0}' in {1}", code, document.path),
      kind: CodeActionKind.QuickFix,
      diagnostics: [toLspDiagnostic(session.root, diagnostic)],
      edit: {
        documentChanges: isNew ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] : [change],
      },
    },
  ];
}

/** Edits of one file. Without a version: the editor refuses none for having typed on meanwhile, and asks again anyway. */
function changeOf(uri: string, document: SourceDocument, edits: readonly TextEdit[]): TextDocumentEdit {
  const lspEdits: LspTextEdit[] = edits.map(({ span, newText }) => ({ range: document.rangeOf(span), newText }));
  return { textDocument: { uri, version: null }, edits: lspEdits };
}

function meets(a: Diagnostic['range'], b: Diagnostic['range']): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}
