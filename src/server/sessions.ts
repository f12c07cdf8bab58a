import type { Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { GitIdentity } from './author';
import { clientProfile, type ClientProfile } from './clientProfile';
import type { History } from './history';
import type { DiskChange } from './diskChanges';
import { createRemoteHost } from './remoteHost';
import type { Runtime } from './runtime';
import { Session, type SessionEvents } from './session';
import { defaultSettings, settingsFrom, type Settings } from './settings';
import { folderOf, pathIn } from './uris';

/** A document with the repository that it belongs to. */
export interface Located {
  readonly session: Session;
  /** Root-relative. */
  readonly path: string;
}

/** The repositories of a workspace: one session each, opened when the first document of it appears. */
export class Sessions {
  private readonly sessions = new Map<string, Promise<Session>>();
  private readonly roots = new Map<string, Promise<URI | undefined>>();
  private folders: readonly URI[] = [];
  /** Whether the client answers `workspace/configuration`. */
  pullsSettings = false;
  client: ClientProfile = clientProfile({});

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
    private readonly events: SessionEvents,
  ) {}

  setFolders(uris: readonly string[]): void {
    this.folders = uris.map((uri) => URI.parse(uri));
    this.roots.clear();
  }

  /** The session of a document; `undefined` for schemes that hold no repository, such as `untitled`. */
  async of(uri: string): Promise<Located | undefined> {
    const parsed = URI.parse(uri);
    const root = await this.rootOf(folderOf(parsed));
    if (root === undefined) return undefined;
    const path = pathIn(root, parsed);
    return path === undefined ? undefined : { session: await this.open(root), path };
  }

  /** Whether the repository of a document has it as an open one. */
  async hasOpen(uri: string): Promise<boolean> {
    const located = await this.of(uri);
    return located?.session.hasOpen(located.path) === true;
  }

  /**
   * Something happened to files or folders on disk.
   *
   * @param changed those that are said to have changed, and no more
   */
  async follow(uris: Iterable<string>, changed: ReadonlySet<string> = new Set()): Promise<void> {
    // What lies deeper first: a folder that came has nothing left then that is not known.
    const sorted = [...uris].sort((a, b) => b.length - a.length);
    const bySession = new Map<Session, DiskChange[]>();
    for (const uri of sorted) {
      for (const { session, path } of await this.openOnesOf(uri)) {
        const change = { path, isChange: changed.has(uri) };
        const others = bySession.get(session);
        if (others === undefined) bySession.set(session, [change]);
        else others.push(change);
      }
    }
    await Promise.all([...bySession].map(([session, changes]) => session.disk.follow(changes)));
  }

  /** The sessions that are open already and hold the file. */
  async openOnesOf(uri: string): Promise<Located[]> {
    const parsed = URI.parse(uri);
    const sessions = await this.all();
    return sessions.flatMap((session) => {
      const path = pathIn(session.root, parsed);
      return path === undefined ? [] : [{ session, path }];
    });
  }

  all(): Promise<Session[]> {
    return Promise.all(this.sessions.values());
  }

  /** The sessions of every workspace folder, opened where they are not yet. */
  async ofFolders(): Promise<Session[]> {
    const roots = await Promise.all(this.folders.map((folder) => this.rootOf(folder)));
    for (const root of roots) if (root !== undefined) await this.open(root);
    return this.all();
  }

  async settingsChanged(): Promise<void> {
    for (const session of await this.all()) await session.changeSettings(await this.settingsOf(session.root));
  }

  /** Lets go of repositories that no workspace folder belongs to any more. What is open in them may open them again. */
  async foldersChanged(): Promise<void> {
    const roots = await Promise.all(this.folders.map((folder) => this.rootOf(folder)));
    const kept = new Set(roots.map((root) => root?.toString()));
    for (const [key, opening] of [...this.sessions]) {
      if (kept.has(key)) continue;
      this.sessions.delete(key);
      (await opening).dispose();
    }
  }

  /**
   * One root for all of a workspace folder, also where it holds several repositories: Validate Workspace walks the folder,
   * and a file that two sessions know would be reported twice. Found once, so that a document in another folder of it is
   * not overtaken by what is asked after it was opened.
   */
  private rootOf(folder: URI): Promise<URI | undefined> {
    const [outermost] = this.folders
      .filter((candidate) => pathIn(candidate, folder) !== undefined)
      .sort((a, b) => a.path.length - b.path.length);
    const key = (outermost ?? folder).toString();
    let root = this.roots.get(key);
    if (root === undefined) {
      root = this.findRoot(outermost ?? folder, outermost);
      this.roots.set(key, root);
    }
    return root;
  }

  private async findRoot(start: URI, outermost: URI | undefined): Promise<URI | undefined> {
    const marked = this.runtime.readsDirectly(start) ? await this.runtime.findRoot(start) : undefined;
    // Without a mark the workspace folder is the root, also where what lies above it cannot be read. A lone file of a
    // folder that is not open belongs to no repository: nobody asked for a walk through its surroundings.
    return marked ?? outermost;
  }

  private open(root: URI): Promise<Session> {
    const key = root.toString();
    let session = this.sessions.get(key);
    if (session === undefined) {
      session = this.start(root);
      this.sessions.set(key, session);
      // A repository that cannot be opened is tried again with the next document.
      session.catch(() => this.sessions.delete(key));
    }
    return session;
  }

  private async start(root: URI): Promise<Session> {
    const host = this.runtime.readsDirectly(root)
      ? this.runtime.createHost(root)
      : createRemoteHost(this.connection, root, this.runtime);
    const session = new Session(root, host, this.events, this.identityIn(root));
    await session.start(await this.settingsOf(root));
    return session;
  }

  /** How a repository was before; `undefined` where git may not or cannot be run. */
  historyOf(root: URI): History | undefined {
    return this.mayRunGit(root) ? this.runtime.history : undefined;
  }

  /** Asked for once, by the first completion. */
  private identityIn(root: URI): () => Promise<GitIdentity> {
    let identity: Promise<GitIdentity> | undefined;
    const isAllowed = this.mayRunGit(root);
    return () => (identity ??= (isAllowed ? this.runtime.gitIdentity?.(root) : undefined) ?? Promise.resolve({}));
  }

  private mayRunGit(root: URI): boolean {
    return this.client.isTrusted && this.runtime.readsDirectly(root);
  }

  private async settingsOf(root: URI): Promise<Settings> {
    if (!this.pullsSettings) return defaultSettings;
    // A root above the workspace folder has no settings of its own: those of the folder apply.
    const scope = this.folders.find((folder) => pathIn(root, folder) !== undefined) ?? root;
    const scopeUri = scope.toString();
    const values: readonly unknown[] = await this.connection.workspace.getConfiguration([
      { scopeUri, section: 'dynamicsDocs' },
      { scopeUri, section: 'markdown.validate' },
    ]);
    return settingsFrom(values[0], values[1]);
  }
}
