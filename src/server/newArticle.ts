import type { Connection } from 'vscode-languageserver';
import { join } from '../core/text/path';
import { freeName, markdownFileName, slugOf } from '../features/fileNames';
import { composeArticle } from '../features/templates/newArticle';
import { templatesFor, usualTemplate } from '../features/templates/templates';
import { folderOf } from './folderMetadata';
import { guarded } from './handlers';
import {
  articleChoicesRequest,
  composeArticleRequest,
  type ArticleChoices,
  type ArticleChoicesParams,
  type ComposeArticleParams,
  type ComposedArticle,
  type TakenName,
} from './newArticleProtocol';
import type { Refused } from './protocol';
import type { Sessions } from './sessions';
import { uriOf } from './uris';
import { t } from '../core/text/localize';
import { failed } from './refusals';

/** What New Article asks for. */
export function answerNewArticleRequests(connection: Connection, sessions: Sessions): void {
  connection.onRequest(
    articleChoicesRequest,
    guarded(connection, 'Listing templates', null, (params: ArticleChoicesParams) => choices(sessions, params)),
  );
  connection.onRequest(
    composeArticleRequest,
    guarded(connection, 'Beginning an article', failed, (params: ComposeArticleParams) => compose(sessions, params)),
  );
}

async function choices(sessions: Sessions, { uri }: ArticleChoicesParams): Promise<ArticleChoices | null> {
  const found = await folderOf(sessions, uri);
  if (found === undefined) return null;
  const { repository } = found.session;
  await found.session.takeGovernors();
  // No such file is asked for: it stands for those of the folder.
  const path = join(found.folder, 'new-article.md');
  const { templates, problem = '' } = await templatesFor(repository, path, sessions.client.isTrusted);
  const usual = usualTemplate(repository, path);
  const service = (await repository.metadataOf(path)).metadata.get('ms.service');
  const used = repository.values?.valuesOf(repository.files.docsetFolderOf(path), 'ms.service', path).values ?? [];
  return {
    templates: [...templates]
      .sort((a, b) => Number(b.name === usual) - Number(a.name === usual))
      .map(({ name, label, detail, isOwn }) => ({ name, label, detail, isOwn })),
    problem,
    services: service === undefined ? used.map(({ text }) => text) : null,
  };
}

async function compose(
  sessions: Sessions,
  { uri, template: name, title, product, fileName }: ComposeArticleParams,
): Promise<ComposedArticle | TakenName | Refused> {
  const found = await folderOf(sessions, uri);
  if (found === undefined) return { refused: t('This folder is not open.') };
  const { session, folder } = found;
  const { repository } = session;
  await session.takeGovernors();
  const named = markdownFileName(fileName ?? slugOf(title, 'new-article'));
  if ('refused' in named) return named;
  const path = join(folder, named.fileName);
  const { templates } = await templatesFor(repository, path, sessions.client.isTrusted);
  const template = templates.find((candidate) => candidate.name === name);
  if (template === undefined) return { refused: t("There is no template '{0}'.", name) };
  // On a disk that does not tell upper case from lower, a file of another case is the same one.
  const taken = new Set((await repository.files.namesIn(folder))?.map((file) => file.toLowerCase()));
  const isTaken = (file: string): boolean => taken.has(`${file}.md`.toLowerCase());
  const stem = named.fileName.replace(/\.md$/, '');
  if (isTaken(stem)) return { taken: named.fileName, suggestion: `${freeName(stem, isTaken)}.md` };
  const author = await session.author();
  const composed = await composeArticle(repository, { path, template, title, product, author });
  return { uri: uriOf(session.root, path), ...composed };
}
