import type { Repository } from '../../core/docset/repository';
import { insertKey } from '../../core/frontMatter/edit';
import { parseFrontMatter } from '../../core/frontMatter/parse';
import { entryJson, type EffectiveMetadata } from '../../core/metadata/effective';
import { formatDay } from '../../core/schema/dateRepair';
import { basename, dirname } from '../../core/text/path';
import { lineBreakOf } from '../../core/text/lines';
import { hasValue, toJson, type LocatedEntry } from '../../core/text/locatedNode';
import { createSourceDocument } from '../../core/text/sourceDocument';
import type { Author } from '../completion/metadata';
import type { ArticleFacts } from '../fixes/articleFacts';
import { examine } from '../fixes/examine';
import { knownValue } from '../fixes/missingKeys';
import { keyDescription, keyOrder } from '../metadata/descriptions';
import { bannerOf } from './banner';
import { plainText, snippetOf, type Line } from './pieces';
import { productOf } from './product';
import { renderTemplate } from './render';
import type { Template } from './template';

export interface ArticleRequest {
  /** Root-relative path of the file that is not there yet. */
  readonly path: string;
  readonly template: Template;
  readonly title: string;
  /** As it is typed: a name, or what `ms.service` says of it; '' where the writer does not say. */
  readonly product: string;
  readonly author: Author;
}

export interface NewArticle {
  /** What the file holds before anything is filled in, with the line breaks of the articles beside it. */
  readonly text: string;
  /** The same with a stop at each place to fill in; line breaks are `\n`. */
  readonly snippet: string;
}

/** Articles of a folder that are read to learn their habits. */
const maxSiblings = 20;

/**
 * Puts an article together from a template: what docfx.json supplies is left out of its front matter, what the schemas
 * require and the template lacks is added.
 */
export async function composeArticle(repository: Repository, request: ArticleRequest): Promise<NewArticle> {
  const { path, template, title, author } = request;
  const siblings = await siblingsOf(repository, path);
  const { facts } = examine(repository, path, '');
  const { inherited, schemas, today } = facts;
  const lines = renderTemplate(template.text, {
    title: title.replaceAll(/\s+/g, ' ').trim(),
    ...productOf(request.product, inherited.get('ms.service')),
    author: author.author,
    alias: author.alias,
    date: formatDay(today, keyDescription(schemas, 'ms.date')?.dateFormat ?? 'MM/dd/yyyy'),
    banner: bannerOf(siblings),
  });
  // What governs the article is the same whatever it says: each step reads its front matter alone.
  const factsOf = (text: string): ArticleFacts => ({
    ...facts,
    document: createSourceDocument(path, text),
    frontMatter: parseFrontMatter(text),
  });
  const completed = withRequired(withoutInherited(withHeader(lines), template, factsOf), factsOf);
  const [sibling = '\n'] = siblings;
  return { text: plainText(completed).replaceAll('\n', lineBreakOf(sibling)), snippet: snippetOf(completed) };
}

async function siblingsOf(repository: Repository, path: string): Promise<readonly string[]> {
  const folder = dirname(path);
  const paths = repository.files
    .articlesAndIncludes()
    .filter((other) => dirname(other) === folder && repository.files.infoOf(other).kind === 'article')
    .filter((other) => !/^(?:index|toc)\.md$/i.test(basename(other)))
    .slice(0, maxSiblings);
  const texts: string[] = [];
  await repository.sources.eachText(paths, (_path, text) => texts.push(text));
  return texts;
}

/** A template without front matter gets one. */
function withHeader(lines: readonly Line[]): readonly Line[] {
  return plainText(lines.slice(0, 1)) === '---' ? lines : [['---'], ['---'], [''], ...lines];
}

/** Leaves out what the docset supplies, unless the template says something else. */
function withoutInherited(
  lines: readonly Line[],
  template: Template,
  factsOf: (text: string) => ArticleFacts,
): readonly Line[] {
  const text = plainText(lines);
  const { frontMatter, inherited } = factsOf(text);
  const filledIn = new Set([...template.text.matchAll(/^([^\s:#]+):.*\{\{/gm)].map(([, key]) => key));
  const isLeftOut = (entry: LocatedEntry): boolean => {
    const supplied = suppliedBy(inherited, entry.key);
    if (supplied === undefined) return false;
    return filledIn.has(entry.key) || JSON.stringify(supplied) === JSON.stringify(toJson(entry.value));
  };
  const gone = new Set(
    frontMatter.map.entries.filter(isLeftOut).flatMap(({ keySpan, value }) => {
      const first = lineAt(text, keySpan.start);
      const last = lineAt(text, Math.max(keySpan.end, value.span.end));
      return Array.from({ length: last - first + 1 }, (_none, index) => first + index);
    }),
  );
  return lines.filter((_line, index) => !gone.has(index));
}

/** Adds the keys that articles must have, each at its place, for the writer to fill in what is not known. */
function withRequired(lines: readonly Line[], factsOf: (text: string) => ArticleFacts): readonly Line[] {
  const { schemas, inherited, frontMatter } = factsOf(plainText(lines));
  const order = keyOrder(schemas);
  const missing = order.filter(
    (key) =>
      keyDescription(schemas, key)?.requirement === 'required' &&
      suppliedBy(inherited, key) === undefined &&
      !frontMatter.map.entries.some((entry) => entry.key === key),
  );
  let result = lines;
  for (const key of missing) {
    const text = plainText(result);
    const facts = factsOf(text);
    const known = knownValue(facts, key);
    const edit = insertKey(text, facts.frontMatter, order, key, known);
    if (edit === undefined) continue;
    const at = lineAt(text, edit.span.start);
    const replaced = edit.span.end > edit.span.start ? 1 : 0;
    result = result.toSpliced(at, replaced, [`${key}: `, { placeholder: known }]);
  }
  return result;
}

function suppliedBy(inherited: EffectiveMetadata, key: string): unknown {
  const entry = inherited.get(key);
  const value = entry === undefined ? undefined : entryJson(entry);
  return value !== undefined && hasValue(value) ? value : undefined;
}

/** From 0. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}
