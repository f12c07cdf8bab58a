import type { BodyRule } from './bodyRule';
import { h1Missing } from './h1Missing';
import { h1NotFirst } from './h1NotFirst';
import { h1TitleMismatch } from './h1TitleMismatch';
import { headingEmpty } from './headingEmpty';
import { headingSkipped } from './headingSkipped';
import { multipleH1s } from './multipleH1s';

/** Every rule on the headings of an article. */
export const headingRules: readonly BodyRule[] = [
  h1Missing,
  h1NotFirst,
  multipleH1s,
  headingSkipped,
  headingEmpty,
  h1TitleMismatch,
];

/** The label of a tab: `# [Windows](#tab/windows)`. */
export const tabLabel = /^\[[^\]]{0,500}\]\(#tab\/[^)]{0,500}\)$/i;
