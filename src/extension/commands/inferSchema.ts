import * as vscode from 'vscode';
import type { Refused } from '../../server/protocol';
import {
  adoptSchemaRequest,
  docsetsRequest,
  inferSchemaRequest,
  type AdoptedSchema,
  type AdoptSchemaParams,
  type DocsetInfo,
  type InferredSchema,
  type InferSchemaParams,
} from '../../server/schemaProtocol';
import { apply, ask, askWithProgress, isDone, rangeFrom, tell, type Asking } from './requests';

/** Answers to the questions that the command asks. */
interface Answers {
  /** Name of a docset: its docfx.json, root-relative. */
  readonly docset?: string;
  readonly saves?: boolean;
}

/**
 * Infer Schema from Docset: opens a draft that is not saved, then offers to save it beside docfx.json and to name it in the
 * team's configuration. Gives the document that is shown at the end.
 */
export async function inferSchema(asking: Asking, given: unknown): Promise<vscode.TextDocument | undefined> {
  const answers = answersFrom(given);
  const docsets = await ask<readonly DocsetInfo[]>(asking, docsetsRequest, {});
  const docset = docsets === undefined ? undefined : await choose(docsets, answers.docset);
  if (docset === undefined) return undefined;
  const params: InferSchemaParams = { uri: docset.uri };
  const title = vscode.l10n.t('Reading the metadata of {0}', docset.name);
  const draft = await askWithProgress<InferredSchema | Refused | null>(asking, title, inferSchemaRequest, params);
  if (draft === undefined || draft === null || !isDone(draft)) return undefined;
  const document = await vscode.workspace.openTextDocument({ language: 'jsonc', content: draft.text });
  await vscode.window.showTextDocument(document);
  const saves = answers.saves ?? (await wantsToSave(draft.articles));
  return saves ? saveDraft(asking, docset, document) : document;
}

async function choose(docsets: readonly DocsetInfo[], wanted: string | undefined): Promise<DocsetInfo | undefined> {
  if (wanted !== undefined) return docsets.find(({ name }) => name === wanted);
  const [first, ...others] = docsets;
  if (first === undefined) tell(vscode.l10n.t('There are no articles in this workspace.'));
  if (others.length === 0) return first;
  const items = docsets.map((docset) => ({ label: docset.name, description: articleCount(docset.articles), docset }));
  const title = vscode.l10n.t('Infer Schema from Docset');
  return (await vscode.window.showQuickPick(items, { title }))?.docset;
}

async function wantsToSave(articles: number): Promise<boolean> {
  const save = vscode.l10n.t('Save and Use It');
  const message = vscode.l10n.t(
    'This is a draft from {0}. Save it beside docfx.json and name it in .dynamics-docs.json?',
    articleCount(articles),
  );
  return (await vscode.window.showInformationMessage(message, save)) === save;
}

/** One edit, which undoes as one, makes the file and names it. What was changed in the draft meanwhile counts. */
async function saveDraft(
  asking: Asking,
  { uri }: DocsetInfo,
  draft: vscode.TextDocument,
): Promise<vscode.TextDocument | undefined> {
  const params: AdoptSchemaParams = { uri };
  const adopted = await ask<AdoptedSchema | Refused>(asking, adoptSchemaRequest, params);
  if (adopted === undefined || !isDone(adopted)) return draft;
  const { schema, configuration } = adopted;
  const file = vscode.Uri.parse(schema);
  const named = vscode.Uri.parse(configuration.uri);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { contents: new TextEncoder().encode(draft.getText()) });
  if ('text' in configuration) edit.createFile(named, { contents: new TextEncoder().encode(configuration.text) });
  else for (const { range, newText } of configuration.edits) edit.replace(named, rangeFrom(range), newText);
  if (!(await apply(edit))) return draft;
  // What is named in a buffer alone would not count for others, and not on the command line.
  await (await vscode.workspace.openTextDocument(named)).save();
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document);
  return document;
}

function articleCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 article') : vscode.l10n.t('{0} articles', count);
}

function answersFrom(given: unknown): Answers {
  if (typeof given !== 'object' || given === null || given instanceof vscode.Uri) return {};
  return given;
}
