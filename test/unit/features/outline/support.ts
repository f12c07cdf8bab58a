import { bundledProfiles } from '../../../../src/core/structure/profile';
import type { Range } from '../../../../src/core/text/position';
import { createSourceDocument } from '../../../../src/core/text/sourceDocument';
import { readArticleOutline, type ArticleOutline } from '../../../../src/features/outline/articleOutline';
import type { OutlineSymbol } from '../../../../src/features/outline/symbols';

export function outlineOf(text: string, profiles = bundledProfiles): ArticleOutline {
  return readArticleOutline(createSourceDocument('a.md', text), profiles, 'a.md');
}

/** One line a symbol, indented as it is nested: its lines, from 0, its name and the file that it comes from. */
export function showSymbols(symbols: readonly OutlineSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ name, detail, range, children }) => [
    `${indent}${showLines(range)} ${name}${detail === '' ? '' : ` < ${detail}`}`,
    ...showSymbols(children, `${indent}  `),
  ]);
}

function showLines({ start, end }: Range): string {
  return `${start.line}-${end.line}`;
}
