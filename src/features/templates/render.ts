import { yamlText } from '../../core/frontMatter/edit';
import { locateHeader } from '../../core/frontMatter/locate';
import { plainLine, type Line, type Piece } from './pieces';

/** What a template can ask for: `{{title}}`. Nothing is known of those that are left out: the writer fills them in. */
export interface TemplateValues {
  readonly title?: string | undefined;
  /** Name of the product as readers know it. */
  readonly product?: string | undefined;
  /** What Learn calls it: `ms.service`. */
  readonly service?: string | undefined;
  /** GitHub ID. */
  readonly author?: string | undefined;
  /** Microsoft alias. */
  readonly alias?: string | undefined;
  /** Today, as `ms.date` is written. */
  readonly date?: string | undefined;
  /** The include that articles of the folder begin with: takes the place of `{{banner}}` on a line of its own. */
  readonly banner?: string | undefined;
}

const valueNames = ['title', 'product', 'service', 'author', 'alias', 'date'] as const;
const values = valueNames.join('|');
/** `{{title}}`, or `{{? What the writer is to say of {{title}}. }}`. Nothing else in braces means anything. */
const marks = new RegExp(
  String.raw`\{\{(${values})\}\}|\{\{\?((?:[^{}\n]|\{\{(?:${values})\}\}|[{}](?![{}])){1,500})\}\}`,
  'g',
);
/** With the blank line behind it. */
const bannerLine = /^[ \t]*\{\{banner\}\}[ \t]*(?:\n(?:[ \t]*(?:\n|$))?|$)/gm;

/** Fills a template in. Values are written as the place asks for: as YAML in front matter, as Markdown elsewhere. */
export function renderTemplate(template: string, given: TemplateValues): readonly Line[] {
  const { banner = '' } = given;
  const text = template.replaceAll(bannerLine, (line) => (banner === '' ? '' : line.replace('{{banner}}', banner)));
  const content = locateHeader(text).header?.content;
  let at = 0;
  return text.split('\n').map((line) => {
    const isHeader = content !== undefined && at >= content.start && at < content.end;
    at += line.length + 1;
    return isHeader ? headerLine(line, given) : bodyLine(line, given);
  });
}

function bodyLine(line: string, given: TemplateValues): Line {
  return piecesOf(line, (name) => given[name] ?? { placeholder: name }, markdownText);
}

const keyAndValue = /^([ \t]*(?:-[ \t]+)?(?:[^\s:#'"][^:'"]*:(?=[ \t]))?[ \t]*)(.*)$/;

/** A value that holds anything to fill in is written as one text, in quotes where it must be. */
function headerLine(line: string, given: TemplateValues): Line {
  const [, before = '', written = ''] = keyAndValue.exec(line) ?? [];
  if (before.trimStart().startsWith('#') || written.search(marks) === -1) return [line];
  const pieces = piecesOf(
    unquoted(written.trimEnd()),
    (name) => given[name] ?? { placeholder: '' },
    (text) => text,
  );
  const plain = plainLine(pieces);
  const text = plain === '' ? '' : yamlText(plain);
  if (pieces.every((piece) => typeof piece === 'string')) return [before, text];
  const quote = /^["']/.exec(text)?.[0] ?? '';
  const inner = text.slice(quote.length, text.length - quote.length);
  return [`${before}${quote}`, { placeholder: inner }, ...(quote === '' ? [] : [quote])];
}

function unquoted(text: string): string {
  return /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
}

type ValueName = (typeof valueNames)[number];

function piecesOf(line: string, valueOf: (name: ValueName) => Piece, written: (value: string) => string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of line.matchAll(marks)) {
    const [whole, name, words] = match;
    if (match.index > at) pieces.push(line.slice(at, match.index));
    at = match.index + whole.length;
    if (words !== undefined) {
      pieces.push({ placeholder: plainLine(piecesOf(words.trim(), valueOf, written)) });
      continue;
    }
    const value = valueOf(name as ValueName);
    pieces.push(typeof value === 'string' ? written(value) : value);
  }
  if (at < line.length) pieces.push(line.slice(at));
  return pieces;
}

/** A text as Markdown that reads as this text. */
function markdownText(value: string): string {
  return value.replaceAll(/[\\`*[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#|\w)|#+$/gu, String.raw`\$&`);
}
