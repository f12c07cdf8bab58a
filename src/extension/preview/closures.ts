import type { IncludeSource } from '../../core/includes/follow';
import type { ResolvedInclude } from '../../core/includes/resolve';
import type { IncludeClosure } from '../../server/protocol';

/** What the preview of one document was told about its includes. */
interface Known {
  readonly path: string;
  readonly root: string;
  readonly texts: ReadonlyMap<string, string>;
  readonly resolutions: ReadonlyMap<string, ResolvedInclude>;
  /** The files that it shows or would show if they were there. */
  readonly files: ReadonlySet<string>;
}

export interface ClosuresHost {
  /** Asks the server; `undefined` where there is none. */
  ask(uri: string): Promise<IncludeClosure | null | undefined>;
  /** The text of a document that is open in an editor. */
  openText(root: string, path: string): string | undefined;
  /** The answer for a document changed what its preview shows. */
  changed(): void;
}

/** Previews are few; what was not shown for long is asked for anew. */
const maxDocuments = 20;

/**
 * The includes of previewed documents. Rendering is synchronous: it takes what is known, and what is missing is asked for
 * meanwhile, after which the preview is rendered again.
 */
export class Closures {
  private readonly known = new Map<string, Known | null>();
  private readonly asking = new Map<string, Promise<void>>();
  /** Directives that the server did not answer for: they are not asked for at each keystroke. */
  private readonly unanswered = new Set<string>();

  constructor(private readonly host: ClosuresHost) {}

  /** Root-relative path of a document; `undefined` while it is not known, or where it belongs to no repository. */
  pathOf(uri: string): string | undefined {
    const known = this.known.get(uri);
    if (known === undefined) void this.ask(uri);
    return known?.path;
  }

  sourceOf(uri: string): IncludeSource {
    const known = this.known.get(uri);
    if (known === undefined || known === null) return { resolve: () => undefined, text: () => undefined };
    return {
      resolve: (from, written) => {
        const key = keyOf(from, written);
        const resolved = known.resolutions.get(key);
        if (resolved === undefined && !this.unanswered.has(`${uri}\n${key}`)) {
          this.unanswered.add(`${uri}\n${key}`);
          void this.ask(uri);
        }
        return resolved;
      },
      text: (path) => this.host.openText(known.root, path) ?? known.texts.get(path),
    };
  }

  /** Whether the preview of some document shows this file, or would if it were there. */
  uses(uri: string): boolean {
    for (const known of this.known.values()) {
      if (known === null || !uri.startsWith(known.root)) continue;
      const path = decodeURIComponent(uri.slice(known.root.length).replace(/^\//, ''));
      if (known.files.has(path)) return true;
    }
    return false;
  }

  /** Something changed on disk, or another server runs: what is known is shown until there is an answer. */
  askAgain(): void {
    this.unanswered.clear();
    for (const uri of this.known.keys()) void this.ask(uri);
  }

  /** Asks for the includes of a document, once at a time. Tells the host where the answer is a new one. */
  private ask(uri: string): Promise<void> {
    const running = this.asking.get(uri);
    if (running !== undefined) return running;
    const asked = this.take(uri).finally(() => this.asking.delete(uri));
    this.asking.set(uri, asked);
    return asked;
  }

  private async take(uri: string): Promise<void> {
    const closure = await this.host.ask(uri);
    const before = this.known.get(uri);
    const now = closure === undefined || closure === null ? null : toKnown(closure);
    // Without an answer the last one is better than none.
    if (now === null && before !== undefined) return;
    this.known.delete(uri);
    this.known.set(uri, now);
    const [oldest] = this.known.keys();
    if (this.known.size > maxDocuments && oldest !== undefined) this.known.delete(oldest);
    if (!showsSame(before ?? null, now)) this.host.changed();
  }
}

function toKnown({ path, root, files, resolutions }: IncludeClosure): Known {
  return {
    path,
    root,
    texts: new Map(files.map((file) => [file.path, file.text])),
    resolutions: new Map(resolutions.map(({ from, written, resolved }) => [keyOf(from, written), resolved])),
    files: new Set([
      ...files.map((file) => file.path),
      ...resolutions.flatMap(({ resolved }) => resolved.target ?? []),
    ]),
  };
}

function keyOf(from: string, written: string): string {
  return `${from}\n${written}`;
}

/** Whether a preview looks the same: rendering it again loads it anew, which takes its selection. */
function showsSame(before: Known | null, now: Known | null): boolean {
  // Nothing to show in place of anything.
  if (!hasIncludes(before) && !hasIncludes(now)) return true;
  return before !== null && now !== null && serialized(before) === serialized(now);
}

function hasIncludes(known: Known | null): boolean {
  return known !== null && known.resolutions.size > 0;
}

function serialized({ path, root, texts, resolutions }: Known): string {
  return JSON.stringify([path, root, [...texts], [...resolutions]]);
}
