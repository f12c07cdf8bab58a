import type { Span } from '../text/position';
import { bodyStart } from './body';
import { walkBlocks } from './blocks';
import type { BlockKind } from './blockVisitor';
import { isTableHead } from './table';
import { localized, marked } from '../text/localize';

const names: Readonly<Record<BlockKind | 'table', string>> = {
  heading: marked('a heading'),
  list: marked('a list'),
  quote: marked('a quote or note'),
  code: marked('a code block'),
  table: marked('a table'),
};

/**
 * What of a file's body is lost where it is included in the middle of a line, which reads inline syntax alone, in words;
 * `undefined` where nothing is.
 */
export function findBlockContent(text: string): string | undefined {
  let found: BlockKind | 'table' | undefined;
  walkBlocks(text, bodyStart(text), text.length - 1, {
    ownBlock: () => undefined,
    block: (kind) => {
      found ??= kind;
    },
    leaf: (lines) => {
      const [header, delimiters] = lines;
      if (header !== undefined && delimiters !== undefined && isTableHead(slice(text, header), slice(text, delimiters)))
        found ??= 'table';
    },
  });
  return found === undefined ? undefined : localized(names[found]);
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
