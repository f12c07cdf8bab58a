import { bodyStart } from '../../core/includes/body';
import {
  needleOf,
  readDestination,
  resolveDestination,
  rootsOf,
  scanDestinations,
  writeDestination,
  type Destination,
  type DestinationRoots,
} from '../../core/includes/destinations';
import { actualPath, type ResolutionContext } from '../../core/includes/resolve';
import { scanYamlDestinations } from '../../core/links/yaml';
import { isInFolder, isMarkdown } from '../../core/text/path';
import { createLineIndex } from '../../core/text/position';
import type { TextChange } from '../edits';

/** A file or a folder that gets another name or place. Root-relative. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** What is asked about the repository as it is before the move. */
export type ContextOf = (path: string) => Pick<ResolutionContext, 'docsetFolder' | 'exists'>;

/** The files that can name others: Markdown, and tables of contents and other pages in YAML. */
export function canReference(path: string): boolean {
  return /\.(?:md|ya?ml)$/i.test(path);
}

/** Where a path is after the moves; `undefined` where it stays. Of nested folders the innermost counts. */
export function movedPath(moves: readonly Move[], path: string): string | undefined {
  let found: Move | undefined;
  for (const move of moves) {
    if (isInFolder(path, move.from) && move.from.length > (found?.from.length ?? -1)) found = move;
  }
  return found === undefined ? undefined : `${found.to}${path.slice(found.from.length)}`;
}

/**
 * Tells which texts are worth a look: one that is not moved itself must name something that is. Quick, and never wrong
 * about one that does: case, percent-encoding and escapes are allowed for.
 */
export function mentionsAny(moves: readonly Move[]): (text: string) => boolean {
  const needles = moves.map(({ from }) => needleOf(from));
  return (text) => {
    const lower = text.toLowerCase();
    const plain = lower.includes('\\') ? lower.replaceAll('\\', '') : lower;
    return needles.some((needle) => lower.includes(needle) || plain.includes(needle));
  };
}

/**
 * What must change in one file when files and folders move, so that all that it names is still found: what it says of
 * those that move and, where it moves itself, its own relative destinations. What is right as it is stays as it is.
 *
 * @param path where the file is before the move
 * @param text its current text
 * @returns in the order of the text, in places of the file before the move
 */
export function moveChanges(path: string, text: string, moves: readonly Move[], contextOf: ContextOf): TextChange[] {
  const { docsetFolder, exists } = contextOf(path);
  const old = rootsOf(path, docsetFolder);
  const now = rootsAfter(path, docsetFolder, moves, contextOf);
  const isMoved = movedPath(moves, path) !== undefined;
  const lines = createLineIndex(text);
  return destinationsOf(path, text).flatMap((destination) => {
    const read = readDestination(text.slice(destination.span.start, destination.span.end), destination.kind);
    const named = read === undefined ? undefined : resolveDestination(read, old);
    if (read === undefined || named === undefined) return [];
    const actual = meantPath(named, moves, exists);
    const goal = actual === undefined ? undefined : movedPath(moves, actual);
    if (goal === undefined && !isMoved) return [];
    const target = goal ?? named;
    if (isSamePath(resolveDestination(read, now), target, actual !== named)) return [];
    const newText = writeDestination(text, destination, read, target, now);
    return newText === undefined ? [] : [{ range: lines.rangeOf(destination.span), newText }];
  });
}

/** What the destinations of a file are relative to once everything is in its new place. */
function rootsAfter(
  path: string,
  docsetFolder: string,
  moves: readonly Move[],
  contextOf: ContextOf,
): DestinationRoots {
  const moved = movedPath(moves, path);
  // A docset that moves takes along what lies in it.
  const movedDocset = docsetFolder === '' ? undefined : movedPath(moves, docsetFolder);
  if (moved === undefined) return rootsOf(path, movedDocset ?? docsetFolder);
  return rootsOf(moved, movedDocset ?? contextOf(moved).docsetFolder);
}

/** The file or folder that a path really leads to; `undefined` for one that is not there. */
function meantPath(path: string, moves: readonly Move[], exists: ResolutionContext['exists']): string | undefined {
  const state = exists(path);
  if (state !== undefined) return actualPath(path, state);
  // Folders are not listed, and pictures that came since the start are not known.
  return isMarkdown(path) && !moves.some(({ from }) => from === path) ? undefined : path;
}

/** @param ignoresCase whether the path was written in another case than the file's name, which is no business of a move */
function isSamePath(a: string | undefined, b: string, ignoresCase: boolean): boolean {
  return a === b || (ignoresCase && a?.toLowerCase() === b.toLowerCase());
}

function destinationsOf(path: string, text: string): Destination[] {
  return isMarkdown(path) ? scanDestinations(text, bodyStart(text)) : scanYamlDestinations(text);
}
