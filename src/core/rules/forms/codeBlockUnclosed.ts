import { insertion } from '../../text/edit';
import { lineStartOf, nextLineOf } from '../../text/lines';
import { possibleFix, type Fix } from '../fix';
import type { FormContext, FormRule } from './formRule';
import { t } from '../../text/localize';

/**
 * Code without an end: the rest of the article, or of its list item, is shown as code. Of several only the first is told: a
 * later one may be what was to end it.
 */
export const codeBlockUnclosed: FormRule = (context) => {
  const found = context.forms.fences.find(({ isClosed }) => !isClosed);
  if (found === undefined) return [];
  const { start, end } = found.opening;
  const fence = /^(?:`+|~+)/.exec(context.text.slice(start, end))?.[0] ?? '```';
  return [
    {
      code: 'code-block-unclosed',
      message: t("This code never ends. Type '{0}' on a line behind it, indented as this line is.", fence),
      span: { start, end: start + fence.length },
      fixes: endFix(context, start, fence),
    },
  ];
};

/** Where it goes on to the end of the article. */
function endFix({ text, forms }: FormContext, start: number, fence: string): readonly Fix[] {
  const before = text.slice(lineStartOf(text, start), start);
  if (before.trim() !== '' || forms.fences.at(-1)?.opening.start !== start) return [];
  // Text that is not indented as the code is ends its list item, and the code with that.
  const following = text.slice(nextLineOf(text, start)).split(/\r\n?|\n/);
  if (following.some((line) => line.trim() !== '' && !line.startsWith(before))) return [];
  const lineBreak = text.endsWith('\n') ? '' : '\n';
  return [possibleFix(t("Type '{0}' at the end", fence), insertion(text.length, `${lineBreak}${before}${fence}\n`))];
}
