import type { Code } from '../rules/codes';
import { createLineIndex, type Position, type Span } from '../text/position';
import { bodyStart } from './body';
import { followInclude, type IncludeSource } from './follow';
import { scanLinks } from './links';
import { contentSpan, indentedText, isCellBlock, joinedLines, lineBreakOf, linePrefix } from './placing';
import { rebaseLink } from './rebase';
import { scanIncludes, type IncludeDirective } from './scan';

/** A stretch of expanded text. Each of its line breaks is one of the source. */
export interface ExpandedPiece {
  readonly text: string;
  /** The file that it comes from, root-relative. */
  readonly path: string;
  /** Line of the file, from 0, that it starts in. */
  readonly line: number;
}

/** An include that stays as it is written, and why. */
export interface ExpansionProblem {
  readonly code: Code;
  readonly message: string;
  /** The file that the directive stands in. */
  readonly path: string;
  readonly position: Position;
}

export interface Expansion {
  /** In order; together they are the text. */
  readonly pieces: readonly ExpandedPiece[];
  readonly problems: readonly ExpansionProblem[];
}

/** Files that include each other many times over double with each level: what people write stays far below. */
const maxExpansions = 10_000;
const maxLength = 20_000_000;

/**
 * The Markdown of an article with its includes in place, as the build sees it: front matter of included files dropped,
 * links rebased, content of a block include under the marks of its list or quote, an inline one joined to a line.
 */
export function expandIncludes(path: string, text: string, source: IncludeSource): Expansion {
  const expander = new Expander(path, source);
  return { pieces: expander.expand(text, 0, bodyStart(text), [path]), problems: expander.problems };
}

export function expandedText({ pieces }: Pick<Expansion, 'pieces'>): string {
  return pieces.map((piece) => piece.text).join('');
}

class Expander {
  readonly problems: ExpansionProblem[] = [];
  private count = 0;
  private length = 0;

  constructor(
    /** The article: what links are rebased to. */
    private readonly root: string,
    private readonly source: IncludeSource,
  ) {}

  /**
   * @param from where the result starts
   * @param body where Markdown starts
   * @param chain the files on the way, last the one that the text is of
   */
  expand(text: string, from: number, body: number, chain: readonly string[]): ExpandedPiece[] {
    const path = chain.at(-1) ?? this.root;
    const { directives } = scanIncludes(text, body);
    const lines = createLineIndex(text);
    const pieces: ExpandedPiece[] = [];
    let at = from;
    const copyTo = (end: number, replacement?: string): void => {
      const line = lines.positionAt(at).line;
      if (end > at || replacement !== undefined) pieces.push({ text: replacement ?? text.slice(at, end), path, line });
      at = end;
    };
    for (const change of [...directives, ...this.rebasedLinks(text, body, path, directives)].sort(byStart)) {
      copyTo(change.span.start);
      if ('link' in change) {
        copyTo(change.span.end, change.link);
        continue;
      }
      const content = this.content(text, change, chain, lines.positionAt(change.span.start));
      if (content === undefined) copyTo(change.span.end);
      else {
        pieces.push(...content);
        at = change.span.end;
      }
    }
    copyTo(text.length);
    return pieces;
  }

  /** What stands in place of a directive; `undefined` where it stays. */
  private content(
    text: string,
    directive: IncludeDirective,
    chain: readonly string[],
    position: Position,
  ): ExpandedPiece[] | undefined {
    const path = chain.at(-1) ?? this.root;
    const followed = followInclude(this.source, chain, directive.path);
    if (followed.kind !== 'content') {
      if (followed.kind === 'problem') this.report(followed.code, followed.message, path, position);
      return undefined;
    }
    if (++this.count > maxExpansions || this.length > maxLength) {
      this.report('include-invalid', `There are more includes than can be shown (${maxExpansions}).`, path, position);
      return undefined;
    }
    const { start, end } = contentSpan(followed.text, followed.bodyStart);
    this.length += end - start;
    const content = followed.text.slice(0, end);
    const pieces = this.expand(content, start, followed.bodyStart, [...chain, followed.path]);
    const isCell = directive.form === 'block' && isCellBlock(text, directive.span);
    if (directive.form === 'inline' || isCell) return joined(pieces);
    return indented(pieces, linePrefix(text, directive.span.start), lineBreakOf(text));
  }

  private rebasedLinks(
    text: string,
    body: number,
    path: string,
    directives: readonly IncludeDirective[],
  ): { readonly span: Span; readonly link: string }[] {
    if (path === this.root) return [];
    const isInDirective = ({ start }: Span): boolean =>
      directives.some(({ span }) => span.start <= start && start < span.end);
    return scanLinks(text, body).flatMap(({ span }) => {
      if (isInDirective(span)) return [];
      const written = text.slice(span.start, span.end);
      const link = rebaseLink(written, path, this.root);
      return link === written ? [] : [{ span, link }];
    });
  }

  private report(code: Code, message: string, path: string, position: Position): void {
    this.problems.push({ code, message, path, position });
  }
}

function byStart(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start;
}

function indented(pieces: readonly ExpandedPiece[], prefix: string, lineBreak: string): ExpandedPiece[] {
  return pieces.map((piece) => ({ ...piece, text: indentedText(piece.text, prefix, lineBreak) }));
}

/** The lines of the pieces in one: paragraphs of an inline include are joined. */
function joined(pieces: readonly ExpandedPiece[]): ExpandedPiece[] {
  return pieces.flatMap(({ text, path, line }) =>
    joinedLines(text).map((part) => ({ text: part.text, path, line: line + part.line })),
  );
}
