import { isIncludeFile } from '../../core/docset/fileKinds';
import { escapeLabel, escapePath } from '../../core/includes/directive';
import type { IncludeGraph } from '../../core/includes/graph';
import { compareText } from '../../core/rules/diagnostic';
import { basename, dirname, isInFolder, relativeLink, relativePath, resolvePath } from '../../core/text/path';
import type { Position, Range } from '../../core/text/position';
import { nameOf } from '../includes/names';
import type { Completion, Completions } from './completion';
import { includePlaceAt, includeWordOf, type IncludePlace } from './includePlace';

/** What completion of includes asks about the repository. Paths are root-relative. */
export interface IncludeWorld {
  readonly graph: IncludeGraph;
  /** All Markdown of the repository. */
  readonly files: readonly string[];
  /** The folder of docfx.json: what `~/` stands for. */
  readonly docsetFolder: string;
}

/** More than a docset holds; an editor need not be sent more at once. */
const maxFiles = 2000;

/**
 * What can be written of an include at a position of a file: the directive, a whole include, or a path. `undefined` where no
 * include is being written.
 */
export function completeInclude(
  path: string,
  text: string,
  position: Position,
  world: IncludeWorld,
): Completions | undefined {
  const place = includePlaceAt(text, position);
  if (place === undefined) return undefined;
  if (place.kind === 'directive') return { items: [directive(place)], isIncomplete: false };
  const targets = new Targets(path, world);
  const files = place.kind === 'word' ? filesFor(place.typed, targets) : targets.includeFiles();
  const isSearch = files.length > maxFiles && place.kind !== 'word';
  const chosen = isSearch ? files.filter((file) => resembles(file, place.typed)) : files;
  const writer = pathWriter(path, place.kind === 'path' ? place.typed : '', world.docsetFolder);
  const offered = chosen.slice(0, maxFiles);
  const items = offered.flatMap((file, index) => {
    const written = escapePath(writer(file));
    return written === undefined ? [] : [fileItem(place, file, written, `0${String(index).padStart(5, '0')}`)];
  });
  if (place.kind === 'path') items.push(...steps(path, place, targets, new Set(offered), world.docsetFolder));
  return { items, isIncomplete: files.length > maxFiles };
}

function directive({ range, typed }: IncludePlace): Completion {
  const letters = typed.replaceAll(/[^a-z]/gi, '');
  const word = letters !== '' && letters === letters.toLowerCase() ? 'include' : 'INCLUDE';
  const marker = /[+-]/.exec(typed)?.[0] ?? '';
  const opening = `[!${word}${marker} [`;
  return {
    label: `[!${word}${marker}]`,
    kind: 'snippet',
    detail: '[!INCLUDE [label](path)]',
    range,
    newText: `${opening}label](path.md)]`,
    snippet: `${opening}$1]($2)]$0`,
    filterText: opening,
    sortText: '0',
    goesOn: true,
  };
}

function fileItem(place: IncludePlace, file: string, written: string, sortText: string): Completion {
  return {
    label: place.kind === 'path' ? basename(file) : nameOf(file),
    description: dirname(file),
    kind: 'file',
    detail: file,
    range: withOverwritten(place.range, place.overwrites),
    ...writtenAt(place, file, written),
    sortText,
    preview: file,
  };
}

/** What is inserted, and what typed text is compared with. */
function writtenAt(place: IncludePlace, file: string, written: string): Pick<Completion, 'newText' | 'filterText'> {
  const title = nameOf(file);
  const label = `${escapeLabel(title)}](${written})]`;
  if (place.kind === 'word')
    return { newText: `[!INCLUDE [${label}`, filterText: `${includeWordOf(place.typed) ?? ''} ${title} ${file}` };
  if (place.kind === 'label') return { newText: label, filterText: `${title} ${file}` };
  return { newText: written + place.closing, filterText: written.startsWith('..') ? `${written} ${file}` : written };
}

/** The files that a word stands for. */
function filesFor(typed: string, targets: Targets): readonly string[] {
  const files = targets.includeFiles();
  const isBanner = (file: string): boolean => basename(file).toLowerCase().includes('banner');
  return includeWordOf(typed) === 'banner' ? files.filter(isBanner) : files;
}

function withOverwritten({ start, end }: Range, count: number): Range {
  return { start, end: { line: end.line, character: end.character + count } };
}

/** How a file is written: from the docset or from the file's folder, as the writer has begun. */
function pathWriter(path: string, typed: string, docsetFolder: string): (target: string) => string {
  if (typed.startsWith('~')) return (target) => `~/${relativePath(docsetFolder, target)}`;
  const prefix = typed.startsWith('./') ? './' : '';
  return (target) => {
    const link = relativeLink(path, target);
    return link.startsWith('../') ? link : prefix + link;
  };
}

/** What lies in the folder that was typed: the next folders, and files that nobody includes yet. */
function steps(
  path: string,
  place: IncludePlace,
  targets: Targets,
  offered: ReadonlySet<string>,
  docsetFolder: string,
): Completion[] {
  const typed = place.typed.replace(/[^/]*$/, '');
  const isFromDocset = typed.startsWith('~/');
  const folder = isFromDocset ? resolvePath(docsetFolder, typed.slice(2)) : resolvePath(dirname(path), typed);
  if (folder === undefined || typed.startsWith('/')) return [];
  const { folders, files } = targets.childrenOf(folder);
  const isUpward = /^(?:\.\.?\/)*$/.test(typed);
  const ahead = [...(isUpward && folder !== '' ? ['..'] : []), ...(typed === '' ? ['~'] : [])];
  const folderItems = [...ahead, ...folders].flatMap((name): Completion[] => {
    const written = escapePath(typed + name);
    const target = name === '~' ? docsetFolder : (resolvePath(folder, name) ?? '');
    return written === undefined ? [] : [folderItem(place, `${written}/`, `${name}/`, target, ahead.includes(name))];
  });
  const fileItems = files.flatMap((file) => {
    const written = offered.has(file) ? undefined : escapePath(typed + basename(file));
    return written === undefined ? [] : [fileItem(place, file, written, `3${basename(file)}`)];
  });
  return [...folderItems, ...fileItems];
}

function folderItem(place: IncludePlace, written: string, label: string, target: string, isLast: boolean): Completion {
  return {
    label,
    kind: 'folder',
    detail: target === '' ? '/' : `${target}/`,
    range: place.range,
    newText: written,
    filterText: written,
    sortText: `${isLast ? 2 : 1}${label}`,
    goesOn: true,
  };
}

/** The files that one may include: not itself, and none that leads back to it. */
class Targets {
  private readonly dependents: ReadonlySet<string>;

  constructor(
    private readonly path: string,
    private readonly world: IncludeWorld,
  ) {
    this.dependents = world.graph.dependentsOf(path);
  }

  /** The include files of the docset, and others that serve as such; the most used first. */
  includeFiles(): string[] {
    const { graph, files, docsetFolder } = this.world;
    const found: { readonly file: string; readonly uses: number }[] = [];
    for (const file of files) {
      const uses = graph.fanInOf(file);
      // Most files are articles, which need no further question.
      if (uses === 0 && !isIncludeFile(file)) continue;
      if (isInFolder(file, docsetFolder) && !this.isCircular(file)) found.push({ file, uses });
    }
    return found.sort((a, b) => b.uses - a.uses || compareText(a.file, b.file)).map(({ file }) => file);
  }

  private isCircular(file: string): boolean {
    return file === this.path || this.dependents.has(file);
  }

  /** The folders in a folder that hold Markdown, and the files in it; sorted. */
  childrenOf(folder: string): { readonly folders: readonly string[]; readonly files: readonly string[] } {
    const folders = new Set<string>();
    const files: string[] = [];
    const start = folder === '' ? 0 : folder.length + 1;
    for (const file of this.world.files) {
      if (!isInFolder(file, folder)) continue;
      const slash = file.indexOf('/', start);
      if (slash !== -1) folders.add(file.slice(start, slash));
      else if (!this.isCircular(file)) files.push(file);
    }
    return { folders: [...folders].sort(compareText), files: files.sort(compareText) };
  }
}

/** Whether the letters that were typed last occur in a path. */
function resembles(file: string, typed: string): boolean {
  const last = /[^/]*$/.exec(typed)?.[0] ?? '';
  return file.toLowerCase().includes(last.toLowerCase());
}
