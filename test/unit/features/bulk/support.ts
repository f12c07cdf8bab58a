import type { Repository } from '../../../../src/core/docset/repository';
import { keysInUse, readArticles } from '../../../../src/features/bulk/articles';
import { planEdits, type Plan } from '../../../../src/features/bulk/plan';
import { metadataTable } from '../../../../src/features/bulk/table';
import { articlesBelow } from '../../../../src/features/schema/gather';
import type { Files } from '../../core/support/memoryHost';
import { docfx, open } from '../../core/support/repository';

/** What the docset of the tests supplies. */
const supplied = {
  'ms.service': 'dynamics-365',
  'ms.custom': ['supplied'],
  feedback: { system: 'none', links: { page: 'b' } },
};

/** A docset with one article. */
export async function docsetWith(text: string, more: Files = {}): Promise<Repository> {
  const content = [{ files: '**/*.md', exclude: '**/includes/**' }];
  return (await open({ 'docfx.json': docfx({ content, globalMetadata: supplied }), 'a.md': text, ...more })).repository;
}

export type Table = readonly (readonly string[])[];

/** What is exported. */
export async function tableOf(repository: Repository): Promise<Table> {
  const articles = await readArticles(repository, articlesBelow(repository, ''));
  return metadataTable(articles, keysInUse(articles), false);
}

/** The cells of the one article by their keys. */
export async function cellsOf(text: string): Promise<Readonly<Record<string, string>>> {
  const [keys = [], cells = []] = await tableOf(await docsetWith(text));
  return Object.fromEntries(keys.map((key, index) => [key, cells[index] ?? '']));
}

/** What comes of some cells for the one article. */
export function planFor(repository: Repository, cells: Readonly<Record<string, string>>): Promise<Plan> {
  return planEdits(repository, [
    ['file', ...Object.keys(cells)],
    ['a.md', ...Object.values(cells)],
  ]);
}

/** The text after some cells were written into it, or what is wrong with them. */
export async function withCells(
  text: string,
  cells: Readonly<Record<string, string>>,
  more: Files = {},
): Promise<string | readonly string[]> {
  const { files, problems } = await planFor(await docsetWith(text, more), cells);
  if (problems.length > 0) return problems.map(({ row, column, message }) => `${row} ${column ?? '-'} ${message}`);
  return files[0]?.text ?? text;
}
