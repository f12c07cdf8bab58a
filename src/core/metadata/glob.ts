/**
 * DocFX's globs, which no library has: case-insensitive, `!` toggles, braces nest, `\` escapes, `**.md` means
 * `**\/*.md` but `bank**.md` means `bank*.md`, and a name that starts with a dot matches only where the pattern names
 * the dot. Source: DocFX v2 GlobMatcher and its tests. Matching is linear in pattern times path: no pattern from a
 * repository can hang us.
 */
export interface Glob {
  readonly pattern: string;
  /** @param path relative to the folder that the pattern belongs to, `/` separated */
  matches(path: string): boolean;
}

type Token =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'star' }
  | { readonly kind: 'class'; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] };

/** A segment between slashes: `**` for any number of them, a name, `*` and the end of a name, or anything else. */
type Segment =
  | 'globstar'
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'ending'; readonly text: string }
  | { readonly kind: 'tokens'; readonly tokens: readonly Token[] };

/** `{a,b}{c,d}…` doubles with every pair: a pattern that expands beyond this matches nothing. */
const maxExpansions = 1024;
/** Braces are opened one after the other and one in the other: a pattern with more of them matches nothing. */
const maxGroups = 100;

export function compileGlob(pattern: string): Glob {
  let body = pattern;
  let negated = false;
  while (body.startsWith('!')) {
    negated = !negated;
    body = body.slice(1);
  }
  const alternatives = expandBraces(body)?.map(parsePath);
  return {
    pattern,
    matches(path) {
      if (alternatives === undefined) return false;
      const segments = segmentsOf(path);
      return alternatives.some((alternative) => matchSegments(alternative, segments)) !== negated;
    },
  };
}

let lastPath = '';
let lastSegments: readonly string[] = [];

/** Many patterns are asked about one path in a row: it is split once. */
function segmentsOf(path: string): readonly string[] {
  if (path !== lastPath) {
    lastPath = path;
    lastSegments = path.toLowerCase().split('/');
  }
  return lastSegments;
}

/** Whether the pattern can match anything: unbalanced braces and endless ones cannot. */
export function isMatchable(pattern: string): boolean {
  return expandBraces(pattern.replace(/^!+/, '')) !== undefined;
}

/** All patterns that the braces stand for; `undefined` where they are unbalanced or too many. */
function expandBraces(pattern: string): string[] | undefined {
  return pattern.split('{').length > maxGroups + 1 ? undefined : expandGroups(pattern);
}

function expandGroups(pattern: string): string[] | undefined {
  const open = indexOutsideEscape(pattern, '{', 0);
  if (open === -1) return indexOutsideEscape(pattern, '}', 0) === -1 ? [pattern] : undefined;
  const group = splitGroup(pattern, open);
  if (group === undefined || indexOutsideEscape(pattern.slice(0, open), '}', 0) !== -1) return undefined;
  const results: string[] = [];
  for (const option of group.options) {
    const expanded = expandGroups(pattern.slice(0, open) + option + pattern.slice(group.end));
    if (expanded === undefined || results.length + expanded.length > maxExpansions) return undefined;
    results.push(...expanded);
  }
  return results;
}

/** The options of the group that opens at `open`, and the offset behind its closing brace. */
function splitGroup(pattern: string, open: number): { options: string[]; end: number } | undefined {
  const options: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (let i = open; i < pattern.length; i++) {
    const char = pattern.charAt(i);
    if (char === '\\') i++;
    else if (char === '{') depth++;
    else if (char === ',' && depth === 1) {
      options.push(pattern.slice(from, i));
      from = i + 1;
    } else if (char === '}' && --depth === 0) {
      options.push(pattern.slice(from, i));
      return { options, end: i + 1 };
    }
  }
  return undefined;
}

function indexOutsideEscape(text: string, char: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    if (text.charAt(i) === '\\') i++;
    else if (text.charAt(i) === char) return i;
  }
  return -1;
}

function parsePath(pattern: string): Segment[] {
  const segments = pattern.toLowerCase().split('/');
  return segments.flatMap((segment, index): Segment[] => {
    const last = index === segments.length - 1;
    // A trailing '**' stands for the files below: it takes at least one name.
    if (/^\*{2,}$/.test(segment)) return last ? ['globstar', { kind: 'ending', text: '' }] : ['globstar'];
    // A leading './' and an empty segment from a doubled slash stand for nothing.
    if ((segment === '' || segment === '.') && !last) return [];
    if (segment.startsWith('**')) return ['globstar', parseSegment(segment.slice(1))];
    return [parseSegment(segment)];
  });
}

/** Nearly every segment is a name or `*.md`, which are compared as a whole. */
function parseSegment(segment: string): Segment {
  const tokens = tokensOf(segment);
  const [first, ...others] = tokens;
  const rest = first?.kind === 'star' ? others : tokens;
  const text = rest.map((token) => (token.kind === 'char' ? token.char : '')).join('');
  if (text.length < rest.length) return { kind: 'tokens', tokens };
  return { kind: first?.kind === 'star' ? 'ending' : 'name', text };
}

function tokensOf(segment: string): Token[] {
  const tokens: Token[] = [];
  // Where one class never closes, none behind it does: it is looked for once.
  let closes = true;
  for (let i = 0; i < segment.length; i++) {
    const char = segment.charAt(i);
    if (char === '*') {
      if (tokens.at(-1)?.kind !== 'star') tokens.push({ kind: 'star' });
    } else if (char === '?') {
      tokens.push({ kind: 'any' });
    } else if (char === '\\' && i + 1 < segment.length) {
      tokens.push({ kind: 'char', char: segment.charAt(++i) });
    } else if (char === '[') {
      const parsed: Class | undefined = closes ? parseClass(segment, i) : undefined;
      closes = parsed !== undefined;
      tokens.push(parsed?.token ?? { kind: 'char', char });
      i = parsed?.end ?? i;
    } else {
      tokens.push({ kind: 'char', char });
    }
  }
  return tokens;
}

interface Class {
  readonly token: Token;
  readonly end: number;
}

/** The class that opens at `start`, with the offset of its `]`; `undefined` where it never closes. */
function parseClass(segment: string, start: number): Class | undefined {
  const negated = segment.charAt(start + 1) === '^';
  const chars: string[] = [];
  const ranges: (readonly [string, string])[] = [];
  for (let i = start + (negated ? 2 : 1); i < segment.length; i++) {
    const char = segment.charAt(i);
    if (char === ']')
      return { token: { kind: 'class', negated, ranges: [...ranges, ...chars.map((c) => [c, c] as const)] }, end: i };
    const low = chars.at(-1);
    const high = segment.charAt(i + 1);
    if (char === '-' && low !== undefined && high !== '' && high !== ']') {
      ranges.push([low, high]);
      i++;
    } else {
      chars.push(char === '\\' ? segment.charAt(++i) : char);
    }
  }
  return undefined;
}

/** Two pointers with one point of return, since a later `**` always covers what an earlier one could. */
function matchSegments(pattern: readonly Segment[], path: readonly string[]): boolean {
  let p = 0;
  let s = 0;
  let backPattern = -1;
  let backPath = 0;
  while (s < path.length) {
    const segment = pattern[p];
    const name = path[s] ?? '';
    if (segment === 'globstar') {
      backPattern = ++p;
      backPath = s;
    } else if (segment !== undefined && matchSegment(segment, name)) {
      p++;
      s++;
    } else if (backPattern !== -1 && !(path[backPath] ?? '').startsWith('.')) {
      p = backPattern;
      s = ++backPath;
    } else {
      return false;
    }
  }
  while (pattern[p] === 'globstar') p++;
  return p === pattern.length;
}

function matchSegment(segment: Exclude<Segment, 'globstar'>, name: string): boolean {
  if (segment.kind === 'name') return name === segment.text;
  // `*` stands for no leading dot, and matches no empty name.
  if (segment.kind === 'ending') return name !== '' && !name.startsWith('.') && name.endsWith(segment.text);
  return matchTokens(segment.tokens, name);
}

function matchTokens(tokens: readonly Token[], name: string): boolean {
  // Neither `*`, `?` nor a class stands for a leading dot or an empty name.
  if (tokens[0]?.kind !== 'char' && (name.startsWith('.') || name === '')) return false;
  let t = 0;
  let n = 0;
  let backToken = -1;
  let backName = 0;
  while (n < name.length) {
    const token = tokens[t];
    if (token?.kind === 'star') {
      backToken = ++t;
      backName = n;
    } else if (token !== undefined && matchChar(token, name.charAt(n))) {
      t++;
      n++;
    } else if (backToken !== -1) {
      t = backToken;
      n = ++backName;
    } else {
      return false;
    }
  }
  while (tokens[t]?.kind === 'star') t++;
  return t === tokens.length;
}

function matchChar(token: Token, char: string): boolean {
  switch (token.kind) {
    case 'char':
      return token.char === char;
    case 'any':
      return true;
    case 'class':
      return token.ranges.some(([low, high]) => char >= low && char <= high) !== token.negated;
    case 'star':
      return false;
  }
}
