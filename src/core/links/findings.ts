import type { PathState } from '../includes/resolve';
import { readDestination } from '../includes/destinations';
import type { Code } from '../rules/codes';
import { basename, isMarkdown, relativeLink } from '../text/path';
import { t } from '../text/localize';
import type { Range } from '../text/position';
import { closest } from '../text/suggest';
import { addressProblems } from './address';
import { rangeOf, type PageLink } from './graph';
import type { PageBookmarks } from './pageBookmarks';
import { closestFile, type KnownFiles } from './closestFile';
import type { RedirectionMap, RedirectionTarget } from './redirectionMap';

export interface LinkFinding {
  readonly code: Code;
  readonly message: string;
  readonly range: Range;
}

/** What the links of one file are judged by. Paths are root-relative. */
export interface LinkWorld {
  /** The file with the links. */
  readonly path: string;
  readonly files: KnownFiles;
  readonly redirections: RedirectionMap;
  stateOf(path: string): PathState;
  hasFolder(path: string): boolean;
  /** Whether what is not here may well be there when the build runs. */
  mayBeElsewhere(path: string): boolean;
  /** Whether the root is known to be that of the repository. */
  readonly isRootCertain: boolean;
  /** Whether a page is plainly not built with the file that links to it. */
  isOutOfScope(path: string): boolean;
  /** What can be linked to in a page; `undefined` where that is not known. */
  bookmarksOf(path: string): PageBookmarks | undefined;
}

/** A link with what is wrong with it. */
export interface LinkProblem {
  readonly code: Code;
  readonly message: string;
  /** Root-relative path of the file that was most likely meant. */
  readonly meantFile?: string | undefined;
  /** The id that was most likely meant. */
  readonly meantBookmark?: string | undefined;
  /** The destination that was most likely meant, all of it. */
  readonly meantAddress?: string | undefined;
  /** Where the readers of the page are led. */
  readonly redirection?: RedirectionTarget;
}

/** What is wrong with the links of a file. */
export function linkFindings(links: readonly PageLink[], world: LinkWorld): LinkFinding[] {
  return links.flatMap((link) =>
    linkProblems(link, world).map(({ code, message }) => ({ code, message, range: rangeOf(link) })),
  );
}

/** What is wrong with one link. */
export function linkProblems(link: PageLink, world: LinkWorld): readonly LinkProblem[] {
  if (link.isAddress) return addressProblems(link.written);
  const problem = pathProblem(link, world) ?? bookmarkProblem(link, world);
  return problem === undefined ? [] : [problem];
}

/** An address whose beginning was forgotten. */
const hostAtStart = /^(?:www\.[\w.-]{3,100}|(?:[a-z\d-]{1,60}\.){1,4}(?:com|net|org))(?:[/?#]|$)/i;

/** What a tool fills in later, and what a writer has yet to. */
const placeholder = /[{}<>$*|]|^(?:path|url|link)$/i;

export function isPlaceholder(path: string): boolean {
  return placeholder.test(path);
}

/** What is said of a path that leads out of a repository. */
export function leadsOut(path: string): string {
  return t("Invalid file link: '{0}'. It leads out of the repository.", path);
}

function pathProblem({ written, target }: PageLink, world: LinkWorld): LinkProblem | undefined {
  if (written.startsWith('#')) return undefined;
  if (target !== undefined) {
    const state = world.stateOf(target);
    // Nearly every link leads to a file that there is: nothing more need be known of it.
    return state === 'exact' ? scopeProblem(written, target, world) : absence(written, target, state, world);
  }
  const path = pathOf(written);
  return world.isRootCertain && isPath(path) ? { code: 'file-not-found', message: leadsOut(path) } : undefined;
}

function pathOf(written: string): string {
  return readDestination(written, 'link')?.path ?? written;
}

/** Whether it is neither left for later nor spoiled by an entity of HTML. */
function isPath(path: string): boolean {
  return !isPlaceholder(path) && !/&[a-z#\d]{2,9};/i.test(path);
}

/** What is wrong with a path where there is no file of just that name. */
function absence(
  written: string,
  target: string,
  state: Exclude<PathState, 'exact'>,
  world: LinkWorld,
): LinkProblem | undefined {
  const path = pathOf(written);
  if (!isPath(path) || state === 'outside-root' || world.hasFolder(target) || world.mayBeElsewhere(target))
    return undefined;
  const redirection = world.redirections.of(target);
  if (redirection !== undefined) {
    const to = world.redirections.targetOf(redirection);
    const message = t("'{0}' is gone. Its readers are led to '{1}': link to that at once.", path, to.file ?? to.url);
    return { code: 'redirected-link', message, redirection: to };
  }
  if (state !== undefined) {
    const message = t(
      "The file is called '{0}' ({1}). The build server tells upper and lower case apart.",
      basename(state.actual),
      state.actual,
    );
    return { code: 'link-case-mismatch', message, meantFile: state.actual };
  }
  const meantAddress = hostAtStart.test(written) ? `https://${written}` : undefined;
  const meantFile = meantAddress === undefined ? closestFile(target, world.files) : undefined;
  // As it would be typed: the path from the root can be the very one that is wrong here.
  const meant = meantAddress ?? (meantFile === undefined ? undefined : relativeLink(world.path, meantFile));
  const message = withHint(t("Invalid file link: '{0}'.", path), meant);
  return { code: 'file-not-found', message, meantAddress, meantFile };
}

function scopeProblem(written: string, target: string, world: LinkWorld): LinkProblem | undefined {
  if (!isMarkdown(target) || !world.isOutOfScope(target)) return undefined;
  const message = t(
    "File '{0}' referenced by link '{1}' will not be built because it is not included in build scope.",
    target,
    written,
  );
  return { code: 'link-out-of-scope', message };
}

/** Of these the browser and the site know themselves what to do. */
const generated = /^(?:top$|tab\/|:)|[{}<>$/]/i;

/** Of more headings than these nobody looks for the closest one. */
const mostIds = 500;

function bookmarkProblem({ written, target, fragment }: PageLink, world: LinkWorld): LinkProblem | undefined {
  if (fragment === undefined || fragment.trim() === '' || target === undefined || generated.test(fragment))
    return undefined;
  const bookmarks = world.bookmarksOf(target);
  if (bookmarks === undefined || bookmarks.has(fragment)) return undefined;
  const actual = bookmarks.inAnyCase(fragment);
  if (actual !== undefined) {
    const message = t("The bookmark is called '{0}'. Browsers tell upper and lower case apart.", `#${actual}`);
    return { code: 'link-case-mismatch', message, meantBookmark: actual };
  }
  if (bookmarks.isOpen) return undefined;
  const ids = bookmarks.ids();
  const meant = ids.length > mostIds ? undefined : closest(fragment, ids);
  const cannotFind = written.startsWith('#')
    ? t("Cannot find bookmark '{0}' in this page.", `#${fragment}`)
    : t("Cannot find bookmark '{0}' in '{1}'.", `#${fragment}`, target);
  const message = withHint(cannotFind, meant === undefined ? undefined : `#${meant}`);
  return { code: 'bookmark-not-found', message, meantBookmark: meant };
}

function withHint(message: string, meant: string | undefined): string {
  return meant === undefined ? message : `${message} ${t("Did you mean '{0}'?", meant)}`;
}
