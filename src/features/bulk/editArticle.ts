import { removeEntry } from '../../core/frontMatter/edit';
import { parseFrontMatter } from '../../core/frontMatter/parse';
import {
  effectiveMetadata,
  entryJson,
  type EffectiveEntry,
  type EffectiveMetadata,
} from '../../core/metadata/effective';
import { compareText } from '../../core/rules/diagnostic';
import { withLineBreak } from '../../core/rules/fix';
import { applyEdits, type TextEdit } from '../../core/text/edit';
import { lineBreakOf } from '../../core/text/lines';
import { jsonObject, toJson, type JsonValue } from '../../core/text/locatedNode';
import { oneBased } from '../../core/text/position';
import { createSourceDocument } from '../../core/text/sourceDocument';
import type { ArticleFacts } from '../fixes/articleFacts';
import { readYaml, setValue } from '../metadata/setValue';
import { cellOf, readCell } from './cell';
import { t } from '../../core/text/localize';

/** An article as edits of its front matter need it. */
export type EditedArticle = Pick<ArticleFacts, 'document' | 'frontMatter' | 'inherited' | 'schemas'>;

/** A cell that is to become the value of a key; a blank one takes the key away. */
export interface CellEdit {
  readonly key: string;
  readonly cell: string;
  /** Names of JSON types that articles give the key. */
  readonly usualTypes: readonly string[];
}

/** The article after an edit, `undefined` where nothing was to be done, or why it cannot be made. */
export type Edited = { readonly article: EditedArticle } | { readonly refused: string } | undefined;

/** Gives one key the value of a cell. The build then sees this value and all others as before: else it is refused. */
export function editArticle(article: EditedArticle, { key, cell, usualTypes }: CellEdit): Edited {
  const before = effectiveOf(article);
  const entry = before.get(key);
  if (cell.trim() === '') return hasNothing(entry) ? undefined : removed(article, key, before);
  const read = readCell(cell, { key, entry, schemas: article.schemas, usualTypes });
  if (read === undefined || 'refused' in read) return read ?? undefined;
  const ignored = ignoredHeader(article);
  if (ignored !== undefined) return { refused: ignored };
  const changed = withEdits(article, setValue(article, key, read.yaml));
  const node = readYaml(read.yaml);
  const isRight = (after: EffectiveEntry | undefined): boolean =>
    after !== undefined && node !== undefined && isSameJson(entryJson(after), toJson(node));
  return onlyIf(changed, before, key, isRight);
}

function removed(article: EditedArticle, key: string, before: EffectiveMetadata): Edited {
  const { document, frontMatter } = article;
  const own = frontMatter.map.entries.filter((entry) => entry.key === key);
  const entry = before.get(key);
  if (entry !== undefined && entry.origin.source !== 'frontMatter') {
    const { line } = oneBased(entry.origin.document.rangeOf(entry.value.span).start);
    return {
      refused: t(
        'This value comes from {0}, line {1}. An article can give another one, but not take it away.',
        entry.origin.document.path,
        line,
      ),
    };
  }
  const edits = own.map((each) => removeEntry(document.text, each));
  const inherited = article.inherited.get(key);
  const isRight = (after: EffectiveEntry | undefined): boolean => after === inherited;
  return onlyIf(withEdits(article, edits), before, key, isRight);
}

/** Takes an edit only where nothing but the key has changed. */
function onlyIf(
  article: EditedArticle,
  before: EffectiveMetadata,
  key: string,
  isRight: (after: EffectiveEntry | undefined) => boolean,
): Edited {
  const after = effectiveOf(article);
  const others = [...new Set([...before.keys(), ...after.keys()])].filter((other) => other !== key);
  const isKept = others.every((other) => isSameJson(valueOf(before.get(other)), valueOf(after.get(other))));
  if (isKept && isRight(after.get(key))) return { article };
  const inherited = article.inherited.get(key);
  return {
    refused:
      inherited?.value.kind === 'map'
        ? t('docfx.json supplies a part of this object, which an article cannot take away.')
        : t('This cannot be changed without changing more than this key. Change it in the article.'),
  };
}

/** What the build sees. */
function effectiveOf({ document, frontMatter, inherited }: EditedArticle): EffectiveMetadata {
  return frontMatter.readByBuild ? effectiveMetadata(inherited, frontMatter.map, document) : inherited;
}

/** Why nothing can be written into the front matter of an article. */
function ignoredHeader({ frontMatter: { header, readByBuild, problems } }: EditedArticle): string | undefined {
  if (header === undefined || readByBuild) return undefined;
  const [problem] = problems;
  return problem === undefined
    ? t('The build ignores the front matter of this article.')
    : t('The build ignores the front matter of this article: {0}', problem.message);
}

function withEdits(article: EditedArticle, edits: readonly TextEdit[]): EditedArticle {
  const { path, text } = article.document;
  const changed = applyEdits(text, withLineBreak(edits, lineBreakOf(text)));
  return { ...article, document: createSourceDocument(path, changed), frontMatter: parseFrontMatter(changed) };
}

function hasNothing(entry: EffectiveEntry | undefined): boolean {
  return cellOf(entry).trim() === '';
}

function valueOf(entry: EffectiveEntry | undefined): JsonValue | undefined {
  return entry === undefined ? undefined : entryJson(entry);
}

/** Whether two values are equal; the order of keys does not matter. */
function isSameJson(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return JSON.stringify(a, sortedKeys) === JSON.stringify(b, sortedKeys);
}

function sortedKeys(_key: string, value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return jsonObject(Object.entries(value).sort(([a], [b]) => compareText(a, b)));
}
