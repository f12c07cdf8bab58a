import type { Repository } from '../../core/docset/repository';
import { examine } from '../fixes/examine';
import { valueTypes } from '../metadata/setValue';
import { articlesBelow } from '../schema/gather';
import { keysOf, readArticles, type ArticleMetadata } from './articles';
import { cellOf } from './cell';
import { editArticle, type EditedArticle } from './editArticle';
import { readTable, type TableProblem, type TableRow } from './tableRows';
import { t } from '../../core/text/localize';

/** A file that a table changes. */
export interface PlannedFile {
  /** Root-relative. */
  readonly path: string;
  /** Row of the table, from 1. */
  readonly row: number;
  readonly before: string;
  readonly text: string;
  /** How many keys change. */
  readonly keys: number;
}

/** What a table would change. Where there is a problem, nothing is to be done. */
export interface Plan {
  readonly files: readonly PlannedFile[];
  readonly problems: readonly TableProblem[];
}

/** Works out what must change so that articles have the values of a table, which `metadataTable` wrote and a person edited. */
export async function planEdits(repository: Repository, table: readonly (readonly string[])[]): Promise<Plan> {
  const articles = await readArticles(repository, articlesBelow(repository, ''));
  const { rows, problems } = readTable(table, keysOf(articles));
  const all = [...problems];
  const byPath = new Map(articles.map((article) => [article.path, article]));
  const usualTypes = typesByKey(articles);
  const files: PlannedFile[] = [];
  for (const row of rows) {
    const article = byPath.get(row.path);
    if (article === undefined) {
      if (row.path !== '') all.push({ row: row.row, column: 'file', message: whyNoArticle(repository, row.path) });
      continue;
    }
    const planned = await planRow(repository, article, row, usualTypes);
    all.push(...planned.problems);
    files.push(...planned.files);
  }
  return { files, problems: all.sort((a, b) => a.row - b.row) };
}

async function planRow(
  repository: Repository,
  article: ArticleMetadata,
  { row, path, cells }: TableRow,
  usualTypes: ReadonlyMap<string, readonly string[]>,
): Promise<Plan> {
  // Most rows are as they were.
  const changed = [...cells].filter(([key, cell]) => cell !== cellOf(article.metadata.get(key)));
  if (changed.length === 0) return { files: [], problems: [] };
  const before = await repository.sources.textOf(path);
  const unsafe = repository.sources.problemOf(path);
  if (before === undefined || unsafe !== undefined)
    return { files: [], problems: [{ row, column: undefined, message: unsafe?.message ?? t('This file is gone.') }] };
  const problems: TableProblem[] = [];
  let current: EditedArticle = examine(repository, path, before).facts;
  let keys = 0;
  for (const [key, cell] of changed) {
    if (cell === undefined) {
      if (cellOf(article.metadata.get(key)).trim() !== '')
        problems.push({ row, column: key, message: t('The row ends before this column.') });
      continue;
    }
    const edited = editArticle(current, { key, cell, usualTypes: usualTypes.get(key) ?? [] });
    if (edited === undefined) continue;
    if ('refused' in edited) problems.push({ row, column: key, message: edited.refused });
    else {
      current = edited.article;
      keys++;
    }
  }
  return { files: keys === 0 ? [] : [{ path, row, before, text: current.document.text, keys }], problems };
}

function typesByKey(articles: readonly ArticleMetadata[]): ReadonlyMap<string, readonly string[]> {
  const types = new Map<string, readonly string[]>();
  for (const { metadata } of articles)
    for (const { key, value } of metadata.values()) {
      const known = types.get(key) ?? [];
      types.set(key, [...known, ...valueTypes(value).filter((type) => !known.includes(type))]);
    }
  return types;
}

function whyNoArticle(repository: Repository, path: string): string {
  if (/^(?:\.\.?\/|\/|[A-Za-z]:)|\\|\/\.\.?\//.test(path))
    return t("'{0}' is no path from the root of the repository, such as 'docs/a.md'.", path);
  if (!repository.files.all().has(path)) return t("There is no file '{0}' in the repository.", path);
  if (repository.files.isIgnored(path)) return t("The configuration ignores '{0}'.", path);
  if (repository.files.infoOf(path).kind === 'include')
    return t("'{0}' is an include file, which has no metadata.", path);
  return t("'{0}' is no article that the build takes.", path);
}
