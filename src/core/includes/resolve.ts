import { readJson } from '../text/jsonDocument';
import { childOf } from '../text/locatedNode';
import { dirname, isInFolder, isMarkdown, resolvePath } from '../text/path';

/** What resolution asks about the repository. Paths are relative to its root. */
export interface ResolutionContext {
  /** The folder of docfx.json: what `~/` stands for. */
  readonly docsetFolder: string;
  /** Folders of the root that another repository fills at build time, and that are not on disk. */
  readonly dependentRepositories: readonly string[];
  exists(path: string): PathState;
}

/**
 * `exact`: a file of that very name; `actual`: one whose name differs in case only, which only a case-sensitive build
 * server tells apart; `outside-root`: a symbolic link that leads out of the repository.
 */
export type PathState = 'exact' | { readonly actual: string } | 'outside-root' | undefined;

/** The file that a path names in whatever case, by its own name; `undefined` where the root holds none. */
export function actualPath(path: string, state: PathState): string | undefined {
  if (state === 'exact') return path;
  return typeof state === 'object' ? state.actual : undefined;
}

export type ResolvedInclude =
  | { readonly status: 'ok' | 'case-mismatch' | 'not-markdown'; readonly target: string }
  | { readonly status: 'not-found' | 'unavailable'; readonly target: string | undefined }
  | { readonly status: 'outside-root'; readonly target: undefined };

/** A path from the root of a disk or of a site, or an address: nothing that an include can name. */
const absolute = /^(?:[\\/]|[a-z][a-z0-9+.-]*:)/i;

/**
 * Finds the file that an include names. The path is relative to the folder of the file that the directive stands in, or
 * with `~/` to the docset. It is taken as it is: DocFX decodes no `%20` in it.
 *
 * @param fromPath the file that the directive stands in
 * @param directivePath the path of the directive, unescaped
 */
export function resolveInclude(fromPath: string, directivePath: string, context: ResolutionContext): ResolvedInclude {
  if (directivePath === '' || absolute.test(directivePath)) return { status: 'not-found', target: undefined };
  const fromDocset = /^~[\\/]/.test(directivePath);
  const target = fromDocset
    ? resolvePath(context.docsetFolder, directivePath.slice(2))
    : resolvePath(dirname(fromPath), directivePath);
  if (target === undefined) return { status: 'outside-root', target };
  const state = context.exists(target);
  if (state === 'outside-root') return { status: 'outside-root', target: undefined };
  const actual = actualPath(target, state);
  if (actual === undefined) {
    const isElsewhere = context.dependentRepositories.some((folder) => isInFolder(target, folder));
    return { status: isElsewhere ? 'unavailable' : 'not-found', target };
  }
  if (!isMarkdown(actual)) return { status: 'not-markdown', target: actual };
  return { status: state === 'exact' ? 'ok' : 'case-mismatch', target: actual };
}

/**
 * The folders, relative to the repository root, that `.openpublishing.publish.config.json` fills from other repositories.
 *
 * @param text the file's text; what cannot be read of it names nothing
 */
export function parseDependentRepositories(text: string): readonly string[] {
  const list = childOf(readJson(text).node, 'dependent_repositories');
  if (list?.kind !== 'sequence') return [];
  return list.items.flatMap((item) => {
    const folder = childOf(item, 'path_to_root');
    if (folder?.kind !== 'scalar' || typeof folder.value !== 'string') return [];
    const path = resolvePath('', folder.value);
    return path === undefined || path === '' ? [] : [path];
  });
}
