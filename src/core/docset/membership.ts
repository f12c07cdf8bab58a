import { isInFolder, isMarkdown, isTableOfContents, isYaml, relativePath } from '../text/path';
import type { Contexts, FileContext } from './contexts';
import type { FileIndex } from './fileIndex';
import { kindOf, type FileKind } from './fileKinds';

/** What a person may want to know about a file besides its findings. */
export interface FileInfo {
  readonly kind: FileKind;
  readonly context: FileContext;
}

/** Which files the build takes and what each one is, remembered until docfx.json or a configuration changes. */
export class Membership {
  private checked: readonly string[] | undefined;
  private readonly kinds = new Map<string, FileKind>();

  constructor(
    private readonly files: FileIndex,
    private readonly contexts: Contexts,
  ) {}

  /** A file came or went. */
  filesChanged(): void {
    this.checked = undefined;
  }

  /** A docset or a configuration changed. */
  contextsChanged(): void {
    this.checked = undefined;
    this.kinds.clear();
  }

  infoOf(path: string): FileInfo {
    const context = this.contexts.of(path);
    let kind = this.kinds.get(path);
    if (kind === undefined) {
      kind = kindOf(path, context.docset);
      this.kinds.set(path, kind);
    }
    return { kind, context };
  }

  /** The articles and include files that the build takes and no configuration keeps out. */
  articlesAndIncludes(): readonly string[] {
    return (this.checked ??= [...this.files.all()].filter((path) => this.isChecked(path)));
  }

  /** Files that are not checked, but that the build takes and in which an include may stand. */
  otherSources(): string[] {
    // Asked first: it is known already, and most files are checked.
    const checked = new Set(this.articlesAndIncludes());
    return [...this.files.all()].filter((path) => !checked.has(path) && this.isOtherSource(path));
  }

  /** Whether the file is one of these. */
  isOtherSource(path: string): boolean {
    if (!/\.(?:md|yml)$/i.test(path) || !this.isInBuild(path) || this.isChecked(path)) return false;
    return isMarkdown(path) || this.infoOf(path).kind !== 'toc';
  }

  /** The tables of contents and the pages in YAML of which the links are checked, and nothing else. */
  linkLists(): string[] {
    return [...this.files.all()].filter((path) => this.isLinkList(path));
  }

  /** Whether the file is one of these: the build takes it, and no configuration keeps it out. */
  isLinkList(path: string): boolean {
    if (!isYaml(path) && !isTableOfContents(path)) return false;
    const { kind } = this.infoOf(path);
    return (kind === 'toc' || kind === 'page') && this.isInBuild(path) && !this.isIgnored(path);
  }

  /** Whether a configuration keeps the file out. A template is no article. */
  isIgnored(path: string): boolean {
    const { configuration } = this.contexts.of(path);
    if (!isInFolder(path, configuration.folder)) return false;
    if (configuration.templates !== undefined && isInFolder(path, configuration.templates)) return true;
    const relative = relativePath(configuration.folder, path);
    return configuration.ignore.some((glob) => glob.matches(relative));
  }

  /** Whether the build takes the file and no configuration keeps it out. */
  isChecked(path: string): boolean {
    // Most files of a repository are pictures: nothing need be worked out for them.
    if (!isMarkdown(path) || !this.isInBuild(path)) return false;
    const { kind } = this.infoOf(path);
    return (kind === 'article' || kind === 'include') && !this.isIgnored(path);
  }

  /** Where there are docsets, the build takes nothing that lies outside of them all. */
  private isInBuild(path: string): boolean {
    return this.contexts.of(path).docset !== undefined || this.contexts.allDocsets().length === 0;
  }
}
