import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import type { URI } from 'vscode-uri';
import type { ConfigurationSettings } from '../core/docset/configuration';
import type { FileInfo } from '../core/docset/membership';
import { Repository } from '../core/docset/repository';
import type { Host } from '../core/host';
import { countBySeverity } from '../core/rules/diagnostic';
import { isMarkdown, isTableOfContents } from '../core/text/path';
import type { Author } from '../features/completion/metadata';
import { atMost } from './atMost';
import { authorFrom, type GitIdentity } from './author';
import { DiskChanges, hasLinks } from './diskChanges';
import { isDocumentation } from './documentation';
import type { SeverityCounts, StatusParams } from './protocol';
import { FindingsFeed, type OpenDocument } from './findingsFeed';
import { Pauses } from './pauses';
import { defaultSettings, type Settings } from './settings';
import { t } from '../core/text/localize';

/** What a session tells the world. */
export interface SessionEvents {
  publish(params: PublishDiagnosticsParams): void;
  status(params: StatusParams): void;
  /** Something went wrong outside of any request. */
  failed(task: string, error: unknown): void;
  /** What files inherit may be another, or whether that is shown. */
  inheritanceChanged(): void;
}

/** One repository in the editor: its index, the open documents and what was published of them. */
export class Session {
  readonly repository: Repository;
  private readonly open = new Map<string, OpenDocument>();
  private readonly feed: FindingsFeed;
  readonly disk: DiskChanges;
  /** Documents that were edited and are checked when typing pauses. */
  private readonly edited = new Pauses((path) => {
    this.startFlush(path);
  });
  /** Raised when a newer background run replaces the current one. */
  private background = new AbortController();
  /** Files that are to be validated again, since what governs them changed: also those that a run left which was replaced. */
  private readonly stale = new Set<string>();
  /** What governs files is read by one at a time. */
  private readonly governing = atMost(1);
  /** Whether every article was read once. */
  private indexed = false;
  /** The reading of every file that somebody waits for, once at a time. */
  private reading: Promise<number> | undefined;
  /** The newest reading of a file that governs others. */
  private reloading: Promise<unknown> | undefined;
  private settings: Settings = defaultSettings;

  constructor(
    readonly root: URI,
    readonly host: Host,
    private readonly events: SessionEvents,
    private readonly gitIdentity: () => Promise<GitIdentity> = () => Promise.resolve({}),
  ) {
    this.repository = new Repository(host, {}, { countsValues: true });
    const isHidden = (path: string, text: string): boolean => !this.isValidated(path, text);
    this.feed = new FindingsFeed(root, this.repository, this.open, isHidden, events);
    this.disk = new DiskChanges(this.repository, this.open, this.feed, {
      governorChanged: (path) => this.governorChanged(path),
      takeOpen: (path) => this.flush(path),
    });
  }

  /** Reads the configurations of the repository; articles are indexed in the background later. */
  async start(settings: Settings): Promise<void> {
    this.settings = settings;
    this.feed.settings = settings;
    await this.repository.setSettings(settings);
    await this.repository.load();
  }

  async changeSettings(settings: Settings): Promise<void> {
    this.settings = settings;
    this.feed.settings = settings;
    await this.governing(() => this.repository.setSettings(settings));
    this.validateOpen();
    this.events.inheritanceChanged();
    await this.index();
  }

  async openDocument(path: string, uri: string, text: string): Promise<void> {
    this.open.set(path, { uri, text });
    await this.takeBuffer(path, text);
  }

  hasOpen(path: string): boolean {
    return this.open.has(path);
  }

  /** Takes over new text, for questions at once; it is checked when typing pauses. */
  changeDocument(path: string, uri: string, text: string): void {
    this.open.set(path, { uri, text });
    this.repository.sources.setBuffer(path, text);
    this.edited.begin(path, this.settings.debounce);
  }

  async saveDocument(path: string): Promise<void> {
    await this.flush(path);
  }

  async closeDocument(path: string): Promise<void> {
    this.edited.forget(path);
    this.open.delete(path);
    this.repository.sources.setBuffer(path, undefined);
    if (this.repository.governsOthers(path)) await this.governorChanged(path);
    else {
      await this.disk.inTurn(async () => {
        this.feed.publishEach(await this.disk.read(path));
      });
    }
    this.feed.publish(path);
  }

  /** Validates everything in the background, open documents first. */
  async index(): Promise<void> {
    const run = this.startRun();
    this.indexed = false;
    if (this.settings.enabled && this.repository.holdsDocumentation()) {
      this.events.status({ state: 'indexing', message: t('Reading the docset') });
      await this.repository.validateAll(undefined, run);
      if (run.aborted) return;
      this.indexed = true;
      this.stale.clear();
    }
    this.feed.publishShown();
    this.events.status({ state: 'ready', message: t('Ready') });
  }

  /** Validates everything anew, without showing more than before. Returns how many files that were. */
  async readAll(onFile: (done: number, all: number) => void, signal: { readonly aborted: boolean }): Promise<number> {
    if (!this.settings.enabled) return 0;
    this.startRun();
    this.indexed = false;
    await this.disk.inTurn(() => this.governing(() => this.repository.load()));
    const files = await this.repository.validateAll(onFile, signal);
    this.indexed = !signal.aborted;
    this.validateOpen();
    return files;
  }

  /** Validates everything now and shows the findings of every file from here on. */
  async validateAll(
    onFile: (done: number, all: number) => void,
    signal: { readonly aborted: boolean },
  ): Promise<{ files: number; counts: SeverityCounts; known: number }> {
    // What would not be shown is not counted either.
    if (!this.settings.enabled) return { files: 0, counts: countBySeverity([]), known: 0 };
    const files = await this.readAll(onFile, signal);
    this.feed.showsAll = true;
    this.feed.publishShown();
    const all = this.repository.diagnostics();
    const known = await this.repository.known.among(all);
    const isNew = all.filter((diagnostic) => !known.has(diagnostic));
    return { files, counts: countBySeverity(isNew), known: known.size };
  }

  /**
   * Makes the graph of includes know the newest text of every document and what a file includes, for whoever asks now.
   * Findings still wait for a pause in typing.
   */
  async takeLatest(path: string): Promise<void> {
    for (const waiting of this.edited.paths()) {
      const document = this.open.get(waiting);
      if (document !== undefined && isMarkdown(waiting))
        this.feed.publishLater(this.repository.includes.setText(waiting, document.text));
    }
    if (isMarkdown(path)) await this.repository.followIncludes(path);
  }

  /** Makes docfx.json, configurations and schemas count as they stand in the editor, for whoever asks now. */
  async takeGovernors(): Promise<void> {
    for (const path of this.edited.paths()) if (this.repository.governsOthers(path)) this.startFlush(path);
    await this.reloading;
  }

  /** Resolves once every file was read that can include another: before, nobody can say who includes what. */
  async isIndexed(): Promise<void> {
    await this.disk.isFollowed();
    if (this.repository.includes.isComplete) return;
    this.reading ??= this.repository.validateAll().finally(() => (this.reading = undefined));
    await this.reading;
  }

  /** Makes the findings of a file those of the current texts, for whoever asks now, also where none are shown. */
  async checkNow(path: string): Promise<void> {
    await this.isIndexed();
    if (this.repository.files.isChecked(path)) this.feed.publishEach(await this.repository.validateFile(path));
    await this.takeLatest(path);
  }

  infoOf(path: string): FileInfo {
    return this.repository.files.infoOf(path);
  }

  /** Who writes here. */
  async author(): Promise<Author> {
    const { author, alias } = this.settings;
    const known = author !== undefined && alias !== undefined;
    return authorFrom(this.settings, known ? {} : await this.gitIdentity());
  }

  /** What the writer's settings say of the configuration. */
  get configurationSettings(): ConfigurationSettings {
    return this.settings;
  }

  get showsInherited(): boolean {
    return this.settings.showsInherited;
  }

  /** Takes back every finding. */
  dispose(): void {
    this.background.abort();
    this.edited.clear();
    this.feed.clear();
  }

  /** Checks the current text of an open document at once. */
  private async flush(path: string): Promise<void> {
    this.edited.forget(path);
    const document = this.open.get(path);
    if (document !== undefined) await this.takeBuffer(path, document.text);
  }

  /** Begins that, for whoever does not wait for it. */
  private startFlush(path: string): void {
    this.flush(path).catch((error: unknown) => {
      this.events.failed('Checking an edit', error);
    });
  }

  private async takeBuffer(path: string, text: string): Promise<void> {
    this.repository.sources.setBuffer(path, text);
    if (this.repository.governsOthers(path)) await this.governorChanged(path);
    else if (hasLinks(path)) this.feed.publishEach(this.takeText(path, text));
    this.feed.publish(path);
    if (!isMarkdown(path)) return;
    // Includes that nobody has read yet: the findings that need them follow.
    await this.repository.followIncludes(path);
    this.feed.publish(path);
  }

  /** A file that is not validated may still be included, or include others. */
  private takeText(path: string, text: string): ReadonlySet<string> {
    return isMarkdown(path) && !isTableOfContents(path) && this.isValidated(path, text)
      ? this.repository.validateText(path, text)
      : this.repository.takeText(path, text);
  }

  /** docfx.json, a configuration or a schema changed: validate what it governs again, open documents first. */
  private async governorChanged(path: string): Promise<void> {
    const reloading = this.governing(() => this.repository.reload(path));
    this.reloading = reloading;
    for (const file of await reloading) this.stale.add(file);
    this.background.abort();
    this.validateOpen();
    this.events.inheritanceChanged();
    this.feed.publishConfigurations();
    // Nobody waits for the rest: a newer change may replace it.
    (this.indexed ? this.validateStale() : this.index()).catch((error: unknown) => {
      this.events.failed('Validating what a file governs', error);
    });
  }

  private async validateStale(): Promise<void> {
    const run = this.startRun();
    const files = [...this.stale];
    await this.repository.validate(
      files.filter((file) => !this.open.has(file)),
      undefined,
      run,
    );
    if (run.aborted) return;
    for (const file of files) this.stale.delete(file);
    await this.repository.governedAnew();
    this.feed.publishShown();
  }

  /** Ends the background run under way and begins a new one. */
  private startRun(): AbortSignal {
    this.background.abort();
    this.background = new AbortController();
    return this.background.signal;
  }

  private validateOpen(): void {
    for (const [path, { text }] of this.open) {
      if (!this.repository.governsOthers(path) && hasLinks(path)) this.takeText(path, text);
      this.feed.publish(path);
    }
  }

  /** Whether a file is documentation that is checked. */
  isValidated(path: string, text: string): boolean {
    return (
      this.settings.enabled && !this.repository.files.isIgnored(path) && isDocumentation(this.repository, path, text)
    );
  }

  /** Whether a file holds redirections and is checked. */
  hasRedirectionFindings(path: string): boolean {
    return this.settings.enabled && this.repository.links.isRedirectionFile(path);
  }
}
