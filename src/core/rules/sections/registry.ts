import { sectionDuplicate } from './sectionDuplicate';
import { sectionEmpty } from './sectionEmpty';
import { sectionMissing } from './sectionMissing';
import { sectionOrder } from './sectionOrder';
import type { SectionRule } from './sectionRule';
import { sectionStyle } from './sectionStyle';

/** Every rule on the sections of an article that is of a profile. */
export const sectionRules: readonly SectionRule[] = [
  sectionMissing,
  sectionOrder,
  sectionEmpty,
  sectionDuplicate,
  sectionStyle,
];
