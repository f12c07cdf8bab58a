import type { KeyCoverage } from './model';

/** How much of what is required is there, from 0 to 1. */
export function requiredShare(coverage: readonly KeyCoverage[]): number {
  let present = 0;
  let all = 0;
  for (const { requirement, own, inherited, missing } of coverage) {
    if (requirement !== 'required') continue;
    present += own + inherited;
    all += own + inherited + missing;
  }
  return all === 0 ? 1 : present / all;
}
