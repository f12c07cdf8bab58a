import type { Repository } from '../../core/docset/repository';
import { needleOf, writeFragment } from '../../core/includes/destinations';
import { rangeOf, type PageLink } from '../../core/links/graph';
import { asInEditor } from '../../core/text/lines';
import type { Range, Span } from '../../core/text/position';
import { createSourceDocument } from '../../core/text/sourceDocument';
import { changesOf, type FileChange } from '../edits';
import { canReference } from '../includes/moves';
import type { Refusal } from '../refusal';
import { fragmentRange } from './bookmarkAt';
import type { BookmarkOwner, Pages } from './pages';
import { renaming, type Renaming } from './rename';

/**
 * Gives a heading, or an id in HTML, another name, and every link the id that what it leads to has from then on. A link that
 * leads nowhere stays as it is, and so does one of an include file that means another id on each page.
 *
 * @param repository one that was read: it must be known who links and who includes
 * @param signal ends the work, with what was found so far
 */
export async function renameEverywhere(
  repository: Repository,
  pages: Pages,
  { path, index }: BookmarkOwner,
  newName: string,
  signal?: { readonly aborted: boolean },
): Promise<FileChange[] | Refusal> {
  const file = await pages.fileOf(path);
  if (file === undefined) return [];
  const { document, bookmarks } = file;
  const renamed = renaming(document.text, bookmarks, index, newName);
  if ('refused' in renamed) return renamed;
  const changes: FileChange[] = changesOf(document, renamed.edits).map((change) => ({ ...change, path }));
  const isReplaced = (link: FoundLink): boolean =>
    link.path === path && renamed.edits.some(({ span }) => span.start <= link.span.start && link.span.end <= span.end);
  const links = await linksTo(repository, path, new Set(renamed.lost), signal);
  for (const link of links) {
    const id = isReplaced(link) ? undefined : await newFragment(pages, link, path, renamed);
    if (id !== undefined) changes.push({ path: link.path, range: link.range, newText: link.write(id) });
    if (signal?.aborted === true) break;
  }
  return changes;
}

interface FoundLink {
  readonly path: string;
  readonly link: PageLink;
  readonly fragment: string;
  readonly span: Span;
  /** Of the fragment. */
  readonly range: Range;
  readonly write: (id: string) => string;
}

/** The links of the repository that may lead to one of these ids of a file, or of a page that includes it. */
async function linksTo(
  repository: Repository,
  path: string,
  ids: ReadonlySet<string>,
  signal?: { readonly aborted: boolean },
): Promise<FoundLink[]> {
  const found: FoundLink[] = [];
  if (ids.size === 0) return found;
  const needles = [...new Set([...ids].map(needleOf))];
  const take = (user: string, content: string): void => {
    const text = asInEditor(content);
    const lower = text.toLowerCase();
    if (!needles.some((needle) => lower.includes(needle))) return;
    const document = createSourceDocument(user, text);
    for (const link of repository.links.read(user, text).links) {
      const { fragment } = link;
      const range = fragmentRange(link);
      if (range === undefined || fragment === undefined || !ids.has(fragment)) continue;
      const span = document.spanOf(rangeOf(link));
      const write = (id: string): string => writeFragment(text, span, id);
      found.push({ path: user, link, fragment, span, range, write });
    }
  };
  await repository.sources.eachText(possibleUsers(repository, path), take, signal);
  return found;
}

/** The files that can name a bookmark of a file: those known to, and those of which it is not known what they link to. */
function possibleUsers(repository: Repository, path: string): string[] {
  const { includes, links, sources } = repository;
  const known = new Set<string>();
  for (const page of [path, ...includes.graph.dependentsOf(path)]) {
    // What a page includes may link to all of it.
    for (const file of [page, ...includes.graph.closureOf(page), ...links.usersOf(page)]) known.add(file);
  }
  const mayUse = (file: string): boolean =>
    known.has(file) || !links.knows(file) || sources.bufferOf(file) !== undefined;
  const all = new Set([...repository.files.all(), ...sources.bufferPaths()]);
  return [...all].filter((file) => canReference(file) && mayUse(file));
}

/** The fragment that a link needs; `undefined` where it stays. */
async function newFragment(
  pages: Pages,
  { path, link, fragment }: FoundLink,
  renamedPath: string,
  renamed: Renaming,
): Promise<string | undefined> {
  const wanted = new Set<string>();
  for (const page of pages.pagesOf(path, link)) {
    const owner = await pages.ownerOf(page, fragment);
    if (owner !== undefined) wanted.add(owner.path === renamedPath ? renamed.idOf(owner.index, fragment) : fragment);
  }
  const [id] = wanted;
  return wanted.size === 1 && id !== fragment ? id : undefined;
}
