import { isContent, type Docset } from '../metadata/docfxConfig';
import { basename, isMarkdown, isTableOfContents, isYaml } from '../text/path';
import { configurationName } from './configuration';

export const docfxName = 'docfx.json';
export const publishConfigName = '.openpublishing.publish.config.json';

/** What a file is to the build and to us. A `page` is one in YAML, such as a hub. */
export type FileKind = 'article' | 'include' | 'toc' | 'page' | 'docfx' | 'configuration' | 'other';

/** Markdown that every repository has and no docset publishes. */
const repositoryFiles =
  /^(?:readme|license|licence|license-code|contributing|changelog|code_of_conduct|security|support|thirdpartynotices?|notice)\.md$/i;

/**
 * Tells what a file is. Source: DocFX's conventions (an `includes` folder at any level marks include files) and, where
 * there is no docfx.json, what contributors expect: every Markdown file that is not about the repository itself.
 *
 * @param docset the one that governs the path, if any
 */
export function kindOf(path: string, docset: Docset | undefined): FileKind {
  const name = basename(path);
  if (name === docfxName) return 'docfx';
  if (name === configurationName) return 'configuration';
  if (isTableOfContents(name)) return 'toc';
  if (isYaml(name)) return docset !== undefined && isContent(docset, path) ? 'page' : 'other';
  if (!isMarkdown(name)) return 'other';
  if (isIncludeFile(path)) return 'include';
  if (docset === undefined) return repositoryFiles.test(name) ? 'other' : 'article';
  return isContent(docset, path) ? 'article' : 'other';
}

/** Whether the file lies in an `includes` folder. */
export function isIncludeFile(path: string): boolean {
  return isMarkdown(path) && /(?:^|\/)includes\//i.test(path);
}
