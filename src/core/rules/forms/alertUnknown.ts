import { alertTypes } from '../../directives/blocks';
import type { AlertMistake } from '../../structure/forms/alerts';
import { certainFix, possibleFix, type Fix } from '../fix';
import type { FormRule } from './formRule';

/** `> [!NOET]`: the build shows a quote with the mark in it. */
export const alertUnknown: FormRule = ({ forms }) =>
  forms.alerts
    .filter(({ kind }) => kind === 'unknown')
    .map((alert) => ({
      code: 'alert-unknown',
      message: `There is no alert '${alert.written}', so that readers see a quote. ${advice(alert)}`,
      span: alert.span,
      fixes: fixes(alert),
    }));

function advice({ type }: AlertMistake): string {
  return type === undefined
    ? `The alerts are ${alertTypes.slice(0, -1).join(', ')} and ${String(alertTypes.at(-1))}.`
    : `Did you mean '${type}'?`;
}

function fixes({ type, span, isSure }: AlertMistake): readonly Fix[] {
  if (type === undefined) return [];
  const newText = `[!${type}]`;
  return [(isSure ? certainFix : possibleFix)(`Change to '${newText}'`, { span, newText })];
}
