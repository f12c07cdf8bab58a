import type { AlertMistake } from '../../structure/forms/alerts';
import { removal } from '../../text/edit';
import { certainFix, type Fix } from '../fix';
import type { FormRule } from './formRule';
import { t } from '../../text/localize';

/** `> [!NOTE] Text`: the build shows a quote with the mark in it. Source: QuoteSectionNoteParser of DocFX. */
export const noteSection: FormRule = ({ text, forms }) =>
  forms.alerts
    .filter(({ kind }) => kind === 'text')
    .map((alert) => ({
      code: 'invalid-note-section',
      message: t(
        "Text on the line of '{0}' makes it a quote. Begin the text on the next line, with '> ' before it.",
        `[!${alert.written}]`,
      ),
      span: alert.span,
      fixes: [onNextLine(text, alert)],
    }));

function onNextLine(text: string, { span, line, before }: AlertMistake): Fix {
  const place = { start: span.end, end: line.end };
  const rest = text.slice(place.start, place.end).replace(/^[\s:]+/, '');
  if (rest === '') return certainFix(t("Remove '{0}'", ':'), removal(place));
  const newText = `\n${before.replaceAll(/[^\s>]/g, ' ').replace(/>$/, '> ')}${rest}`;
  return certainFix(t('Move the text to the next line'), { span: place, newText });
}
