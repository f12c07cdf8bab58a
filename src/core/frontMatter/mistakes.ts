import { certainFix, possibleFix, type Fix } from '../rules/fix';
import { insertion, removal } from '../text/edit';
import type { LocatedEntry } from '../text/locatedNode';
import type { Span } from '../text/position';
import { quotedText } from './edit';
import type { FrontMatterProblem } from './problem';
import type { Chunk, Recovered } from './recover';
import { resolvePlainScalar } from './scalar';
import { t } from '../text/localize';

interface YamlError {
  readonly message: string;
  readonly span: Span;
}

/** The first line of a chunk, taken apart as `key`, `:`, `value`. Columns count from the chunk's start. */
interface Parts {
  readonly chunk: Chunk;
  readonly line: string;
  readonly key: string;
  readonly value: string;
  readonly valueColumn: number;
}

type Explanation = Recovered | undefined;

/** A key that stands where a value should end: `04/09/2024ms.topic: article`. */
const gluedKey = /((?:ms|search)\.[a-zA-Z0-9.]+|title|description|author|manager|audience|ROBOTS): +/;

/** The mistakes of real articles, the telling ones first; counted in the census of the documentation. */
const explanations: readonly ((parts: Parts) => Explanation)[] = [
  tabIndent,
  includeAsValue,
  unfinishedQuote,
  badEscape,
  textAfterQuote,
  unclosedBracket,
  indentedKey,
  repeatedKey,
  gluedKeys,
  nestedColon,
  reservedStart,
];

/**
 * Says what is wrong with one key that the YAML parser refused, and saves the key and its value where the meaning is
 * plain, so that it does not also count as missing.
 */
export function explainChunk(chunk: Chunk, error: YamlError | undefined): Recovered {
  const line = chunk.text.split(/\r?\n/, 1)[0] ?? '';
  const match = /^([^:#]*?):([ \t]+|$)(.*)$/.exec(line);
  if (match === null) return missingSpace(chunk, line) ?? notAKey(chunk, line);
  const value = (match[3] ?? '').trimEnd();
  const key = match[1] ?? '';
  const parts: Parts = { chunk, line, key, value, valueColumn: key.length + 1 + (match[2] ?? '').length };
  for (const explain of explanations) {
    const explained = explain(parts);
    if (explained !== undefined) return explained;
  }
  const message = t(
    'This is not YAML: {0}. Put the value in quotes if it is text.',
    error?.message.split('\n')[0] ?? t('it cannot be read'),
  );
  return broken(parts, message, error?.span ?? valueSpan(parts));
}

function missingSpace(chunk: Chunk, line: string): Explanation {
  const match = /^([A-Za-z_][\w.-]*):(\S.*)$/.exec(line.trimEnd());
  const key = match?.[1];
  const value = match?.[2];
  if (key === undefined || value === undefined || value.startsWith('//')) return undefined;
  const start = chunk.start + key.length;
  const problem = syntaxError(
    t("A space is missing after the colon. Type '{0}: {1}'.", key, value),
    { start, end: start + 1 },
    certainFix(t('Insert a space after the colon'), insertion(start + 1, ' ')),
  );
  return { entries: [entry(chunk, key, value, key.length + 1)], problems: [problem] };
}

function notAKey(chunk: Chunk, line: string): Recovered {
  const written = line.trim();
  const span = { start: chunk.start, end: chunk.start + line.trimEnd().length };
  const isWord = /^[A-Za-z_][\w.-]*$/.test(written);
  const message = isWord
    ? t("'{0}' has no colon. Type '{0}:' and its value, or remove the line.", written)
    : t("This line is no key. If it continues the line above, join the two; else write it as 'key: value'.");
  const fix = isWord
    ? possibleFix(t("Type '{0}:'", written), insertion(span.end, ':'))
    : possibleFix(t('Indent the line, to continue the value above'), insertion(span.start, '  '));
  return { entries: [], problems: [syntaxError(message, span, fix)] };
}

function tabIndent(parts: Parts): Explanation {
  const match = /\n( *\t+)\S/.exec(parts.chunk.text);
  const tabs = match?.[1];
  if (match === null || tabs === undefined) return undefined;
  const start = parts.chunk.start + match.index + 1;
  const span = { start, end: start + tabs.length };
  const fix = possibleFix(t('Indent by spaces'), { span, newText: tabs.replaceAll('\t', '  ') });
  return broken(parts, t('YAML is not indented by tabs. Type spaces instead.'), span, fix);
}

function includeAsValue(parts: Parts): Explanation {
  if (!/^\[!include/i.test(parts.value)) return undefined;
  return broken(parts, t('An include is not expanded in front matter. Write the text itself.'), valueSpan(parts));
}

function unfinishedQuote(parts: Parts): Explanation {
  const quote = parts.value.charAt(0);
  if (quote !== '"' && quote !== "'") return undefined;
  const rest = parts.value.slice(1).replaceAll(quote === '"' ? /\\./g : "''", '');
  if (rest.includes(quote)) return undefined;
  const fix = possibleFix(t('Insert the closing {0}', quote), insertion(valueSpan(parts).end, quote));
  return broken(parts, t('The closing {0} is missing at the end of the value.', quote), valueSpan(parts), fix);
}

function badEscape(parts: Parts): Explanation {
  if (!parts.value.startsWith('"')) return undefined;
  const match = /(?<!\\)(?:\\\\)*(\\[^0abtnvfre "/\\N_LPxuU])/.exec(parts.value);
  const escape = match?.[1];
  if (match === null || escape === undefined) return undefined;
  const start = valueSpan(parts).start + match.index + match[0].length - escape.length;
  const message = t("'{0}' means nothing in double quotes. Type '\\{0}', or put the value in single quotes.", escape);
  const fix = certainFix(t("Type '\\{0}'", escape), insertion(start, '\\'));
  return broken(parts, message, { start, end: start + escape.length }, fix);
}

function textAfterQuote(parts: Parts): Explanation {
  const quote = parts.value.charAt(0);
  const match =
    quote === '"' ? /^"(?:[^"\\]|\\.)*"/.exec(parts.value) : quote === "'" ? /^'(?:[^']|'')*'/.exec(parts.value) : null;
  if (match === null || /^\s*(?:#.*)?$/.test(parts.value.slice(match[0].length))) return undefined;
  const start = valueSpan(parts).start + match[0].length;
  const advice =
    quote === '"'
      ? t("put the whole value in single quotes, or write '\\\"' for a quote inside it")
      : t("write '' for an apostrophe inside the value");
  return broken(
    parts,
    t('The value ends at this quote, but the line goes on: {0}.', advice),
    { start: start - 1, end: start },
    quoteAll(parts),
  );
}

function indentedKey(parts: Parts): Explanation {
  if (parts.value === '') return undefined;
  const entries = [entry(parts.chunk, parts.key, parts.value, parts.valueColumn)];
  const problems: FrontMatterProblem[] = [];
  for (const match of parts.chunk.text.matchAll(/\n([ \t]+)([A-Za-z_][\w.-]*)(: +)(.*)/g)) {
    const [, indent = '', key = '', colon = '', value = ''] = match;
    const start = parts.chunk.start + match.index + 1;
    const message = t(
      "The key '{0}' is indented, so it belongs to '{1}'. Remove the spaces before it.",
      key,
      parts.key,
    );
    const span = { start, end: start + indent.length };
    problems.push(syntaxError(message, span, certainFix(t("Remove the spaces before '{0}'", key), removal(span))));
    entries.push(entry({ ...parts.chunk, start: start + indent.length }, key, value.trimEnd(), (key + colon).length));
  }
  return problems.length === 0 ? undefined : { entries, problems };
}

function repeatedKey(parts: Parts): Explanation {
  if (!parts.value.startsWith(`${parts.key}:`)) return undefined;
  const value = parts.value.slice(parts.key.length + 1).trimStart();
  const column = parts.valueColumn + parts.value.length - value.length;
  const start = valueSpan(parts).start;
  const problem = syntaxError(
    t("The key is written twice. Type '{0}: {1}'.", parts.key, value),
    { start, end: start + parts.key.length + 1 },
    certainFix(t('Remove the second key'), removal({ start, end: parts.chunk.start + column })),
  );
  return { entries: [entry(parts.chunk, parts.key, value, column)], problems: [problem] };
}

function gluedKeys(parts: Parts): Explanation {
  const match = gluedKey.exec(parts.value);
  const key = match?.[1];
  if (match === null || key === undefined || match.index === 0) return undefined;
  // `Give the page a title: how to` is a sentence, and may be one for other words, too.
  const mayBeWord = !key.includes('.') && /\s$/.test(parts.value.slice(0, match.index));
  if (mayBeWord && key === parts.key) return undefined;
  const start = valueSpan(parts).start + match.index;
  const value = parts.value.slice(match.index + match[0].length);
  const fix = mayBeWord ? possibleFix : certainFix;
  const problem = syntaxError(
    t("A line break is missing before '{0}:'.", key),
    { start, end: start + key.length + 1 },
    fix(t("Begin a line with '{0}'", key), insertion(start, '\n')),
    ...(mayBeWord ? [quoteAll(parts)] : []),
  );
  return {
    entries: [
      entry(parts.chunk, parts.key, parts.value.slice(0, match.index).trimEnd(), parts.valueColumn),
      entry({ ...parts.chunk, start }, key, value, match[0].length),
    ],
    problems: [problem],
  };
}

function nestedColon(parts: Parts): Explanation {
  if (/^["'[{|>&*!%@`]/.test(parts.value)) return undefined;
  const colon = /:(?:\s|$)/.exec(parts.value);
  if (colon === null) return undefined;
  const start = valueSpan(parts).start + colon.index;
  const message = t(
    "A value with a colon and a space in it must be in quotes. Type '{0}: {1}'.",
    parts.key,
    quotedText(parts.value),
  );
  return broken(parts, message, { start, end: start + 1 }, inQuotes(parts));
}

function unclosedBracket(parts: Parts): Explanation {
  const open = parts.value.charAt(0);
  if (open !== '[' && open !== '{') return undefined;
  const close = open === '[' ? ']' : '}';
  const { text } = parts.chunk;
  if (text.split(open).length <= text.split(close).length) return undefined;
  const message = t(
    "The closing {0} is missing. If the value is text, put it in quotes: '{1}: {2}'.",
    close,
    parts.key,
    quotedText(parts.value),
  );
  return broken(parts, message, valueSpan(parts), quoteAll(parts));
}

function reservedStart(parts: Parts): Explanation {
  const sign = /^(?:\*+|[`,@%&!|>[\]{}])/.exec(parts.value)?.[0];
  if (sign === undefined) return undefined;
  const message = t(
    "A value cannot start with '{0}' in YAML. Put it in quotes: '{1}: {2}'.",
    sign,
    parts.key,
    quotedText(parts.value),
  );
  return broken(parts, message, valueSpan(parts), inQuotes(parts));
}

/** Certain where the chunk is that one line, and no other key in it: what follows may belong to the value. */
function inQuotes(parts: Parts): Fix {
  const isOneLine = parts.chunk.text.trimEnd() === parts.line.trimEnd();
  const fix = quoteAll(parts);
  return isOneLine && !parts.value.includes(' #') && !gluedKey.test(parts.value) ? { ...fix, isCertain: true } : fix;
}

function quoteAll(parts: Parts): Fix {
  return possibleFix(t('Put the value in quotes'), { span: valueSpan(parts), newText: quotedText(parts.value) });
}

/** A finding on a key whose value is kept as the text that stands there, with the lines that go on with it. */
function broken({ chunk, key, valueColumn }: Parts, message: string, span: Span, ...fixes: readonly Fix[]): Recovered {
  const lines = chunk.text.slice(valueColumn).split('\n');
  // Comments below it belong to nothing or to the next key.
  const last = lines.findLastIndex((line, index) => index === 0 || !/^\s*(?:#|$)/.test(line));
  const written = lines.slice(0, last + 1).join('\n');
  const value = written.trim();
  const column = value === '' ? valueColumn : valueColumn + written.indexOf(value);
  return { entries: [entry(chunk, key, value, column)], problems: [syntaxError(message, span, ...fixes)] };
}

function syntaxError(message: string, span: Span, ...fixes: readonly Fix[]): FrontMatterProblem {
  return { code: 'yaml-header-syntax-error', message, span, ...(fixes.length === 0 ? {} : { fixes }) };
}

function valueSpan(parts: Parts): Span {
  const start = parts.chunk.start + parts.valueColumn;
  return { start, end: start + parts.value.length };
}

/** An entry for text that is not YAML: the key as written and the value as plain text. */
function entry(chunk: Chunk, key: string, value: string, valueColumn: number): LocatedEntry {
  const start = chunk.start + valueColumn;
  return {
    key: key.trim(),
    keySpan: { start: chunk.start, end: chunk.start + key.length },
    value: {
      kind: 'scalar',
      value: resolvePlainScalar(value),
      source: value,
      span: { start, end: start + value.length },
    },
  };
}
