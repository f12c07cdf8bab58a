import { ifReadable, type Host } from '../host';
import type { Docset } from '../metadata/docfxConfig';
import { compareText } from '../rules/diagnostic';
import type { Contexts } from './contexts';
import { DiskView } from './diskView';
import type { FileIndex, Folders } from './fileIndex';
import type { FileInfo, Membership } from './membership';
import { walkRepository } from './walk';

/** The files of a repository and what each one is to the build. All paths are root-relative. */
export class RepositoryFiles {
  constructor(
    private readonly host: Host,
    private readonly index: FileIndex,
    private readonly contexts: Contexts,
    private readonly membership: Membership,
  ) {}

  /** Every file that there is. */
  all(): ReadonlySet<string> {
    return this.index.all();
  }

  /** All Markdown, whether the build takes it or not. */
  markdown(): readonly string[] {
    return this.index.markdown();
  }

  /** The names of the files in each folder. */
  namesByFolder(): Folders {
    return this.index.namesByFolder();
  }

  /** The articles and include files that the build takes and no configuration keeps out. */
  articlesAndIncludes(): readonly string[] {
    return this.membership.articlesAndIncludes();
  }

  /** The tables of contents and the pages in YAML of which the links are checked, and nothing else. */
  linkLists(): readonly string[] {
    return this.membership.linkLists();
  }

  infoOf(path: string): FileInfo {
    return this.membership.infoOf(path);
  }

  /** Whether a configuration keeps the file out. */
  isIgnored(path: string): boolean {
    return this.membership.isIgnored(path);
  }

  /** Whether the build takes the file and no configuration keeps it out. */
  isChecked(path: string): boolean {
    return this.membership.isChecked(path);
  }

  docsets(): readonly Docset[] {
    return this.contexts.allDocsets();
  }

  /** The folder of the docset that a path belongs to, what `~/` stands for in it; the root without one. */
  docsetFolderOf(path: string): string {
    return this.contexts.of(path).docset?.folder ?? '';
  }

  /** Takes note of whether git ignores a file or folder. */
  setIgnored(path: string, isIgnored: boolean): void {
    this.index.setIgnored(path, isIgnored);
  }

  /** What stands on disk now. */
  onDisk(): DiskView {
    return new DiskView(this.host);
  }

  /** The files below a folder on disk now. Takes note of what is not listed there. */
  async walk(folder: string): Promise<readonly string[]> {
    const { files, outside, ignored } = await walkRepository(this.host, folder);
    this.index.replaceUnlisted(folder, outside, ignored);
    return files;
  }

  /** The names of the files of a folder on disk now, also of one that is not walked; `undefined` where there is none. */
  async namesIn(path: string): Promise<readonly string[] | undefined> {
    const entries = await ifReadable(this.host.readDirectory(path));
    return entries?.flatMap(({ name, type }) => (type === 'file' ? [name] : [])).sort(compareText);
  }
}
