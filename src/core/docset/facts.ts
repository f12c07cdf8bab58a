import type { FileIncludes } from '../includes/graph';
import type { Page } from '../links/graph';
import type { ArticleResult } from './validateArticle';

/** What reading one file tells, before the repository takes it over. Plain data: threads can send it to each other. */
export interface FileFacts {
  /** Root-relative. */
  readonly path: string;
  readonly result: ArticleResult;
  /** `undefined` for a file that can include nothing. */
  readonly includes: FileIncludes | undefined;
  readonly links: Page;
}
