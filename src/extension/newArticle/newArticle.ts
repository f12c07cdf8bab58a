import * as vscode from 'vscode';
import type { Refused } from '../../server/protocol';
import {
  articleChoicesRequest,
  composeArticleRequest,
  type ArticleChoices,
  type ArticleChoicesParams,
  type ComposeArticleParams,
  type ComposedArticle,
  type TakenName,
} from '../../server/newArticleProtocol';
import { apply, ask, isDone, tell, type Asking } from '../commands/requests';
import { askForFolder } from '../commands/folders';
import { askForFileName, askForProduct, askForTemplate, askForTitle } from './questions';

/** Answers to the questions of the command, one by one; what is left out is asked. */
interface Answers {
  readonly template?: string;
  readonly title?: string;
  readonly product?: string;
  readonly fileName?: string;
}

/**
 * New Article: asks for kind, title and product, writes the file and goes to the first place to fill in. Gives the
 * document that is shown.
 *
 * @param argument the folder, where the Explorer's menu is used
 */
export async function newArticle(
  asking: Asking,
  argument: unknown,
  answers?: unknown,
): Promise<vscode.TextDocument | undefined> {
  const folder = argument instanceof vscode.Uri ? argument : await askForFolder(vscode.l10n.t('New Article'));
  if (folder === undefined) {
    if ((vscode.workspace.workspaceFolders ?? []).length === 0)
      tell(vscode.l10n.t('Open the folder of a repository first.'));
    return undefined;
  }
  const params: ArticleChoicesParams = { uri: folder.toString() };
  const choices = await ask<ArticleChoices | null>(asking, articleChoicesRequest, params);
  if (choices === undefined) return undefined;
  if (choices === null) {
    tell(vscode.l10n.t('This folder is not open.'));
    return undefined;
  }
  if (choices.problem !== '') tell(choices.problem);
  const article = await askForArticle(choices, answersFrom(answers));
  if (article === undefined) return undefined;
  const composed = await compose(asking, { uri: folder.toString(), ...article }, answersFrom(answers).fileName);
  return composed === undefined ? undefined : create(composed);
}

async function askForArticle(
  { templates, services }: ArticleChoices,
  given: Answers,
): Promise<Pick<ComposeArticleParams, 'template' | 'title' | 'product'> | undefined> {
  const template = given.template ?? (await askForTemplate(templates));
  if (template === undefined) return undefined;
  const title = given.title ?? (await askForTitle());
  if (title === undefined) return undefined;
  const product = given.product ?? (services === null ? '' : await askForProduct(services));
  return product === undefined ? undefined : { template, title, product };
}

/** Asks for another name as long as there is a file of that one. */
async function compose(
  asking: Asking,
  params: ComposeArticleParams,
  fileName: string | undefined,
): Promise<ComposedArticle | undefined> {
  const composed = await ask<ComposedArticle | TakenName | Refused>(asking, composeArticleRequest, {
    ...params,
    ...(fileName === undefined ? {} : { fileName }),
  });
  if (composed === undefined || !isDone(composed)) return undefined;
  if (!('taken' in composed)) return composed;
  const other = await askForFileName(composed);
  return other === undefined ? undefined : compose(asking, params, other);
}

/** Makes the file with its text, then marks the places to fill in: a file is never without its text. */
async function create({ uri, text, snippet }: ComposedArticle): Promise<vscode.TextDocument | undefined> {
  const file = vscode.Uri.parse(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { contents: new TextEncoder().encode(text) });
  if (!(await apply(edit))) return undefined;
  const document = await vscode.workspace.openTextDocument(file);
  const editor = await vscode.window.showTextDocument(document);
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  await editor.insertSnippet(new vscode.SnippetString(snippet), all, { undoStopBefore: false, undoStopAfter: false });
  await document.save();
  return document;
}

function answersFrom(answers: unknown): Answers {
  if (typeof answers !== 'object' || answers === null) return {};
  const text = (key: keyof Answers): Answers => {
    const value: unknown = (answers as Record<string, unknown>)[key];
    return typeof value === 'string' ? { [key]: value } : {};
  };
  return { ...text('template'), ...text('title'), ...text('product'), ...text('fileName') };
}
