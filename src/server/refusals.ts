import { localized, marked } from '../core/text/localize';
import type { Refused } from './protocol';

/** What a handler answers where it failed. */
export const failed = refusal(marked('This did not work. The output says why.'));

/** A refusal that is known before the language is: it is worded when it is sent. */
export function refusal(english: string): Refused {
  return {
    get refused() {
      return localized(english);
    },
  };
}
