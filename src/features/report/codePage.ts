import { codes, type Code } from '../../core/rules/codes';
import { rulePage } from '../../core/rules/pages';

/** The documentation of a code; `undefined` for a name that a team's schema gave. */
export function codePage(code: string): string | undefined {
  return isCode(code) ? rulePage(code) : undefined;
}

function isCode(code: string): code is Code {
  return Object.hasOwn(codes, code);
}
