import type { FrontMatter } from '../frontMatter/parse';
import type { EffectiveMetadata } from '../metadata/effective';
import type { MetadataSchema } from '../schema/metadataSchema';
import type { Span } from '../text/position';
import type { SourceDocument } from '../text/sourceDocument';
import type { RuleSubject } from '../schema/customRules';
import type { Code } from './codes';
import type { Fix } from './fix';
import type { RuleSetting } from './severity';

/** What a rule of our own looks at. */
export interface RuleContext {
  readonly document: SourceDocument;
  readonly frontMatter: FrontMatter;
  /** What the docset supplies. */
  readonly inherited: EffectiveMetadata;
  readonly schemas: readonly MetadataSchema[];
  /** What decides whether a schema's own grading applies. */
  readonly subject: RuleSubject;
}

/** What a rule found, in the article itself. */
export interface RuleFinding {
  readonly code: Code;
  readonly message: string;
  /** Offsets in the article. */
  readonly span: Span;
  readonly related?: { readonly document: SourceDocument; readonly span: Span; readonly message: string };
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Whether it holds only where no include brings in what is missed. */
  readonly unlessIncluded?: true;
  /** How to put it right, the best way first. */
  readonly fixes?: readonly Fix[];
  /** Where a schema names and grades the code otherwise. */
  readonly graded?: { readonly code: string; readonly severity: RuleSetting };
}

/** A check that no schema can express. One a file; listed in `registry.ts`. */
export type Rule = (context: RuleContext) => readonly RuleFinding[];
