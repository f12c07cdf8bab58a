import type { Code } from '../rules/codes';
import { createLineIndex, type Position, type Span } from '../text/position';
import { bodyStart } from './body';
import { ExpansionBudget, followInclude, type IncludeSource } from './follow';
import { scanLinks } from './links';
import { rebaseLink } from './rebase';
import { scanIncludes, type IncludeDirective } from './scan';
import { escapedStart, joined, setApart, SourceLines } from './surroundings';
import { contentSpan } from './placing';

/**
 * A stretch of expanded text. Each of its line breaks is one of the source; a blank line that sets a block apart is a piece
 * of its own.
 */
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
  private readonly budget = new ExpansionBudget();

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
    const included = { chain, lines: new SourceLines(text, body) };
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
      const content = this.content(included, change, lines.positionAt(change.span.start));
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
    { chain, lines }: Included,
    directive: IncludeDirective,
    position: Position,
  ): ExpandedPiece[] | undefined {
    const path = chain.at(-1) ?? this.root;
    const followed = followInclude(this.source, chain, directive.path);
    if (followed.kind !== 'content') {
      if (followed.kind === 'problem') this.report(followed.code, followed.message, path, position);
      return undefined;
    }
    const { start, end } = contentSpan(followed.text, followed.bodyStart);
    const { span, form } = directive;
    const around =
      form === 'inline' || lines.isCell(span, position.line) ? undefined : lines.around(span, position.line);
    const marks = around === undefined ? 0 : around.prefix.length * lineCount(followed.text);
    const refusal = this.budget.refuses(end - start + marks);
    if (refusal !== undefined) {
      this.report('include-invalid', refusal, path, position);
      return undefined;
    }
    const content = followed.text.slice(0, end);
    const pieces = this.expand(content, start, followed.bodyStart, [...chain, followed.path]);
    if (around !== undefined) return setApart(pieces, around, { path, line: position.line });
    return lines.startsLine(span, position.line) ? escapedStart(joined(pieces)) : joined(pieces);
  }

  private rebasedLinks(
    text: string,
    body: number,
    path: string,
    directives: readonly IncludeDirective[],
  ): { readonly span: Span; readonly link: string }[] {
    if (path === this.root) return [];
    const includePaths = new Set(directives.map(({ pathSpan }) => pathSpan.start));
    return scanLinks(text, body).flatMap(({ span }) => {
      if (includePaths.has(span.start)) return [];
      const written = text.slice(span.start, span.end);
      const link = rebaseLink(written, path, this.root);
      return link === written ? [] : [{ span, link }];
    });
  }

  private report(code: Code, message: string, path: string, position: Position): void {
    this.problems.push({ code, message, path, position });
  }
}

/** A text that is being expanded. */
interface Included {
  readonly chain: readonly string[];
  readonly lines: SourceLines;
}

function byStart(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start;
}

function lineCount(text: string): number {
  return text.split(/\r\n?|\n/).length;
}
