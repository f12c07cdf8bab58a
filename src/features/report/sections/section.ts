import { severities, type Severity } from '../../../core/rules/severity';
import type { Series } from '../charts/svg';
import type { TableContent } from '../table';
import { severityName } from '../words';

/** A part of the report: what it says in words, as a picture, and in full. */
export interface ReportSection {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Markup. */
  readonly chart: string | undefined;
  readonly tables: readonly TableContent[];
}

/** Bars of a chart: the tables list all. */
export const maxBars = 20;

const patterns: Readonly<Partial<Record<Severity, Series['pattern']>>> = { error: 'stripes', suggestion: 'dots' };

/** @param hasPattern which is too much for a large tile */
export function severitySeries(severity: Severity, hasPattern = true): Series {
  const look = { name: severityName(severity), className: `series-${severity}` };
  const pattern = hasPattern ? patterns[severity] : undefined;
  return pattern === undefined ? look : { ...look, pattern };
}

export function bySeverity(hasPattern = true): readonly Series[] {
  return severities.map((severity) => severitySeries(severity, hasPattern));
}

export function tableUnlessEmpty(content: TableContent): readonly TableContent[] {
  return content.rows.length === 0 ? [] : [content];
}
