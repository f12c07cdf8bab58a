import { readJson } from '../text/jsonDocument';
import { t } from '../text/localize';
import { childOf, stringsOf, type LocatedNode } from '../text/locatedNode';
import { dirname, resolvePath } from '../text/path';
import type { Span } from '../text/position';
import { createSourceDocument, type SourceDocument } from '../text/sourceDocument';

/** One entry of a file of redirections. */
export interface Redirection {
  /** Root-relative path of the page that is gone. */
  readonly source: string;
  /** The same as the file writes it. */
  readonly written: string;
  /** Where its readers are led: a path from the root of the site, one relative to the source, or an address. */
  readonly url: string;
  readonly document: SourceDocument;
  /** Of the entry, among those of its file. */
  readonly index: number;
  readonly sourceSpan: Span;
  readonly urlSpan: Span;
}

export interface RedirectionProblem {
  readonly document: SourceDocument;
  readonly message: string;
  readonly span: Span;
}

export interface RedirectionFile {
  readonly document: SourceDocument;
  readonly redirections: readonly Redirection[];
  readonly problems: readonly RedirectionProblem[];
}

/** What the build reads unless it is told of other files. */
export const redirectionName = '.openpublishing.redirection.json';

/**
 * The files of redirections, root-relative: the usual one, and those that `.openpublishing.publish.config.json` names.
 *
 * @param config the text of that file, where there is one
 */
export function redirectionFilesOf(config: string | undefined): readonly string[] {
  const named = config === undefined ? [] : stringsOf(childOf(readJson(config).node, 'redirection_files'));
  return [...new Set([redirectionName, ...named.flatMap(({ text }) => resolvePath('', text) ?? [])])];
}

/**
 * Reads a file of redirections. What is wrong in it becomes a problem; the rest is used.
 *
 * @param path root-relative
 */
export function readRedirections(path: string, text: string): RedirectionFile {
  const document = createSourceDocument(path, text);
  const { node, errors } = readJson(text);
  const problems: RedirectionProblem[] = errors.map(({ message, span }) => ({ document, message, span }));
  const redirections = redirectionEntries(childOf(node, 'redirections')).flatMap((entry, index): Redirection[] => {
    const { source, isFromRoot, url } = entry;
    if (source === undefined || url === undefined || url.text.trim() === '') {
      const message = t("A redirection needs 'source_path' (or 'source_path_from_root') and 'redirect_url'.");
      problems.push({ document, message, span: entry.span });
      return [];
    }
    const resolved = resolvePath(isFromRoot ? '' : dirname(path), source.text);
    if (resolved === undefined) {
      problems.push({ document, message: t("'{0}' lies outside of the repository.", source.text), span: source.span });
      return [];
    }
    const { text: written, span: sourceSpan } = source;
    return [{ source: resolved, written, url: url.text.trim(), document, index, sourceSpan, urlSpan: url.span }];
  });
  return { document, redirections, problems };
}

interface Written {
  readonly text: string;
  readonly span: Span;
}

/** An entry as it is written. */
export interface RedirectionEntry {
  /** Where to point for what is wrong with it. */
  readonly span: Span;
  readonly source: Written | undefined;
  /** Whether its source is a path from the root of the repository; else from the folder of the file. */
  readonly isFromRoot: boolean;
  readonly url: Written | undefined;
}

/** The entries of a list of objects, or of an object of paths with their addresses; none of anything else. */
export function redirectionEntries(node: LocatedNode | undefined): RedirectionEntry[] {
  if (node?.kind === 'map')
    return node.entries.map(({ key, keySpan, value }) => ({
      span: keySpan,
      source: { text: key, span: keySpan },
      isFromRoot: false,
      url: stringsOf(value)[0],
    }));
  if (node?.kind !== 'sequence') return [];
  return node.items.map((item) => {
    const [fromRoot] = stringsOf(childOf(item, 'source_path_from_root'));
    const [source] = stringsOf(childOf(item, 'source_path'));
    const [url] = stringsOf(childOf(item, 'redirect_url'));
    const span = { start: item.span.start, end: item.span.start + 1 };
    return { span, source: fromRoot ?? source, isFromRoot: fromRoot !== undefined, url };
  });
}
