import { certainFix, possibleFix } from '../rules/fix';
import { insertion, removal } from '../text/edit';
import type { Span } from '../text/position';
import type { FrontMatterProblem } from './problem';
import { t } from '../text/localize';

/** Where the front matter of a text stands. Offsets in UTF-16 units from 0. */
export interface HeaderLocation {
  /** The opening delimiter's line, without its line break. */
  readonly open: Span;
  /** The lines between the delimiters. */
  readonly content: Span;
  /** The closing delimiter's line without its line break; `undefined` when the header was never closed. */
  readonly close: Span | undefined;
  /** `false` where DocFX sees no header at all and this one is what the writer meant. */
  readonly seenByBuild: boolean;
}

export interface Located {
  readonly header: HeaderLocation | undefined;
  readonly problems: readonly FrontMatterProblem[];
}

const closing = /^(?:---|\.\.\.)[ \t]*$/;
const keyLike = /^[A-Za-z_][\w.\- ]{0,60}:(?:\s|$)/;
const keyOrComment = /^(?:[A-Za-z_][\w.\- ]{0,60}:|#)/;
/** A header that has not begun by here is not one that was misplaced. */
const searchLines = 12;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Finds the front matter as DocFX v3 does: the first line is `---` (a BOM before it and white space behind it are
 * allowed) and it ends at a line that is `---` or `...` at column 0. Where DocFX finds none although the writer meant
 * one, the header that was meant is returned with a finding, so that its keys can be checked all the same.
 */
export function locateHeader(text: string): Located {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---', start)) return locateMisplaced(text, start);
  const open = lineAt(text, start);
  if (/^---[ \t]*$/.test(open.text)) return closeHeader(text, open, true, []);
  return locateMisplaced(text, start);
}

function closeHeader(text: string, open: Line, seenByBuild: boolean, problems: FrontMatterProblem[]): Located {
  const content = nextLineStart(text, open.end);
  for (let at = content; at <= text.length;) {
    const line = lineAt(text, at);
    if (closing.test(line.text)) {
      const close = { start: line.start, end: line.end };
      return { header: { open, content: { start: content, end: line.start }, close, seenByBuild }, problems };
    }
    at = nextLineStart(text, line.end);
  }
  return unclosed(text, open, content, problems);
}

/** Guesses the end of a header without one: an indented or misspelt delimiter, else the first line that is no YAML. */
function unclosed(text: string, open: Line, content: number, problems: FrontMatterProblem[]): Located {
  const lines = linesFrom(text, content, 400);
  if (!lines.slice(0, searchLines).some((line) => keyLike.test(line.text))) return { header: undefined, problems };
  const wrong = lines.find((line) =>
    /^(?:[ \t]+-{3,}|-{4,}|--|-{3}\S.*|[ \t]*\u2014-?|[ \t]+\.\.\.)[ \t]*$/.test(line.text),
  );
  const body = lines.find((_line, index) => endsGuess(lines, index));
  const end = wrong !== undefined && (body === undefined || wrong.start <= body.start) ? wrong : body;
  const contentEnd = end?.start ?? lines.at(-1)?.end ?? content;
  const problem = end === wrong && wrong !== undefined ? wrongDelimiter(wrong) : neverClosed(open, contentEnd);
  return {
    header: { open, content: { start: content, end: contentEnd }, close: undefined, seenByBuild: false },
    problems: [...problems, problem],
  };
}

/** Whether the header cannot go on at this line: a heading after a blank line, an include, prose. */
function endsGuess(lines: readonly Line[], index: number): boolean {
  const line = lines[index]?.text ?? '';
  if (/^#{1,6} /.test(line)) {
    const previous = lines[index - 1]?.text;
    return (previous === undefined || previous.trim() === '') && !isSectionComment(lines, index);
  }
  return /^(?:\[!|!\[|>|<)/.test(line) && !line.startsWith('<<<<<<<');
}

/** `# required metadata`: a key follows, which prose does not look like. At once, but for what no prose has in front of it. */
function isSectionComment(lines: readonly Line[], index: number): boolean {
  const below = lines.slice(index + 1).filter(({ text }) => !text.startsWith('#'));
  const next = below.find(({ text }) => text.trim() !== '')?.text ?? '';
  if (/^(?:[a-z]+\.[\w.]+|title|description|author|manager|audience|keywords):(?:\s|$)/.test(next)) return true;
  const isPlain = below[0]?.text === next || !lines.slice(0, index).some(({ text }) => keyLike.test(text));
  return isPlain && /^(?:[a-z][\w.-]*|ROBOTS):(?:\s|$)/.test(next);
}

/** The finding for a closing line that is none, at its delimiter. */
export function wrongDelimiter(line: { readonly start: number; readonly text: string }): FrontMatterProblem {
  const indent = line.text.length - line.text.trimStart().length;
  const written = line.text.trim();
  const message =
    indent > 0 && /^(?:---|\.\.\.)$/.test(written)
      ? t("The front matter never ends: this '{0}' is indented. Remove the white space before it.", written)
      : t(
          "The front matter never ends: '{0}' is not a delimiter. Type exactly three hyphens, '---', at the start of the line.",
          written,
        );
  const start = line.start + indent;
  const span = { start, end: start + written.length };
  // `---text` may be a heading that went astray: its text is kept below.
  const glued = /^---(?=[^-\s])/.test(written);
  const fix = glued
    ? possibleFix(t("Put '---' on a line of its own"), insertion(start + 3, '\n'))
    : certainFix(t("Type '---' at the start of the line"), {
        span: { start: line.start, end: span.end },
        newText: '---',
      });
  return { code: 'front-matter-unclosed', message, span, fixes: [fix] };
}

/** @param end where the header seems to end: at the start of a line, or at the end of the file */
function neverClosed(open: Line, end: number): FrontMatterProblem {
  return {
    code: 'front-matter-unclosed',
    message: t("The front matter never ends. Add a line '---' after the last key."),
    span: { start: open.start, end: open.end },
    fixes: [possibleFix(t("Insert '---' after the last key"), insertion(end, '---\n'))],
  };
}

/** The header that a writer meant although the file does not start with `---`. */
function locateMisplaced(text: string, start: number): Located {
  const lines = linesFrom(text, start, searchLines + 2);
  const first = lines[0];
  if (first === undefined) return { header: undefined, problems: [] };
  const opener = lines.findIndex((line) => looksLikeOpener(line.text));
  const openerLine = lines[opener];
  if (openerLine !== undefined) {
    const problem = opener === 0 ? wrongOpener(openerLine) : notFirst(lines, opener);
    const { header } = closeHeader(text, openerLine, false, []);
    // One mistake, one finding: a misplaced header that also lacks its end is reported for the first alone.
    const isMeant =
      beginsWithKeys(lines.slice(opener + 1)) || (header?.close !== undefined && holdsKey(openerLine.text));
    if (isMeant) return { header, problems: [problem] };
    if (opener === 0 && isForeignOpener(openerLine.text)) return { header: undefined, problems: [problem] };
  }
  return keyLike.test(first.text) ? withoutOpener(text, first) : { header: undefined, problems: [] };
}

function looksLikeOpener(line: string): boolean {
  return /^[ \t]*(?:-{1,2}|-{4,8}|---.*|\u2014-?)[ \t]*$/.test(line);
}

/** Whether the lines start with keys, perhaps below comments. */
function beginsWithKeys(lines: readonly Line[]): boolean {
  const written = lines.filter((line) => line.text.trim() !== '' && !line.text.startsWith('#'));
  return written[0] !== undefined && keyLike.test(written[0].text);
}

/** `---title: A`, perhaps the only key. */
function holdsKey(opener: string): boolean {
  return /^---[ \t]*[A-Za-z_][\w.-]*:[ \t]/.test(opener);
}

/** `---js` and its like: front matter in a language that other tools would run. */
function isForeignOpener(line: string): boolean {
  return /^---[ \t]*(?:js|javascript|json|toml|coffee)[ \t]*$/i.test(line);
}

function wrongOpener(line: Line): FrontMatterProblem {
  const indent = line.text.length - line.text.trimStart().length;
  const written = line.text.trim();
  const span = { start: line.start + indent, end: line.start + indent + written.length };
  if (indent > 0 && written === '---') {
    return {
      code: 'front-matter-not-first',
      message: t(
        "White space stands before '---'. Remove it: the front matter starts at the first character of the file.",
      ),
      span: { start: line.start, end: line.start + indent },
      fixes: [
        certainFix(t("Remove the white space before '---'"), removal({ start: line.start, end: line.start + indent })),
      ],
    };
  }
  const glued = /^---(\S.*)$/.exec(written)?.[1] ?? /^---[ \t]+(\S.*)$/.exec(written)?.[1];
  if (glued !== undefined && !/^-+$/.test(glued)) {
    const message = isForeignOpener(line.text)
      ? t(
          "Front matter in '{0}' is refused: it is never run or read. Type '---' alone on the first line and write YAML.",
          glued.trim(),
        )
      : t("The first line must be '---' alone. Move '{0}' to the next line.", glued);
    const start = span.end - glued.length;
    // A word that is no key would be no YAML there.
    const fix = keyLike.test(glued) ? certainFix : possibleFix;
    return {
      code: 'front-matter-missing',
      message,
      span: { start, end: span.end },
      fixes: isForeignOpener(line.text)
        ? []
        : [
            fix(t("Move '{0}' to the next line", glued), {
              span: { start: line.start, end: start },
              newText: '---\n',
            }),
          ],
    };
  }
  return {
    code: 'front-matter-missing',
    message: t("The front matter starts with exactly three hyphens, '---', not with '{0}'.", written),
    span,
    fixes: [certainFix(t("Type '---'"), { span: { start: line.start, end: span.end }, newText: '---' })],
  };
}

function notFirst(lines: readonly Line[], opener: number): FrontMatterProblem {
  const before = lines.slice(0, opener);
  const written = before.find((line) => line.text.trim() !== '');
  const first = written ?? before[0];
  const span = first === undefined ? { start: 0, end: 0 } : { start: first.start, end: first.end };
  if (written === undefined) {
    return {
      code: 'front-matter-not-first',
      message: t("Blank lines stand before '---'. Remove them: the front matter starts on the first line."),
      span,
      fixes: [
        certainFix(
          t('Remove the blank lines'),
          removal({ start: before[0]?.start ?? 0, end: lines[opener]?.start ?? 0 }),
        ),
      ],
    };
  }
  const message = written.text.trimStart().startsWith('<!--')
    ? t(
        'The front matter stands inside or after an HTML comment, so the build does not see it. Move it to the first line of the file.',
      )
    : t("Text stands before the front matter, so the build does not see it. Move it below the closing '---'.");
  return { code: 'front-matter-not-first', message, span };
}

/** `title: …` on the first line and `---` some lines below: only the opening line was forgotten. */
function withoutOpener(text: string, first: Line): Located {
  const lines = linesFrom(text, first.start, 60);
  const close = lines.findIndex((line) => closing.test(line.text));
  if (
    close < 1 ||
    !lines
      .slice(0, close)
      .every((line) => line.text.trim() === '' || keyOrComment.test(line.text) || /^[ \t-]/.test(line.text))
  ) {
    return { header: undefined, problems: [] };
  }
  const closeLine = lines[close];
  if (closeLine === undefined) return { header: undefined, problems: [] };
  const open = { start: first.start, end: first.start };
  return {
    header: { open, content: { start: first.start, end: closeLine.start }, close: closeLine, seenByBuild: false },
    problems: [
      {
        code: 'front-matter-missing',
        message: t("The opening '---' of the front matter is missing. Add it as the first line."),
        span: { start: first.start, end: first.end },
        fixes: [certainFix(t("Insert '---' as the first line"), insertion(first.start, '---\n'))],
      },
    ],
  };
}

function lineAt(text: string, start: number): Line {
  let end = text.indexOf('\n', start);
  if (end === -1) end = text.length;
  const trimmed = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
  return { start, end: trimmed, text: text.slice(start, trimmed) };
}

/** Offset behind the line break that follows `end`; past the text's end where there is none. */
function nextLineStart(text: string, end: number): number {
  const newline = text.indexOf('\n', end);
  return newline === -1 ? text.length + 1 : newline + 1;
}

function linesFrom(text: string, start: number, limit: number): Line[] {
  const lines: Line[] = [];
  for (let at = start; at <= text.length && lines.length < limit;) {
    const line = lineAt(text, at);
    lines.push(line);
    at = nextLineStart(text, line.end);
  }
  return lines;
}
