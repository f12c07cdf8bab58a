import type { FrontMatter } from '../../core/frontMatter/parse';
import type { DestinationRoots } from '../../core/includes/destinations';
import type { ResolvedIncludes } from '../../core/includes/graph';
import type { LinkWorld } from '../../core/links/findings';
import type { Page } from '../../core/links/graph';
import type { EffectiveMetadata } from '../../core/metadata/effective';
import type { Day } from '../../core/schema/day';
import type { SchemaDescription } from '../../core/schema/describe';
import type { SourceDocument } from '../../core/text/sourceDocument';

/** What repairs of an article look at. */
export interface ArticleFacts {
  /** The whole file. */
  readonly document: SourceDocument;
  readonly frontMatter: FrontMatter;
  /** What the docset supplies. */
  readonly inherited: EffectiveMetadata;
  /** Of the schemas in force. */
  readonly schemas: readonly SchemaDescription[];
  readonly includes: ResolvedIncludes;
  readonly links: Page;
  /** What its links are judged by, and what they are relative to. */
  readonly linkWorld: LinkWorld;
  readonly linkRoots: DestinationRoots;
  readonly today: Day;
}
