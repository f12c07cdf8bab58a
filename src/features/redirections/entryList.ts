import { redirectionEntries, type RedirectionEntry } from '../../core/links/redirections';
import { readJson } from '../../core/text/jsonDocument';
import { childOf, toJson, type JsonValue, type LocatedNode } from '../../core/text/locatedNode';
import type { SourceDocument } from '../../core/text/sourceDocument';
import { jsonListOf, type JsonList } from '../json/jsonList';

/** The entries of a file of redirections, as they are written. */
export interface EntryList {
  readonly list: JsonList;
  readonly node: LocatedNode;
  readonly entries: readonly RedirectionEntry[];
}

/** 'empty' for a file without a list of redirections, 'broken' for one that cannot be read. */
type ReadEntries = EntryList | 'empty' | 'broken';

const readBefore = new WeakMap<SourceDocument, ReadEntries>();

/** Reads a document once, however many of its entries are to be put right. */
export function readEntryList(document: SourceDocument): ReadEntries {
  const known = readBefore.get(document) ?? read(document);
  readBefore.set(document, known);
  return known;
}

function read({ text }: SourceDocument): ReadEntries {
  const { node, errors } = readJson(text);
  if (node === undefined && text.replace('\ufeff', '').trim() === '') return 'empty';
  if (node?.kind !== 'map' || errors.length > 0) return 'broken';
  const redirections = childOf(node, 'redirections');
  if (redirections === undefined) return 'empty';
  const list = jsonListOf(text, redirections);
  return list === undefined ? 'broken' : { list, node: redirections, entries: redirectionEntries(redirections) };
}

/** What the entries of a file have in common: a new one is written in the same way. */
export interface EntryHabit {
  /** Whether entries are properties, a path with its address, instead of objects. */
  readonly isMap: boolean;
  readonly isFromRoot: boolean;
  /** Whether a path from the root begins with a slash. */
  readonly hasSlash: boolean;
  /**
   * What `redirect_document_id` is written as; `undefined` where most have none. Never true: the identity of a page can be
   * handed on to one page only, and whether to do so is for a person to say.
   */
  readonly documentId: false | 'false' | undefined;
}

/** How a new file is written. */
export const usualHabit: EntryHabit = { isMap: false, isFromRoot: false, hasSlash: true, documentId: false };

export function habitOf({ node, entries }: EntryList): EntryHabit {
  if (node.kind === 'map') return { ...usualHabit, isMap: true };
  if (entries.length === 0) return usualHabit;
  const fromRoot = entries.filter(({ isFromRoot }) => isFromRoot);
  const items = node.kind === 'sequence' ? node.items : [];
  const ids = items.flatMap((item) => childOf(item, 'redirect_document_id') ?? []).map(toJson);
  return {
    isMap: false,
    isFromRoot: isMost(fromRoot, entries),
    hasSlash: fromRoot.length === 0 || isMost(fromRoot.filter(startsWithSlash), fromRoot),
    documentId: !isMost(ids, items) ? undefined : isMost(ids.filter(isText), ids) ? 'false' : false,
  };
}

function startsWithSlash({ source }: RedirectionEntry): boolean {
  return /^[\\/]/.test(source?.text ?? '');
}

function isMost(some: readonly unknown[], all: readonly unknown[]): boolean {
  return some.length * 2 > all.length;
}

function isText(value: JsonValue): boolean {
  return typeof value === 'string';
}
