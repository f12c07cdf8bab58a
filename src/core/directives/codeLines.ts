import type { CodeDirective, LineRange } from './code';

export interface CodeLine {
  readonly text: string;
  readonly isHighlighted: boolean;
}

/** How snippets begin and end in a comment of a language: `//<name>` … `//</name>`, `#region name` … `#endregion`. */
const startMark = /^(?:\/\/|#|--|'|%|;|rem\b|<!--|\/\*)\s*<\s*([\w.-]+)\s*>\s*(?:-->|\*\/)?$/i;
const endMark = /^(?:\/\/|#|--|'|%|;|rem\b|<!--|\/\*)\s*<\/\s*([\w.-]+)\s*>\s*(?:-->|\*\/)?$/i;
const regionStart = /^#\s*region\s+"?([^"]+)"?$/i;
const regionEnd = /^#\s*end\s*region\b/i;
/** Characters of a line that is nothing but a mark. */
const maxMark = 300;

/** The lines of a code file that a directive shows; `undefined` where the snippet that it names is not there. */
export function selectCodeLines(text: string, directive: CodeDirective): readonly CodeLine[] | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  if (lines.at(-1) === '') lines.pop();
  const chosen = directive.id === '' ? inRanges(lines, directive.ranges) : snippet(lines, directive.id);
  if (chosen === undefined) return undefined;
  const expanded = chosen.map(withoutTabs);
  const dedent = directive.dedent ?? commonIndent(expanded);
  return expanded.map((line, index) => ({
    text: line.slice(Math.min(dedent, indentOf(line))),
    isHighlighted: directive.highlight.some(({ start, end }) => start <= index + 1 && index + 1 <= end),
  }));
}

function inRanges(lines: readonly string[], ranges: readonly LineRange[]): readonly string[] {
  if (ranges.length === 0) return lines;
  const chosen: string[] = [];
  for (const { start, end } of ranges) {
    // The same lines over and over are nothing that is meant.
    if (chosen.length > lines.length) break;
    for (const line of lines.slice(Math.max(start - 1, 0), end)) chosen.push(line);
  }
  return chosen;
}

/** The lines between the marks of a snippet, without the marks of others. DocFX also knows it as `snippet` + name. */
function snippet(lines: readonly string[], id: string): readonly string[] | undefined {
  const names = [id.toLowerCase(), `snippet${id.toLowerCase()}`];
  const open: string[] = [];
  let found: string[] | undefined;
  for (const line of lines) {
    const mark = line.length > maxMark ? '' : line.trim();
    const start = startMark.exec(mark)?.[1] ?? regionStart.exec(mark)?.[1];
    if (start !== undefined) {
      open.push(start.trim().toLowerCase());
      if (found === undefined && names.includes(open.at(-1) ?? '')) found = [];
      continue;
    }
    const end = regionEnd.test(mark) ? open.at(-1) : endMark.exec(mark)?.[1]?.toLowerCase();
    if (end === undefined) found?.push(line);
    else {
      if (found !== undefined && names.includes(end)) return found;
      const at = open.lastIndexOf(end);
      if (at !== -1) open.splice(at, 1);
    }
  }
  return undefined;
}

function commonIndent(lines: readonly string[]): number {
  const indents = lines.filter((line) => line !== '').map(indentOf);
  return indents.reduce((least, indent) => Math.min(least, indent), indents[0] ?? 0);
}

function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 32) indent++;
  return indent;
}

/** Tabs at the start of a line become spaces up to the next multiple of four. */
function withoutTabs(line: string): string {
  let indent = '';
  let at = 0;
  for (; line.charAt(at) === ' ' || line.charAt(at) === '\t'; at++)
    indent += line.charAt(at) === ' ' ? ' ' : ' '.repeat(4 - (indent.length % 4));
  return indent + line.slice(at);
}
