/** DocFX's four severities, worst first. */
export const severities = ['error', 'warning', 'suggestion', 'info'] as const;
export type Severity = (typeof severities)[number];

/** A severity a team may give a code; `off` silences it. */
export type RuleSetting = Severity | 'off';

export function isRuleSetting(value: unknown): value is RuleSetting {
  return value === 'off' || severities.some((severity) => severity === value);
}

/** Whether `severity` is as bad as `threshold` or worse. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}
