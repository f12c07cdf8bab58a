import { alertTypes } from '../../directives/blocks';
import type { AlertMistake } from '../../structure/forms/alerts';
import { certainFix, possibleFix, type Fix } from '../fix';
import type { FormRule } from './formRule';
import { t } from '../../text/localize';

/** `> [!NOET]`: the build shows a quote with the mark in it. */
export const alertUnknown: FormRule = ({ forms }) =>
  forms.alerts
    .filter(({ kind }) => kind === 'unknown')
    .map((alert) => ({
      code: 'alert-unknown',
      message: `${t("There is no alert '{0}', so that readers see a quote.", alert.written)} ${advice(alert)}`,
      span: alert.span,
      fixes: fixes(alert),
    }));

function advice({ type }: AlertMistake): string {
  return type === undefined ? t('The alerts are {0}.', alertTypes.join(', ')) : t("Did you mean '{0}'?", type);
}

function fixes({ type, span, isSure }: AlertMistake): readonly Fix[] {
  if (type === undefined) return [];
  const newText = `[!${type}]`;
  return [(isSure ? certainFix : possibleFix)(t("Change to '{0}'", newText), { span, newText })];
}
