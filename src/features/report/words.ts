import { severities, type Severity } from '../../core/rules/severity';

/** A count with its noun: `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A share from 0 to 1 in hundredths, with one digit behind the point: never 100 where something is left out. */
export function hundredths(share: number): number {
  return Math.floor(share * 1000 + 1e-9) / 10;
}

export function percent(share: number): string {
  return `${hundredths(share)}%`;
}

/** Of all severities. */
export function total(counts: Readonly<Record<Severity, number>>): number {
  return severities.reduce((sum, severity) => sum + counts[severity], 0);
}
