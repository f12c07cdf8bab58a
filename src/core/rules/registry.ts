import { attributeShadowsDefault } from './frontMatter/attributeShadowsDefault';
import { includeInFrontMatter } from './frontMatter/includeInFrontMatter';
import { retiredKeyLeftOver } from './frontMatter/retiredKeyLeftOver';
import { unknownAttribute } from './frontMatter/unknownAttribute';
import type { Rule } from './rule';

/** Every rule on an article's front matter that no schema can express. */
export const frontMatterRules: readonly Rule[] = [
  unknownAttribute,
  attributeShadowsDefault,
  includeInFrontMatter,
  retiredKeyLeftOver,
];
