import type { FrontMatter } from '../../core/frontMatter/parse';
import type { FileIncludes } from '../../core/includes/graph';
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
  readonly includes: FileIncludes;
  readonly today: Day;
}
