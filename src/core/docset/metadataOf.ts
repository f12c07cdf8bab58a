import { parseFrontMatter, type FrontMatter } from '../frontMatter/parse';
import { effectiveMetadata, type EffectiveMetadata } from '../metadata/effective';
import { isMarkdown } from '../text/path';
import { createSourceDocument } from '../text/sourceDocument';
import { inheritedBy, type Contexts, type FileContext } from './contexts';
import type { Sources } from './sources';

/** The effective metadata of a file, and where it comes from. */
export interface FileMetadata {
  readonly metadata: EffectiveMetadata;
  /** `undefined` for a file without a text. */
  readonly frontMatter: FrontMatter | undefined;
  readonly context: FileContext;
}

/** Effective metadata of any path of a docset, with the front matter where the file has one that the build reads. */
export async function metadataOf(contexts: Contexts, sources: Sources, path: string): Promise<FileMetadata> {
  const context = contexts.of(path);
  const inherited = inheritedBy(context, path).metadata;
  const text = isMarkdown(path) ? await sources.textOf(path) : undefined;
  if (text === undefined) return { metadata: inherited, frontMatter: undefined, context };
  const frontMatter = parseFrontMatter(text);
  const metadata = frontMatter.readByBuild
    ? effectiveMetadata(inherited, frontMatter.map, createSourceDocument(path, text))
    : inherited;
  return { metadata, frontMatter, context };
}
