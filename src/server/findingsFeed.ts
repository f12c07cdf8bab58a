import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import type { URI } from 'vscode-uri';
import type { Repository } from '../core/docset/repository';
import type { Code } from '../core/rules/codes';
import type { Diagnostic } from '../core/rules/diagnostic';
import { isMarkdown } from '../core/text/path';
import { toLspDiagnostic } from './convert';
import { Publisher } from './publisher';
import { defaultSettings, type Settings } from './settings';
import { SlicedWork } from './slices';
import { uriOf } from './uris';

/** A document in the editor. */
export interface OpenDocument {
  /** As the client writes it. */
  readonly uri: string;
  readonly text: string;
}

/** What a feed tells the world. */
export interface FeedEvents {
  publish(params: PublishDiagnosticsParams): void;
  failed(task: string, error: unknown): void;
}

/** Shows the findings of a repository: those of open documents, and once somebody asked for them those of every file. */
export class FindingsFeed {
  /** Set by Validate Workspace: from then on every file's findings are shown, not those of open files alone. */
  showsAll = false;
  settings: Settings = defaultSettings;
  private readonly published: Publisher;
  /** Files of which nobody waits for the findings: dependents of an include that changed, for instance. */
  private readonly later: SlicedWork<string>;

  /** @param isHidden whether the findings of an open document are not for its writer: it is not checked */
  constructor(
    private readonly root: URI,
    private readonly repository: Repository,
    private readonly open: ReadonlyMap<string, OpenDocument>,
    private readonly isHidden: (path: string, text: string) => boolean,
    private readonly events: FeedEvents,
  ) {
    this.published = new Publisher((params) => {
      events.publish(params);
    });
    this.later = new SlicedWork(
      (path) => {
        this.publish(path);
      },
      (error) => {
        events.failed('Publishing findings', error);
      },
    );
  }

  /** Sends the findings of a file where they differ from those sent last. */
  publish(path: string): void {
    if (this.repository.known.isEmpty || this.settings.knownFindings === 'as found') {
      this.send(path, this.findingsOf(path));
      return;
    }
    this.sendGraded(path).catch((error: unknown) => {
      this.events.failed('Publishing findings', error);
    });
  }

  /** Open documents now, all others as soon as nothing else is to be done. */
  publishEach(paths: ReadonlySet<string>): void {
    for (const path of this.open.keys()) if (paths.has(path)) this.publish(path);
    this.publishLater(paths);
  }

  publishLater(paths: ReadonlySet<string>): void {
    this.later.add(paths);
  }

  publishConfigurations(): void {
    for (const path of this.repository.configurationPaths()) this.publish(path);
  }

  publishShown(): void {
    for (const path of this.open.keys()) this.publish(path);
    this.publishConfigurations();
    const shown = this.showsAll ? new Set(this.repository.diagnostics().map(({ path }) => path)) : new Set<string>();
    for (const path of shown) this.publish(path);
    // What was shown before and has no findings any more.
    for (const path of this.published.paths()) if (!shown.has(path)) this.publish(path);
  }

  /** Takes back every finding. */
  clear(): void {
    this.later.clear();
    this.published.clear();
  }

  /** Findings that the team knows of do not stand out. */
  private async sendGraded(path: string): Promise<void> {
    const text = this.open.get(path)?.text ?? (await this.repository.sources.textOf(path));
    const found = this.findingsOf(path);
    const known = this.repository.known.amongThose(path, found, text);
    const shown =
      this.settings.knownFindings === 'hidden' ? found.filter((diagnostic) => !known.has(diagnostic)) : found;
    this.send(
      path,
      shown.map((diagnostic) => (known.has(diagnostic) ? { ...diagnostic, severity: 'info' } : diagnostic)),
    );
  }

  private send(path: string, diagnostics: readonly Diagnostic[]): void {
    const uri = this.open.get(path)?.uri ?? uriOf(this.root, path);
    this.published.publish(
      uri,
      path,
      diagnostics.map((diagnostic) => toLspDiagnostic(this.root, diagnostic)),
    );
  }

  private findingsOf(path: string): readonly Diagnostic[] {
    const document = this.open.get(path);
    const isShown =
      this.settings.enabled && (document !== undefined || this.showsAll || this.repository.governsOthers(path));
    const isHidden = document !== undefined && isMarkdown(path) && this.isHidden(path, document.text);
    if (!isShown || isHidden) return [];
    const found = this.repository.diagnosticsOf(path);
    const isTwice = this.settings.editorChecksLinks && document !== undefined && isMarkdown(path);
    return isTwice ? found.filter(({ code }) => !ofEditor.has(code)) : found;
  }
}

/** What VS Code tells of open documents, too, once its own validation of Markdown is on. */
const ofEditor: ReadonlySet<string> = new Set<Code>(['file-not-found', 'bookmark-not-found']);
