import { resolve } from 'node:path';
import type { Repository } from '../../core/docset/repository';
import { keysInUse, keysOf, readArticles, type ArticleMetadata } from '../../features/bulk/articles';
import { metadataTable } from '../../features/bulk/table';
import { unknownKey } from '../../features/bulk/tableRows';
import { articlesBelow } from '../../features/schema/gather';
import { metadataJson } from '../../features/metadata/metadataJson';
import { isSelected } from '../check/selection';
import { writeCsv } from '../csv';
import { UsageError, type ExitCode, type Io } from '../io';
import { shownPath, unlessDash } from '../paths';
import { openRepository, type OpenedRepository } from '../openRepository';
import { plural } from '../words';
import { writeFileNamed } from '../writeFile';

export interface MetadataAllOptions {
  readonly format?: string;
  /** Separated by commas. */
  readonly keys?: string;
  readonly output?: string | undefined;
  readonly force?: boolean;
  readonly withSource?: boolean;
}

/** `metadata --all [path…]`: the effective metadata of every article below the paths, as a table or as JSON. */
export async function metadataAll(paths: readonly string[], options: MetadataAllOptions, io: Io): Promise<ExitCode> {
  const { format = 'csv' } = options;
  const output = unlessDash(options.output);
  if (format !== 'csv' && format !== 'json')
    throw new UsageError(`There is no format '${format}' for --all. Choose one of: csv, json.`);
  if (options.withSource === true && format !== 'csv')
    throw new UsageError('--with-source goes with CSV. JSON always names the sources.');
  if (options.force === true && output === undefined) throw new UsageError('--force goes with --output.');
  const opened = await openRepository(io.cwd, paths.length === 0 ? ['.'] : paths, { mustExist: true });
  const failure = opened.repository.configurationFailure();
  if (failure !== undefined) throw new UsageError(failure);
  const articles = await readArticles(opened.repository, articlesOf(opened, paths));
  const keys = keysFor(articles, options.keys);
  const text = format === 'csv' ? csvOf(articles, keys, { ...options, output }) : jsonOf(articles, keys);
  if (output === undefined) io.stdout(text);
  else
    await writeFileNamed(resolve(io.cwd, output), output, text, {
      hint: '--force replaces it.',
      replaces: options.force === true,
    });
  sayWhatIsMissing(opened, articles, io);
  return 0;
}

function articlesOf({ repository, targets }: OpenedRepository, paths: readonly string[]): readonly string[] {
  const all = articlesBelow(repository, '');
  for (const [index, { path, isFolder }] of targets.entries())
    if (!isFolder && !all.includes(path))
      throw new UsageError(`'${paths[index] ?? path}' is no article that the build takes. Leave out --all.`);
  const selected = all.filter((path) => isSelected(path, targets));
  if (selected.length === 0) throw new UsageError(`There is no article under '${paths.join("', '") || '.'}'.`);
  return selected;
}

function keysFor(articles: readonly ArticleMetadata[], written: string | undefined): readonly string[] {
  if (written === undefined) return keysInUse(articles);
  const known = keysOf(articles);
  const keys = [...new Set(written.split(',').map((key) => key.trim()))].filter((key) => key !== '');
  if (keys.length === 0) throw new UsageError('--keys names no key.');
  for (const key of keys) if (!known.has(key)) throw new UsageError(unknownKey(key, known));
  return keys;
}

/** A file begins with the mark by which spreadsheets know UTF-8; what another program reads does not. */
function csvOf(
  articles: readonly ArticleMetadata[],
  keys: readonly string[],
  { output, withSource }: MetadataAllOptions,
): string {
  const csv = writeCsv(metadataTable(articles, keys, withSource === true));
  return output === undefined ? csv : `\ufeff${csv}`;
}

/** One article a line. */
function jsonOf(articles: readonly ArticleMetadata[], keys: readonly string[]): string {
  const lines = articles.map(({ path, docset, metadata }) =>
    JSON.stringify(
      metadataJson(
        path,
        docset,
        keys.flatMap((key) => metadata.get(key) ?? []),
      ),
    ),
  );
  return `[\n${lines.join(',\n')}\n]\n`;
}

/** Which articles show less than their writers wrote. */
function sayWhatIsMissing({ root, repository }: OpenedRepository, articles: readonly ArticleMetadata[], io: Io): void {
  const ignored: string[] = [];
  for (const { path, frontMatter } of articles) {
    const problem = problemOf(repository, path, frontMatter === undefined);
    if (problem !== undefined) io.stderr(`${shownPath(io.cwd, root, path)}: ${problem}\n`);
    else if (frontMatter?.header !== undefined && !frontMatter.readByBuild) ignored.push(path);
  }
  if (ignored.length > 0)
    io.stderr(
      `The build ignores the front matter of ${plural(ignored.length, 'article')}: 'dynamics-docs check' says why.\n`,
    );
}

function problemOf(repository: Repository, path: string, isUnread: boolean): string | undefined {
  return repository.sources.problemOf(path)?.message ?? (isUnread ? 'This file is gone.' : undefined);
}
