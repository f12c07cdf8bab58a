import { compareText } from '../rules/diagnostic';
import { createLineIndex, type Position } from '../text/position';
import { bodyStart } from './body';
import { resolveInclude, type ResolutionContext, type ResolvedInclude } from './resolve';
import { scanIncludes, type IncludeForm } from './scan';

/** What questions about includes ask of a repository. Paths are relative to its root. */
export interface IncludeFiles {
  /** `undefined` where there is no such file or it cannot be read. */
  read(path: string): Promise<string | undefined>;
  resolutionOf(path: string): ResolutionContext;
}

/** How an include ends, in the words of the contract. */
export type IncludeStatus = 'ok' | 'not-found' | 'circular' | 'unavailable' | 'outside-root' | 'not-markdown';

/** One directive of a file with what its target includes in turn. */
export interface IncludeNode {
  /** As written, without escapes. */
  readonly path: string;
  /** Root-relative; `null` where it leads nowhere. */
  readonly target: string | null;
  readonly position: Position;
  readonly form: IncludeForm;
  readonly status: IncludeStatus;
  readonly includes: readonly IncludeNode[];
}

export interface IncludeTree {
  readonly includes: readonly IncludeNode[];
  /** `false` where the tree was cut: files that include each other many times over can make it endless in practice. */
  readonly complete: boolean;
}

/** A file that includes another one, directly or through others. */
export interface Dependent {
  readonly file: string;
  /** Of the directive that leads to the file that was asked about. */
  readonly position: Position;
  readonly direct: boolean;
}

const maxNodes = 50_000;

/** The tree of what a file includes. A cycle ends where it closes. */
export async function includeTree(files: IncludeFiles, path: string): Promise<IncludeTree> {
  const reader = new DirectiveSource(files);
  let count = 0;
  const visit = async (file: string, chain: readonly string[]): Promise<IncludeNode[]> => {
    const nodes: IncludeNode[] = [];
    for (const found of await reader.of(file)) {
      if (++count > maxNodes) break;
      const { target } = found.resolved;
      const circular = target !== undefined && chain.includes(target);
      const status = circular ? 'circular' : statusOf(found.resolved);
      const includes = status === 'ok' && target !== undefined ? await visit(target, [...chain, target]) : [];
      nodes.push({
        path: found.path,
        target: target ?? null,
        position: found.position,
        form: found.form,
        status,
        includes,
      });
    }
    return nodes;
  };
  return { includes: await visit(path, [path]), complete: count <= maxNodes };
}

/**
 * Who includes a file, directly or through others, sorted by file and place. Of a file that does so only through others
 * the first directive on the way is given.
 *
 * @param candidates every file that may include another
 */
export async function includeDependents(
  files: IncludeFiles,
  path: string,
  candidates: readonly string[],
): Promise<Dependent[]> {
  const reader = new DirectiveSource(files);
  const users = new Map<string, { readonly file: string; readonly position: Position }[]>();
  for (const file of candidates) {
    for (const { resolved, position } of await reader.of(file)) {
      if (resolved.target === undefined) continue;
      const known = users.get(resolved.target);
      if (known === undefined) users.set(resolved.target, [{ file, position }]);
      else known.push({ file, position });
    }
  }
  const direct = (users.get(path) ?? []).map((user) => ({ ...user, direct: true }));
  const indirect: Dependent[] = [];
  const seen = new Set([path, ...direct.map(({ file }) => file)]);
  // The set grows while it is walked: each new dependent is asked for its own.
  for (const reached of seen) {
    for (const user of reached === path ? [] : (users.get(reached) ?? [])) {
      if (seen.has(user.file)) continue;
      seen.add(user.file);
      indirect.push({ ...user, direct: false });
    }
  }
  return [...direct, ...indirect].sort(
    (a, b) =>
      compareText(a.file, b.file) || a.position.line - b.position.line || a.position.character - b.position.character,
  );
}

interface FoundDirective {
  readonly path: string;
  readonly position: Position;
  readonly form: IncludeForm;
  readonly resolved: ResolvedInclude;
}

/** The directives of each file, scanned once. */
class DirectiveSource {
  private readonly known = new Map<string, Promise<readonly FoundDirective[]>>();

  constructor(private readonly files: IncludeFiles) {}

  of(path: string): Promise<readonly FoundDirective[]> {
    let found = this.known.get(path);
    if (found === undefined) {
      found = this.scan(path);
      this.known.set(path, found);
    }
    return found;
  }

  private async scan(path: string): Promise<readonly FoundDirective[]> {
    const text = await this.files.read(path);
    if (text === undefined) return [];
    const { directives } = scanIncludes(text, bodyStart(text));
    if (directives.length === 0) return [];
    const lines = createLineIndex(text);
    const context = this.files.resolutionOf(path);
    return directives.map(({ path: written, span, form }) => ({
      path: written,
      position: lines.positionAt(span.start),
      form,
      resolved: resolveInclude(path, written, context),
    }));
  }
}

/** A name that differs in case only is found here and on Windows; `check` tells that it breaks on the build server. */
function statusOf({ status }: ResolvedInclude): IncludeStatus {
  return status === 'case-mismatch' ? 'ok' : status;
}
