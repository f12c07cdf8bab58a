import {
  readDestination,
  resolveDestination,
  rootsOf,
  withoutEscapes,
  writeDestination,
  type Destination,
  type DestinationPath,
  type DestinationRoots,
} from '../../core/includes/destinations';
import type { Bookmark } from '../../core/links/bookmarks';
import { compareText } from '../../core/rules/diagnostic';
import { headingText } from '../../core/structure/plainText';
import { isImage, isMarkdown, isTableOfContents, isYaml, join, relativePath } from '../../core/text/path';
import { decodePercent } from '../../core/text/percent';
import type { Position, Range } from '../../core/text/position';
import { rangeAround } from './bodyPlace';
import type { Completion, Completions } from './completion';
import type { WantedFiles } from './destinationPlace';
import { linkPlaceAt, type LinkPlace } from './linkPlace';
import { filesOf, nearFirst } from './nearFiles';
import { begunPath, resembles, stepItem, stepsOf, type BegunPath, type PathWorld } from './paths';

/** What completion of links asks about the repository. Paths are root-relative. */
export interface LinkCompletionWorld extends PathWorld {
  /** Whether the build makes a page of a file. */
  isPage(path: string): boolean;
  /** How a page is titled, where that is known. */
  titleOf(path: string): string | undefined;
  /** What can be linked to in a page; `undefined` where that is not known. */
  bookmarksOf(path: string): Promise<readonly Bookmark[] | undefined>;
}

/** A list of more is searched by typing, and slow to send. */
const maxFiles = 200;

/**
 * What can be written of the destination of a link at a position of a file: paths of pages or pictures, or what can be linked
 * to in the page that it names. `undefined` where none is being written.
 */
export async function completeLink(
  path: string,
  text: string,
  position: Position,
  world: LinkCompletionWorld,
): Promise<Completions | undefined> {
  const place = linkPlaceAt(path, text, position);
  if (place === undefined) return undefined;
  const writing = new Writing(path, text, place, world);
  if (!/[?#]/.test(place.typed)) return pathsFor(writing);
  return place.wants === 'image' ? undefined : bookmarksFor(writing);
}

/** A destination that is being written, and how one is written in its place. */
class Writing {
  readonly roots: DestinationRoots;
  private readonly destination: Destination;

  constructor(
    readonly path: string,
    readonly text: string,
    readonly place: LinkPlace,
    readonly world: LinkCompletionWorld,
  ) {
    this.roots = rootsOf(path, world.docsetFolder);
    this.destination = { span: place.span, kind: 'link' };
  }

  /** From a number of characters before the cursor to what ends this part of the destination. */
  rangeFrom(back: number, end: RegExp): Range {
    const { line, rest } = this.place;
    const ahead = rest.search(end);
    return rangeAround(line, back, ahead === -1 ? rest.length : ahead);
  }

  /** @param target root-relative */
  write(target: string, as: DestinationPath, roots = this.roots): string | undefined {
    return writeDestination(this.text, this.destination, as, target, roots);
  }
}

function pathsFor(writing: Writing): Completions {
  const { path, place, roots, world } = writing;
  const { typed } = place;
  const begun = begunPath(decodePercent(withoutEscapes(typed)), roots);
  if (begun === undefined) return { items: [], isIncomplete: false };
  const within = begun.typed === '' ? world.docsetFolder : begun.folder;
  const near = nearFirst(world.folders, { path, from: begun.folder, within });
  const all = filesOf(near, world.folders, chooser(writing, ''), maxFiles);
  const isSearch = all.hasMore && begun.name !== '';
  const { files } = isSearch ? filesOf(near, world.folders, chooser(writing, begun.name.toLowerCase()), maxFiles) : all;
  const offered = [
    ...files.map((file, index) => ({ file, sortText: `0${String(index).padStart(5, '0')}` })),
    ...otherFiles(begun, writing).map((file) => ({ file, sortText: `3${file}` })),
  ];
  const range = writing.rangeFrom(typed.length, /[?#]/);
  const items = offered.flatMap(({ file, sortText }) => fileItem(file, begun, range, sortText, writing));
  return { items: [...items, ...steps(begun, range, writing)], isIncomplete: all.hasMore };
}

/**
 * What chooses the files of a folder that are wanted, by their names.
 *
 * @param typed in lower case: what their paths or titles must hold
 */
function chooser(
  { path, place, world }: Writing,
  typed: string,
): (folder: string, names: readonly string[]) => string[] {
  const mayBe = mayBeFor(place.wants);
  const isTitled = (file: string): boolean => resembles(world.titleOf(file) ?? '', typed);
  return (folder, names) => {
    const isAny = typed === '' || resembles(folder, typed);
    return names.filter((name) => {
      // Most files are told apart here, by the name alone.
      if (!mayBe(name)) return false;
      const file = join(folder, name);
      const isPage = place.wants === 'page' || (place.wants !== 'image' && isPageName(name));
      if (!isAny && !resembles(name, typed) && !(isPage && isTitled(file))) return false;
      return file !== path && (!isPage || world.isPage(file));
    });
  };
}

/** Whether a file can be one that is wanted, by its name. */
function mayBeFor(wants: WantedFiles): (name: string) => boolean {
  if (wants === 'image') return isImage;
  if (wants === 'table') return isTableOfContents;
  return wants === 'page' ? isPageName : (name) => isPageName(name) || isTableOfContents(name);
}

function isPageName(name: string): boolean {
  return (isMarkdown(name) || isYaml(name)) && !isTableOfContents(name);
}

/** What else lies in the folder that was typed: a page may link to any file. */
function otherFiles({ folder }: BegunPath, { place, world }: Writing): string[] {
  if (place.wants !== 'page') return [];
  const names = (world.folders.get(folder) ?? []).filter((name) => !/^\.|\.(?:md|ya?ml|json)$/i.test(name));
  return names
    .sort(compareText)
    .slice(0, maxFiles)
    .map((name) => join(folder, name));
}

/** How a path goes on as it was begun: from the docset, with or without a `./`. */
function asBegun({ typed }: BegunPath, name: string): DestinationPath {
  const prefix = typed.startsWith('./') ? './' : '';
  return { root: typed.startsWith('~/') ? 'docset' : 'folder', path: prefix + name, suffix: '' };
}

function fileItem(file: string, begun: BegunPath, range: Range, sortText: string, writing: Writing): Completion[] {
  const { place, world } = writing;
  const newText = writing.write(file, asBegun(begun, 'file'));
  if (newText === undefined || !isWritable(newText, writing)) return [];
  const label = relativePath(begun.folder, file);
  const isPicture = isImage(file);
  const title = isPicture ? undefined : world.titleOf(file);
  return [
    {
      label,
      ...(title === undefined ? {} : { description: title }),
      kind: 'file',
      detail: title ?? file,
      range,
      newText,
      filterText: `${writtenFolder(place.typed)}${label} ${title ?? ''}`.trimEnd(),
      sortText,
      ...(isPicture ? { image: file } : isMarkdown(file) ? { page: file } : {}),
      ...linkText(title, writing),
    },
  ];
}

/** What was typed of a destination up to its last slash, as written: what follows is compared with names. */
function writtenFolder(typed: string): string {
  return typed.slice(0, typed.lastIndexOf('/') + 1);
}

/** Some characters mean something to YAML. */
function isWritable(written: string, { path }: Writing): boolean {
  return !written.includes('\\') && (isMarkdown(path) || !/^[-?:%@&*!|>]|[,{}[\]]/.test(written));
}

/** The title as the text that a link lacks, where it means nothing to Markdown. */
function linkText(title: string | undefined, { place }: Writing): Pick<Completion, 'also'> {
  if (title === undefined || place.emptyText === undefined || /[\\`*_<>[\]|&!~]/.test(title)) return {};
  const { line, emptyText } = place;
  // Empty brackets on the line before are no longer seen by whoever writes.
  if (emptyText < line.start) return {};
  const at = { line: line.line, character: emptyText - line.start };
  return { also: { range: { start: at, end: at }, newText: title } };
}

function steps(begun: BegunPath, range: Range, writing: Writing): Completion[] {
  const typed = writtenFolder(writing.place.typed);
  const choose = chooser(writing, '');
  return stepsOf(begun, writing.world, (folder, names) => choose(folder, names).length > 0).flatMap((step) => {
    if (step.name === '..' || step.name === '~') return [stepItem(step, range, typed + step.name)];
    // A name alone, encoded as a path in this place must be.
    const name = writing.write(step.name, asBegun({ ...begun, typed: '' }, 'name'), { folder: '', docset: '' });
    return name === undefined || !isWritable(name, writing) ? [] : [stepItem(step, range, typed + name)];
  });
}

async function bookmarksFor(writing: Writing): Promise<Completions | undefined> {
  const { path, place, roots, world } = writing;
  const hash = place.typed.indexOf('#');
  // A query may make another page of it.
  if (hash === -1 || place.typed.slice(0, hash).includes('?')) return undefined;
  const read = readDestination(place.typed.slice(0, hash), 'link');
  const target = hash === 0 ? path : read === undefined ? undefined : resolveDestination(read, roots);
  const bookmarks = target === undefined ? undefined : await world.bookmarksOf(target);
  if (bookmarks === undefined) return undefined;
  const range = writing.rangeFrom(place.typed.length - hash - 1, /$/);
  const items = bookmarks.flatMap(({ id, heading }, index): Completion[] => {
    const newText = writing.write(id, { root: 'folder', path: 'id', suffix: '' }, { folder: '', docset: '' });
    if (newText === undefined || !isWritable(newText, writing)) return [];
    const title = heading === undefined ? undefined : headingText(heading);
    return [
      {
        label: id,
        kind: 'section',
        ...(title === undefined ? {} : { description: title, detail: title }),
        range,
        newText,
        filterText: `${id} ${title ?? ''}`.trimEnd(),
        sortText: String(index).padStart(5, '0'),
        ...linkText(title, writing),
      },
    ];
  });
  return { items, isIncomplete: false };
}
