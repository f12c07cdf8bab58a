import type { Code } from '../rules/codes';
import { t } from '../text/localize';

/** What is wrong with an address by itself, and what to write instead. */
export interface AddressProblem {
  readonly code: Code;
  readonly message: string;
  readonly replacement: string;
  /** Whether the replacement leads to the same place without a doubt. */
  readonly isCertain: boolean;
}

const locale = '[a-z]{2}-[a-z]{2}(?:-[a-z]{2,4})?';
/** The hosts that find a page without its locale, and then show it in the reader's language. */
const localized = new RegExp(
  `^(https?://(?:(?:learn|docs)\\.microsoft\\.com|azure\\.microsoft\\.com)|)/(${locale})(?=/)`,
  'i',
);
const learn = /^https?:\/\/(?:learn|docs)\.microsoft\.com(\/[^\s?#]+)/i;
const insecure = /^http:\/\/([^/?#:\s]+)/i;
/** Machines of a reader's own network, and names that nobody can own. */
const notPublic =
  /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[.*|[^.]*|.*\.(?:local|localhost|internal|test|invalid|example)|(?:.*\.)?example\.(?:com|net|org))$/i;

/** What is wrong with an address, or with a path from the root of the site; none where the destination is another. */
export function addressProblems(written: string): readonly AddressProblem[] {
  // Most links are none, and a placeholder may become anything.
  if (!/^(?:\/|https?:)/i.test(written) || /[{}<>$]/.test(written)) return [];
  const problems: AddressProblem[] = [];
  const [prefix, host = '', found] = localized.exec(written) ?? [];
  if (prefix !== undefined && found !== undefined) {
    const message = t(
      "The link names the locale '{0}'. Leave it out, so that readers come to the page in their language.",
      found,
    );
    problems.push({
      code: 'hard-coded-locale',
      message,
      replacement: host + written.slice(prefix.length),
      isCertain: true,
    });
  }
  const [, sitePath] = learn.exec(written) ?? [];
  if (sitePath !== undefined) {
    const path = withoutLocale(written.slice(written.indexOf('/', written.indexOf('//') + 2)));
    const message = t(
      "Absolute link to this site. Write '{0}': it works in previews and copies of the site, too.",
      path,
    );
    problems.push({ code: 'docs-link-absolute', message, replacement: path, isCertain: false });
  }
  const [, server] = insecure.exec(written) ?? [];
  if (server !== undefined && sitePath === undefined && !notPublic.test(server)) {
    const message = t('The link is not encrypted. Write https:// where the server knows it.');
    problems.push({
      code: 'insecure-link',
      message,
      replacement: `https${written.slice(4)}`,
      isCertain: false,
    });
  }
  return problems;
}

function withoutLocale(path: string): string {
  const [prefix] = localized.exec(path) ?? [];
  return prefix === undefined ? path : path.slice(prefix.length);
}
