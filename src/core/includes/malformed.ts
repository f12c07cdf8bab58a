import type { Span } from '../text/position';
import { t } from '../text/localize';

/** An include that the build leaves as text, its place counted in the string that it was found in. */
export interface Malformed {
  readonly span: Span;
  readonly message: string;
  /** What to type, where the label and the path are plain. */
  readonly replacement: string | undefined;
}

interface Parts {
  readonly word: string;
  readonly label: string;
  readonly gap: string;
}

interface Mistake {
  readonly pattern: RegExp;
  /** What is wrong, as a sentence; `undefined` where the match is not sure. */
  readonly explain: (parts: Parts) => string | undefined;
}

/*
 * Every expression names a whole Markdown path, so that prose about includes is none of them, and is bounded, so that
 * a text of openings alone takes no longer than its length.
 */
const word = String.raw`\[!(?<word>include)`;
const label = String.raw`\[(?<label>[^\[\]\n]{0,200})`;
const path = String.raw`[ \t]{0,9}(?<path>[^()\[\]<>\s]{1,300}\.md)`;
const title = String.raw`(?:\s[^()\[\]\n]{0,200})?`;

const mistakes: readonly Mistake[] = [
  mistake(String.raw`${word}(?:\+ {0,99})${label}\]\(${path}${title}\)\]`, () =>
    t("'+' works only where the include has the line to itself. Remove the '+'."),
  ),
  mistake(String.raw`${word}[+-]?(?<gap>\s{1,20})${label}\]\(${path}${title}\)\]`, ({ gap }) =>
    t('Only spaces may stand before the label. Type a space instead of {0}.', nameOf(gap)),
  ),
  mistake(String.raw`${word}[+-]? {0,99}${label}\]\(${path}${title}\)\s{1,9}\]`, () =>
    t("Nothing may stand between ')' and the last ']'. Remove the space."),
  ),
  mistake(String.raw`${word}[+-]? {0,99}${label}\]\(${path}${title}\)`, () =>
    t("The last ']' is missing. Type ')]' at the end."),
  ),
  mistake(String.raw`${word}[+-]? {0,99}${label}\](?<gap>[: \t]{1,9})\(${path}${title}\)\]`, ({ gap }) =>
    gap.includes(':') ? t("Remove the ':' between ']' and '('.") : t("Remove the space between ']' and '('."),
  ),
  mistake(String.raw`${word}[+-]? {0,99}${label}\]\[${path}[)\]]\]`, () =>
    t("The path must stand in parentheses. Type '(' before it and ')' behind it."),
  ),
  mistake(String.raw`${word}[+-]? {0,99}${label}\]\(${path}\]{1,2}`, () =>
    t("The ')' behind the path is missing. Type ')]' at the end."),
  ),
  mistake(String.raw`${word}[+-]? {0,99}\[(?<label>[^()\[\]\n]{1,200})\(${path}\)\]`, () =>
    t("The ']' behind the label is missing. Type it before '('."),
  ),
  mistake(String.raw`${word} {0,9}(?<label>\w[\w. -]{0,200})\]\(${path}${title}\)\]?`, () =>
    t("The label must stand in brackets. Type '[' before it."),
  ),
  mistake(String.raw`\[!(?<word>inc[a-z]{0,12})[+-]? {0,99}${label}\]\(${path}${title}\)\]`, (parts) =>
    parts.word.toLowerCase() === 'include' ? undefined : t("'{0}' is no directive. Type 'INCLUDE'.", parts.word),
  ),
  mistake(String.raw`\[(?<word>include)[+-]? {0,99}${label}\]\(${path}${title}\)\]`, () =>
    t("The '!' is missing. Type it before 'INCLUDE'."),
  ),
  mistake(String.raw`${word}(?<label>[a-z][\w-]{1,100})\]`, (parts) =>
    isName(parts)
      ? t("The label and the path are missing. Type '[!INCLUDE [{0}](path/to/{0}.md)]'.", parts.label)
      : undefined,
  ),
];

/** How an include without its `!` begins. In capitals alone: `[include [Setup](setup.md)]` may be text that ends in a link. */
export const unmarked = '[INCLUDE';

/** What is wrong with the `[!inc…` or `[INCLUDE` that starts here, if a writer plainly meant an include. */
export function explainMalformed(text: string, at: number): Malformed | undefined {
  for (const { pattern, explain } of mistakes) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match?.groups === undefined) continue;
    const { word = '', label = '', gap = '', path } = match.groups;
    const reason = explain({ word, label, gap });
    if (reason === undefined) continue;
    return {
      span: { start: at, end: at + match[0].length },
      message: `${t('The build does not expand this include.')} ${reason}`,
      replacement: path === undefined ? undefined : `[!INCLUDE [${label.trim()}](${path})]`,
    };
  }
  return undefined;
}

function mistake(pattern: string, explain: Mistake['explain']): Mistake {
  return { pattern: new RegExp(pattern, 'iy'), explain };
}

function nameOf(gap: string): string {
  if (gap.includes('\t')) return t('the tab');
  return /[\r\n]/.test(gap) ? t('the line break') : t('this white space');
}

/** Whether `[!INCLUDEprod_short]` is the name of an include, and not a word such as `[!included]`. */
function isName({ word, label }: Parts): boolean {
  return label.includes('_') || (word === 'INCLUDE' && /^[a-z]/.test(label));
}
