import { headingText } from '../../structure/plainText';
import { removal } from '../../text/edit';
import { lineStartOf, nextLineOf } from '../../text/lines';
import { possibleFix } from '../fix';
import type { BodyRule } from './bodyRule';
import { t } from '../../text/localize';

/** A heading without a text: readers see a gap, and the table of contents an empty line. Source: content rules of Learn. */
export const headingEmpty: BodyRule = ({ document: { text }, headings }) =>
  headings
    .filter((heading) => headingText(heading.text) === '')
    .map(({ span }) => ({
      code: 'heading-empty',
      message: t('This heading has no text. Give it one or remove the line.'),
      span,
      fixes: [
        possibleFix(
          t('Remove the heading'),
          removal({ start: lineStartOf(text, span.start), end: nextLineOf(text, span.end) }),
        ),
      ],
    }));
