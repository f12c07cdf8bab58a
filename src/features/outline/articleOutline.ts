import { locateHeader } from '../../core/frontMatter/locate';
import { bodyStartAfter } from '../../core/includes/body';
import { readHeadings, type Heading } from '../../core/structure/headings';
import { findMarkedLines } from '../../core/structure/markedLines';
import type { Profile } from '../../core/structure/profile';
import { articleSections, type ArticleSections } from '../../core/structure/sections';
import type { Span } from '../../core/text/position';
import type { SourceDocument } from '../../core/text/sourceDocument';

/** What an article is made of. */
export interface ArticleOutline {
  readonly document: SourceDocument;
  /** From the opening delimiter to the end of the closing one; also of one that the build does not see. */
  readonly frontMatter: Span | undefined;
  /** In order, those of tabs among them. */
  readonly headings: readonly Heading[];
  /** `undefined` where the article is of no profile. */
  readonly sections: ArticleSections | undefined;
}

/**
 * @param profiles that the file may be of; none for what is no article
 * @param path from the folder of the configuration
 */
export function readArticleOutline(
  document: SourceDocument,
  profiles: readonly Profile[],
  path: string,
): ArticleOutline {
  const { text } = document;
  const { header } = locateHeader(text);
  const frontMatter = header?.close === undefined ? undefined : { start: header.open.start, end: header.close.end };
  const from = bodyStartAfter(text, header);
  const marked = findMarkedLines(text, from);
  // To Markdown the last key of a header that the build does not see is underlined.
  const isMeta = ({ start }: Span): boolean =>
    frontMatter !== undefined && frontMatter.start <= start && start < frontMatter.end;
  return {
    document,
    frontMatter,
    headings: readHeadings(text, from, marked).filter(({ span }) => !isMeta(span)),
    sections: articleSections(text, from, profiles, path, marked),
  };
}
