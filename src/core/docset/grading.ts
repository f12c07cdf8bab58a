import { defaultSetting, type Code } from '../rules/codes';
import { shortened, type Diagnostic, type RelatedPlace } from '../rules/diagnostic';
import type { Range } from '../text/position';
import { severityOf, type Configuration } from './configuration';

/** A finding of ours before a configuration has graded it. */
export interface UngradedFinding {
  readonly code: Code;
  readonly path: string;
  readonly range: Range;
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
}

/** The finding with its severity; `undefined` where the configuration has turned it off. */
export function graded(configuration: Configuration, finding: UngradedFinding): Diagnostic | undefined {
  const { code, path, range, message, related = [] } = finding;
  const severity = severityOf(configuration, code, defaultSetting(code));
  if (severity === 'off') return undefined;
  return { path, range, severity, code, message: shortened(message), related };
}
