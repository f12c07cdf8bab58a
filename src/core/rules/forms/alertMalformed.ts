import type { AlertMistake } from '../../structure/forms/alerts';
import { insertion, removal } from '../../text/edit';
import { lineStartOf, nextLineOf } from '../../text/lines';
import { certainFix, type Fix } from '../fix';
import type { RuleFinding } from '../rule';
import type { FormRule } from './formRule';
import { t } from '../../text/localize';

/** `> [NOTE]`, `>  [!NOTE]`, and `[!NOTE]` outside of a quote: readers see the mark as text. */
export const alertMalformed: FormRule = ({ text, forms }) => {
  const references = new Map<string, boolean>();
  return forms.alerts.flatMap((alert): readonly RuleFinding[] => {
    const { kind, type = '', span } = alert;
    const found = { code: 'alert-malformed' as const, span };
    switch (kind) {
      case 'form':
        if (!references.has(type)) references.set(type, isDefined(text, type));
        if (references.get(type) === true) return [];
        return [
          {
            ...found,
            message: t("This is no alert to the build. Type '{0}'.", `[!${type}]`),
            fixes: [certainFix(t("Change to '{0}'", `[!${type}]`), { span, newText: `[!${type}]` })],
          },
        ];
      case 'spaces':
        return [
          {
            ...found,
            message: t("This is no alert to the build. Only one space may stand between '>' and '['."),
            fixes: [certainFix(t('Remove the spaces'), removal({ start: markEnd(alert) + 1, end: span.start }))],
          },
        ];
      case 'outside':
        return [
          {
            ...found,
            message: t("An alert is a quote. Begin this line and those of its text with '> '."),
            fixes: quoted(text, alert),
          },
        ];
      default:
        return [];
    }
  });
};

/** Behind the `>` of the innermost quote. */
function markEnd({ before, span }: AlertMistake): number {
  return span.start - before.length + before.lastIndexOf('>') + 1;
}

/** `[note]` may refer to a definition. */
function isDefined(text: string, type: string): boolean {
  return new RegExp(String.raw`^[ \t>]*\[${type}\]:`, 'im').test(text);
}

/** Only where it is plain which lines are the alert's: they follow at once, outside of lists and quotes. */
function quoted(text: string, { before, line, span, lines }: AlertMistake): readonly Fix[] {
  const isAlone = line.end === span.end;
  if (!isAlone || before.trim() !== '') return [];
  const [, ...following] = lines;
  const isAboveQuote = following.length === 0 && /^[ ]{0,3}>/.test(text.slice(nextLineOf(text, line.end)).slice(0, 4));
  if (following.length === 0 && !isAboveQuote) return [];
  const column = span.start - lineStartOf(text, span.start);
  if (following.some(({ start }) => start - lineStartOf(text, start) !== column)) return [];
  return [certainFix(t("Begin the lines with '> '"), ...lines.map(({ start }) => insertion(start, '> ')))];
}
