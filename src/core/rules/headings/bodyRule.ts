import type { Heading } from '../../structure/headings';
import type { SourceDocument } from '../../text/sourceDocument';
import type { RuleFinding } from '../rule';

/** What a rule on the body of an article looks at. */
export interface BodyContext {
  /** The whole file. */
  readonly document: SourceDocument;
  /** Offset at which the body starts. */
  readonly bodyStart: number;
  /** In order; the labels of tabs are not among them. */
  readonly headings: readonly Heading[];
  /** The effective title; `undefined` where there is none. */
  readonly title: string | undefined;
}

export type BodyRule = (context: BodyContext) => readonly RuleFinding[];
