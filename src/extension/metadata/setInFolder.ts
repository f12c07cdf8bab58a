import * as vscode from 'vscode';
import {
  articlesBelowRequest,
  metadataKeysRequest,
  setMetadataRequest,
  type ArticlesBelowParams,
  type ArticleValue,
  type FileChanges,
  type MetadataKey,
  type MetadataKeysParams,
  type SetMetadataParams,
} from '../../server/metadataProtocol';
import type { Refused } from '../../server/protocol';
import { askForFolder } from '../commands/folders';
import { applyPreviewed, ask, isDone, tell, type Asking } from '../commands/requests';
import { previewedEdit } from './edits';
import { askForValue } from './setValue';

/** Answers for the questions of the command, one by one; what is left out is asked. `files` are relative to the folder. */
interface Answers {
  readonly key?: string;
  readonly value?: string;
  readonly files?: readonly string[];
}

const keyPattern = /^[A-Za-z_][\w.-]*$/;

/**
 * Set Metadata Value in Folder: one value for a key of the articles that are chosen, shown in VS Code's own preview of
 * refactorings before a file is touched.
 */
export async function setMetadataInFolder(asking: Asking, argument: unknown, answers?: unknown): Promise<boolean> {
  const folder =
    argument instanceof vscode.Uri ? argument : await askForFolder(vscode.l10n.t('Set Metadata Value in Folder'));
  if (folder === undefined) return false;
  const given = answersFrom(answers);
  const described = await ask<readonly MetadataKey[]>(asking, metadataKeysRequest, paramsOf(folder));
  if (described === undefined) return false;
  const key = given.key ?? (await askForKey(described));
  if (key === undefined) return false;
  const articles = await articlesIn(asking, folder, key);
  if (articles === undefined) return false;
  const values = described.find((known) => known.key === key)?.values ?? [];
  const value = given.value ?? (await askForValue({ title: key, current: '', values }));
  if (value === undefined) return false;
  const uris = given.files === undefined ? await askForArticles(articles, key, value) : urisOf(articles, given.files);
  if (uris === undefined || uris.length === 0) return false;
  const params: SetMetadataParams = { uris, key, value };
  const files = await ask<readonly FileChanges[] | Refused>(asking, setMetadataRequest, params);
  if (files === undefined || !isDone(files)) return false;
  if (files.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('All of these articles have this value already.'));
    return true;
  }
  const label = vscode.l10n.t("Set '{0}' to '{1}'", key, value);
  return applyPreviewed(previewedEdit(files, () => label));
}

function paramsOf(folder: vscode.Uri): MetadataKeysParams {
  return { uri: folder.toString() };
}

async function articlesIn(
  asking: Asking,
  folder: vscode.Uri,
  key: string,
): Promise<readonly ArticleValue[] | undefined> {
  const params: ArticlesBelowParams = { ...paramsOf(folder), key };
  const articles = await ask<readonly ArticleValue[]>(asking, articlesBelowRequest, params);
  if (articles?.length !== 0) return articles;
  tell(vscode.l10n.t('There are no articles in this folder.'));
  return undefined;
}

function urisOf(articles: readonly ArticleValue[], files: readonly string[]): readonly string[] {
  return articles.filter(({ path }) => files.includes(path)).map(({ uri }) => uri);
}

/** The folder of the active file first, then those of the workspace. */
/** One of the keys that the schemas describe, or one that is typed. */
async function askForKey(described: readonly MetadataKey[]): Promise<string | undefined> {
  const another = vscode.l10n.t('Another key…');
  const items = [
    ...described.map(({ key, title }) => ({ label: key, description: title })),
    { label: another, description: '' },
  ];
  const title = vscode.l10n.t('Set Metadata Value in Folder');
  const options = { title, placeHolder: vscode.l10n.t('Key'), matchOnDescription: true };
  const chosen = (await vscode.window.showQuickPick(items, options))?.label;
  if (chosen !== another) return chosen;
  return vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Key'),
    validateInput: (typed) =>
      keyPattern.test(typed)
        ? undefined
        : vscode.l10n.t('A key is made of letters, digits, dots, dashes and underscores.'),
  });
}

/** Those whose value differs are ticked; each shows the value that it has. */
async function askForArticles(
  articles: readonly ArticleValue[],
  key: string,
  value: string,
): Promise<readonly string[] | undefined> {
  const items = articles.map((article) => ({
    label: article.path,
    description: describe(article),
    picked: article.value !== value,
    uri: article.uri,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Set '{0}' to '{1}'", key, value),
    placeHolder: vscode.l10n.t('Articles to change'),
    canPickMany: true,
    matchOnDescription: true,
  });
  return chosen?.map(({ uri }) => uri);
}

function describe({ value, isOwn }: ArticleValue): string {
  if (value === '') return vscode.l10n.t('no value');
  return isOwn ? value : vscode.l10n.t('{0} (inherited)', value);
}

function answersFrom(answers: unknown): Answers {
  if (typeof answers !== 'object' || answers === null) return {};
  const { key, value, files } = answers as Readonly<Record<string, unknown>>;
  return {
    ...(typeof key === 'string' ? { key } : {}),
    ...(typeof value === 'string' ? { value } : {}),
    ...(Array.isArray(files) ? { files: files.filter((file): file is string => typeof file === 'string') } : {}),
  };
}
