import { alertTypes } from '../../core/directives/blocks';
import { lineBreakOf, nextLineOf } from '../../core/text/lines';
import { localized, marked, t } from '../../core/text/localize';
import type { Position } from '../../core/text/position';
import { snippetStop } from '../snippetText';
import { quoteTemplates } from './blockTemplates';
import { continuation, cursorLine, isTextBefore, marksBefore, rangeAround } from './bodyPlace';
import type { Completion, Completions } from './completion';

const begun = new RegExp(String.raw`^(?<marks>${marksBefore})(?<typed>\[!?[a-z]{0,20})$`, 'i');
const restOfLine = /^(?<bracket>\]?)[ \t]*$/;

/** What alerts are for, in the words of the snippets. */
const purposes: Readonly<Record<(typeof alertTypes)[number], string>> = {
  NOTE: marked('Information that readers should notice'),
  TIP: marked('Something optional that helps'),
  IMPORTANT: marked('Information that readers need to succeed'),
  CAUTION: marked('What an action may have for consequences'),
  WARNING: marked('A danger, such as the loss of data'),
};

/** Alerts and what else a quote can be, where `> [!` was begun; `[!` at the start of a line begins the quote, too. */
export function completeAlert(text: string, position: Position): Completions | undefined {
  const line = cursorLine(text, position);
  const { marks, typed } = (line === undefined ? undefined : begun.exec(line.before)?.groups) ?? {};
  if (line === undefined || marks === undefined || typed === undefined) return undefined;
  const rest = restOfLine.exec(line.after)?.groups?.bracket;
  const isQuote = />[ \t]?$/.test(marks);
  // A bracket alone begins links, too.
  if (rest === undefined || (!isQuote && !typed.startsWith('[!'))) return undefined;
  if (!isTextBefore(text, line, typed.length)) return undefined;
  const range = rangeAround(line, typed.length, rest.length);
  const mark = isQuote ? '' : '> ';
  const prefix = `${continuation(marks)}${mark}`.replace(/>$/, '> ');
  const next = text.slice(nextLineOf(text, line.start + line.before.length)).slice(0, prefix.length);
  // The text may be there already.
  const below = next.startsWith(prefix.trimEnd()) ? '' : `${lineBreakOf(text)}${prefix}`;
  const item = (
    name: string,
    detail: string,
    order: number,
    content: (stop: typeof snippetStop) => string,
  ): Completion => ({
    label: `[!${name}]`,
    kind: 'snippet',
    detail,
    range,
    newText: mark + content((_number, value) => value),
    snippet: mark + content(snippetStop),
    filterText: `[!${name}`,
    // Outside of a quote an include is as likely.
    sortText: `${isQuote ? '0' : '1'}${order}`,
  });
  const alerts = alertTypes.map((type, index) =>
    item(type, localized(purposes[type]), index, (stop) => `[!${type}]${below}${below === '' ? '' : stop(1, '')}`),
  );
  const video = item('VIDEO', t('A video that plays in the article'), 5, quoteTemplates.VIDEO);
  const division = item('div', t('A part with a style of its own'), 6, quoteTemplates.div);
  return { items: [...alerts, video, division], isIncomplete: false };
}
