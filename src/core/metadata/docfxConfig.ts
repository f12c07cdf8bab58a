import { childOf, stringsOf, type LocatedMap, type LocatedNode, type LocatedScalar } from '../text/locatedNode';
import { readJson } from '../text/jsonDocument';
import { dirname, isInFolder, relativePath, resolvePath } from '../text/path';
import type { Span } from '../text/position';
import { createSourceDocument, type SourceDocument } from '../text/sourceDocument';
import { compileGlob, isMatchable, type Glob } from './glob';
import { t } from '../text/localize';

/** Something wrong in a docfx.json, at its place in that file. */
export interface DocfxProblem {
  readonly document: SourceDocument;
  readonly message: string;
  readonly span: Span;
}

/** One item of `build.content`. */
export interface ContentItem {
  /** Root-relative folder that the patterns start from; `undefined` when it lies outside the repository. */
  readonly folder: string | undefined;
  readonly files: readonly Glob[];
  readonly exclude: readonly Glob[];
}

/** A folder that an item of `build.content` or `build.resource` names with `src`. */
export interface DocsetFolder {
  /** As written. */
  readonly written: string;
  readonly span: Span;
  /** Root-relative; `undefined` when it lies outside the repository. */
  readonly folder: string | undefined;
}

/** One pattern of `build.fileMetadata` with the value that it gives. */
export interface FileMetadataRule {
  readonly key: string;
  readonly glob: Glob;
  readonly patternSpan: Span;
  readonly value: LocatedNode;
  readonly document: SourceDocument;
}

/** The values of one `globalMetadata`, inline or of a file named in `globalMetadataFiles`. */
export interface GlobalMetadata {
  readonly map: LocatedMap;
  readonly document: SourceDocument;
}

/** One docset: a docfx.json read for what articles need of it. */
export interface Docset {
  /** Root-relative path of docfx.json. */
  readonly path: string;
  /** Its folder. */
  readonly folder: string;
  readonly document: SourceDocument;
  readonly content: readonly ContentItem[];
  /** Those that must be there: none where `docfx metadata` may make them before a build. */
  readonly folders: readonly DocsetFolder[];
  /** In order of precedence, the weakest first. */
  readonly globalMetadata: readonly GlobalMetadata[];
  /** In source order: of those with one key that match a file, the last one wins. */
  readonly fileMetadata: readonly FileMetadataRule[];
  readonly problems: readonly DocfxProblem[];
}

/** DocFX excludes these from every content item. */
const defaultExclude = ['_site/**', '_localization/**', '_themes/**', '_themes.pdf/**'].map(compileGlob);

/** The files named by `globalMetadataFiles` and `fileMetadataFiles`, root-relative, for the caller to read. */
export function metadataFilesOf(path: string, text: string): string[] {
  const build = childOf(readJson(text).node, 'build');
  return ['globalMetadataFiles', 'fileMetadataFiles']
    .flatMap((key) => stringsOf(childOf(build, key)))
    .flatMap((name) => resolvePath(dirname(path), name.text) ?? []);
}

/**
 * Reads a docfx.json. What is wrong in it becomes a problem; the rest is used.
 *
 * @param path root-relative
 * @param metadataFiles texts of the files that `metadataFilesOf` names, by root-relative path
 */
export function readDocset(path: string, text: string, metadataFiles: ReadonlyMap<string, string> = new Map()): Docset {
  const document = createSourceDocument(path, text);
  return new DocsetReader(document, metadataFiles).read();
}

class DocsetReader {
  private readonly problems: DocfxProblem[] = [];
  private readonly folder: string;

  constructor(
    private readonly document: SourceDocument,
    private readonly metadataFiles: ReadonlyMap<string, string>,
  ) {
    this.folder = dirname(document.path);
  }

  read(): Docset {
    const root = this.readFile(this.document);
    const build = this.mapAt(root, 'build', this.document);
    const content = this.readContent(childOf(build, 'content'));
    const globalMetadata = [
      ...this.globalMetadataOf(this.mapAt(build, 'globalMetadata', this.document), this.document),
      ...this.linked(build, 'globalMetadataFiles').flatMap(({ node, document }) =>
        this.globalMetadataOf(node, document),
      ),
    ];
    const fileMetadata = [
      ...this.fileMetadataOf(this.mapAt(build, 'fileMetadata', this.document), this.document),
      ...this.linked(build, 'fileMetadataFiles').flatMap(({ node, document }) => this.fileMetadataOf(node, document)),
    ];
    return {
      path: this.document.path,
      folder: this.folder,
      document: this.document,
      content,
      folders: childOf(root, 'metadata') === undefined ? this.foldersOf(build) : [],
      globalMetadata,
      fileMetadata,
      problems: this.problems,
    };
  }

  private readFile(document: SourceDocument): LocatedNode | undefined {
    const { node, errors } = readJson(document.text);
    for (const error of errors) this.problems.push({ document, ...error });
    if (node !== undefined && node.kind !== 'map')
      this.report(document, node.span, t("{0} must hold an object: '{ … }'.", document.path.split('/').at(-1) ?? ''));
    return node;
  }

  private mapAt(parent: LocatedNode | undefined, key: string, document: SourceDocument): LocatedMap | undefined {
    const node = childOf(parent, key);
    if (node === undefined || node.kind === 'map') return node;
    if (node.kind !== 'scalar' || node.value !== null)
      this.report(document, node.span, t("'{0}' must be an object: '{ … }'.", key));
    return undefined;
  }

  /** The metadata files that a key names, read and parsed. */
  private linked(
    build: LocatedNode | undefined,
    key: string,
  ): { node: LocatedMap | undefined; document: SourceDocument }[] {
    return stringsOf(childOf(build, key)).flatMap(({ text, span }) => {
      const path = resolvePath(this.folder, text);
      const content = path === undefined ? undefined : this.metadataFiles.get(path);
      if (path === undefined || content === undefined) {
        this.report(this.document, span, t("The metadata file '{0}' cannot be read.", text));
        return [];
      }
      const document = createSourceDocument(path, content);
      const node = this.readFile(document);
      return [{ node: node?.kind === 'map' ? node : undefined, document }];
    });
  }

  private globalMetadataOf(map: LocatedMap | undefined, document: SourceDocument): GlobalMetadata[] {
    return map === undefined ? [] : [{ map, document }];
  }

  private fileMetadataOf(map: LocatedMap | undefined, document: SourceDocument): FileMetadataRule[] {
    return (map?.entries ?? []).flatMap((entry) => {
      if (entry.value.kind !== 'map') {
        this.report(
          document,
          entry.value.span,
          t("The value of '{0}' must be an object of patterns: '{ \"**/*.md\": … }'.", entry.key),
        );
        return [];
      }
      return entry.value.entries.map((rule) => {
        const glob = this.glob(rule.key, rule.keySpan, document);
        return { key: entry.key, glob, patternSpan: rule.keySpan, value: rule.value, document };
      });
    });
  }

  private readContent(node: LocatedNode | undefined): ContentItem[] {
    if (node === undefined) return [];
    const items = node.kind === 'sequence' ? node.items : [node];
    return items.flatMap((item) => {
      if (item.kind === 'scalar') return [{ folder: this.folder, files: this.globs(item), exclude: defaultExclude }];
      if (item.kind !== 'map') {
        this.report(this.document, item.span, t("An item of 'content' must be an object with 'files'."));
        return [];
      }
      return [this.contentItem(item)];
    });
  }

  private contentItem(item: LocatedMap): ContentItem {
    return {
      folder: resolvePath(this.folder, sourceOf(item)?.source ?? '.'),
      files: this.globs(childOf(item, 'files')),
      exclude: [...defaultExclude, ...this.globs(childOf(item, 'exclude'))],
    };
  }

  private foldersOf(build: LocatedNode | undefined): DocsetFolder[] {
    return ['content', 'resource'].flatMap((key) => {
      const node = childOf(build, key);
      return (node?.kind === 'sequence' ? node.items : [node]).flatMap((item): DocsetFolder[] => {
        const source = sourceOf(item);
        if (source === undefined) return [];
        return [{ written: source.source, span: source.span, folder: resolvePath(this.folder, source.source) }];
      });
    });
  }

  private globs(node: LocatedNode | undefined): Glob[] {
    return stringsOf(node).map(({ text, span }) => this.glob(text, span, this.document));
  }

  private glob(pattern: string, span: Span, document: SourceDocument): Glob {
    if (!isMatchable(pattern))
      this.report(document, span, t("The braces of '{0}' are not balanced, so it matches nothing.", pattern));
    return compileGlob(pattern);
  }

  private report(document: SourceDocument, span: Span, message: string): void {
    this.problems.push({ document, span, message });
  }
}

/** The folder that an item of files starts from, where it says so. */
function sourceOf(item: LocatedNode | undefined): LocatedScalar | undefined {
  const source = childOf(item, 'src') ?? childOf(item, 'cwd');
  return source?.kind === 'scalar' && source.value !== null ? source : undefined;
}

/** Whether the build of a docset takes the file as content. */
export function isContent(docset: Docset, path: string): boolean {
  return docset.content.some((item) => {
    if (item.folder === undefined || !isInFolder(path, item.folder)) return false;
    const relative = relativePath(item.folder, path);
    return item.files.some((glob) => glob.matches(relative)) && !item.exclude.some((glob) => glob.matches(relative));
  });
}

/**
 * The docset of a path: the nearest docfx.json upward; failing that, one that takes its content from a folder elsewhere.
 *
 * @param docsets by folder
 */
export function docsetOf(path: string, docsets: ReadonlyMap<string, Docset>): Docset | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const docset = docsets.get(folder);
    if (docset !== undefined) return docset;
    if (folder === '') break;
  }
  for (const docset of docsets.values()) {
    const reachesOut = docset.content.some(
      (item) => item.folder !== undefined && !isInFolder(item.folder, docset.folder),
    );
    if (reachesOut && isContent(docset, path)) return docset;
  }
  return undefined;
}
