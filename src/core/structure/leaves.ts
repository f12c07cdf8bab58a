import { walkBlocks } from '../includes/blocks';
import type { Span } from '../text/position';

/** Tells of every heading and paragraph outside of quotes and lists, in order: its lines, without the underline of a heading. */
export function eachLeaf(
  text: string,
  from: number,
  take: (lines: readonly [Span, ...Span[]], isHeading: boolean) => void,
): void {
  let isHeading = false;
  walkBlocks(text, from, text.length, {
    ownBlock: () => undefined,
    block: (kind) => {
      isHeading = kind === 'heading';
    },
    leaf: ([first, ...others], isNested) => {
      const wasHeading = isHeading;
      isHeading = false;
      if (!isNested && first !== undefined) take([first, ...others], wasHeading);
    },
  });
}
