import * as vscode from 'vscode';
import { markdownFileName } from '../../features/fileNames';
import type { TakenName, TemplateChoice } from '../../server/newArticleProtocol';

const title = (): string => vscode.l10n.t('New Article');

export async function askForTemplate(templates: readonly TemplateChoice[]): Promise<string | undefined> {
  const items = templates.map(({ name, label, detail, isOwn }) => ({
    label,
    detail,
    ...(isOwn ? { description: vscode.l10n.t("your team's") } : {}),
    name,
  }));
  const placeHolder = vscode.l10n.t('Kind of article');
  return (await vscode.window.showQuickPick(items, { title: title(), placeHolder, matchOnDetail: true }))?.name;
}

export async function askForTitle(): Promise<string | undefined> {
  const written = await vscode.window.showInputBox({
    title: title(),
    prompt: vscode.l10n.t('Title: what readers of search results see, in 19 to 60 characters. It names the file, too.'),
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Enter a title.') : undefined),
  });
  return written?.trim();
}

/** A service that other articles have, or what is typed; '' where the writer leaves it open. */
export async function askForProduct(services: readonly string[]): Promise<string | undefined> {
  const another = vscode.l10n.t('Another product…');
  const later = vscode.l10n.t('Decide later');
  const items = [...services, another, later].map((label) => ({ label }));
  const placeHolder = vscode.l10n.t('Product');
  const chosen = await vscode.window.showQuickPick(items, { title: title(), placeHolder });
  if (chosen === undefined) return undefined;
  if (chosen.label === later) return '';
  if (chosen.label !== another) return chosen.label;
  return vscode.window.showInputBox({
    title: title(),
    prompt: vscode.l10n.t('Product: its name, or its ms.service such as dynamics-365-finance'),
  });
}

export async function askForFileName({ taken, suggestion }: TakenName): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: title(),
    prompt: vscode.l10n.t("There is a file '{0}' already. Enter another name.", taken),
    value: suggestion,
    valueSelection: [0, suggestion.length - '.md'.length],
    validateInput: (value) => {
      const named = markdownFileName(value);
      return 'refused' in named ? named.refused : undefined;
    },
  });
}
