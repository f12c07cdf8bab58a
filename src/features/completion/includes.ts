import { isIncludeFile } from '../../core/docset/fileKinds';
import { escapeLabel, escapePath } from '../../core/includes/directive';
import { rootsOf } from '../../core/includes/destinations';
import type { IncludeGraph } from '../../core/includes/graph';
import { compareText } from '../../core/rules/diagnostic';
import { basename, dirname, isInFolder, isMarkdown, join, relativeLink, relativePath } from '../../core/text/path';
import type { Position, Range } from '../../core/text/position';
import { nameOf } from '../includes/names';
import type { Completion, Completions } from './completion';
import { includePlaceAt, includeWordOf, type IncludePlace } from './includePlace';
import { begunPath, resembles, stepItem, stepsOf, type PathWorld } from './paths';

/** What completion of includes asks about the repository. Paths are root-relative. */
export interface IncludeWorld extends PathWorld {
  readonly graph: IncludeGraph;
  /** All Markdown of the repository. */
  readonly files: readonly string[];
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
  const typed = basename(place.typed).toLowerCase();
  const chosen = isSearch ? files.filter((file) => resembles(file, typed)) : files;
  const writer = pathWriter(path, place.kind === 'path' ? place.typed : '', world.docsetFolder);
  const offered = chosen.slice(0, maxFiles);
  const items = offered.flatMap((file, index) => {
    const written = escapePath(writer(file));
    return written === undefined ? [] : [fileItem(place, file, written, `0${String(index).padStart(5, '0')}`)];
  });
  if (place.kind === 'path') items.push(...steps(path, place, targets, new Set(offered), world));
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
  world: PathWorld,
): Completion[] {
  const begun = begunPath(place.typed, rootsOf(path, world.docsetFolder));
  if (begun === undefined) return [];
  const folderItems = stepsOf(begun, world, (_folder, names) => names.some(isMarkdown)).flatMap(
    (step): Completion[] => {
      const written = escapePath(begun.typed + step.name);
      return written === undefined ? [] : [stepItem(step, place.range, written)];
    },
  );
  const names = (world.folders.get(begun.folder) ?? []).filter(isMarkdown).sort(compareText);
  const fileItems = names.flatMap((name) => {
    const file = join(begun.folder, name);
    const written = offered.has(file) || targets.isCircular(file) ? undefined : escapePath(begun.typed + name);
    return written === undefined ? [] : [fileItem(place, file, written, `3${name}`)];
  });
  return [...folderItems, ...fileItems];
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

  isCircular(file: string): boolean {
    return file === this.path || this.dependents.has(file);
  }
}
