import type { ScalarValue } from '../text/locatedNode';

const integer = /^[-+]?\d+$/;
const float = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/**
 * The value of a plain (unquoted) scalar as DocFX v3 resolves it: null, boolean, integer, float or string. There is no
 * date type, and `yes` is a string.
 */
export function resolvePlainScalar(text: string): ScalarValue {
  const first = text.charCodeAt(0);
  if (Number.isNaN(first)) return null;
  if (mayBeNumber(first)) {
    if (integer.test(text) || float.test(text)) return Number(text);
    return text;
  }
  if (text.length > 5) return text;
  switch (text.toLowerCase()) {
    case '~':
    case 'null':
      return null;
    case 'true':
      return true;
    case 'false':
      return false;
    default:
      return text;
  }
}

/** A digit, a sign or a point: anything else spares the two expressions. */
function mayBeNumber(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46;
}
