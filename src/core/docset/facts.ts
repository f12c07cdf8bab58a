import { parseFrontMatter, type FrontMatter } from '../frontMatter/parse';
import type { Host } from '../host';
import { bodyStart } from '../includes/body';
import type { FileIncludes } from '../includes/graph';
import type { Page } from '../links/graph';
import { isMarkdown } from '../text/path';
import { checkText } from './checkText';
import type { IncludeIndex } from './includeIndex';
import type { LinkIndex } from './linkIndex';
import type { Membership } from './membership';
import type { Sources } from './sources';
import type { ArticleResult } from './validateArticle';

/** What a text includes and links to. */
export interface References {
  /** `undefined` for a file that can include nothing. */
  readonly includes: FileIncludes | undefined;
  readonly links: Page;
}

/** What reading one file tells, before the repository takes it over. Plain data: threads can send it to each other. */
export interface FileFacts extends References {
  /** Root-relative. */
  readonly path: string;
  /** `undefined` for a file of which the links alone are checked. */
  readonly result: ArticleResult | undefined;
}

/** Reads what files tell of themselves, by what governs them. */
export class FactReader {
  constructor(
    private readonly parts: {
      readonly host: Host;
      readonly includes: IncludeIndex;
      readonly links: LinkIndex;
      readonly membership: Membership;
      readonly sources: Sources;
    },
  ) {}

  /** `undefined` where a file cannot be read as it is. */
  async read(path: string): Promise<FileFacts | undefined> {
    const { sources } = this.parts;
    const text = await sources.textOf(path);
    if (text === undefined || sources.problemOf(path) !== undefined) return undefined;
    return this.of(path, text, parseFrontMatter(text));
  }

  of(path: string, text: string, frontMatter: FrontMatter): FileFacts {
    const { host, membership } = this.parts;
    const result = checkText(membership, host, path, text, frontMatter);
    return { path, result, ...this.referencesOf(path, text, result.bodyStart) };
  }

  /** @param from where the body starts */
  referencesOf(path: string, text: string, from = bodyStart(text)): References {
    const { includes, links } = this.parts;
    return {
      includes: isMarkdown(path) ? includes.read(path, text, from) : undefined,
      links: links.read(path, text, from),
    };
  }
}
