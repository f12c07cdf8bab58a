import { endMarkOf } from '../../directives/blocks';
import { wantsEnd, type Directive } from '../../structure/forms/directives';
import { insertion } from '../../text/edit';
import { lineStartOf } from '../../text/lines';
import { certainFix, possibleFix, type Fix } from '../fix';
import type { RuleFinding } from '../rule';
import { asWarning, codeOfBlock } from './blockCodes';
import type { FormContext, FormRule } from './formRule';
import { t } from '../../text/localize';

/** Elements that never end, that end nothing, and that stand where they cannot. */
export const directiveNesting: FormRule = (context) => new Nesting(context).findings();

/** A line that begins or ends an element; without a directive where it stands in code or HTML, which the build may see otherwise. */
interface Mark {
  readonly start: number;
  readonly name: string;
  readonly isEnd: boolean;
  readonly directive: Directive | undefined;
}

class Nesting {
  private readonly found: RuleFinding[] = [];
  /** Elements that are open, outermost first, and how many of each name. */
  private readonly open: Mark[] = [];
  private readonly counts = new Map<string, number>();

  constructor(private readonly context: FormContext) {}

  findings(): readonly RuleFinding[] {
    for (const mark of marksOf(this.context)) {
      if (mark.isEnd) this.end(mark);
      else this.begin(mark);
    }
    for (const mark of this.open.splice(0)) this.unclosed(mark, undefined);
    return this.found.sort((a, b) => a.span.start - b.span.start);
  }

  private begin(mark: Mark): void {
    if (mark.name === 'column' && this.open.at(-1)?.name === 'column') {
      for (const before of this.close(this.open.length - 1)) this.unclosed(before, mark);
    }
    const { directive } = mark;
    if (directive !== undefined) {
      if (mark.name === 'zone' && this.isOpen('zone'))
        this.report(directive, t('Zones cannot stand in each other. End the outer one before this.'));
      // Between the two may stand what only some readers see.
      if (mark.name === 'column' && !this.isOpen('row'))
        this.report(directive, t("A column stands in a row. Type '{0}' on a line before it.", ':::row:::'));
    }
    this.open.push(mark);
    this.counts.set(mark.name, (this.counts.get(mark.name) ?? 0) + 1);
  }

  private isOpen(name: string): boolean {
    return (this.counts.get(name) ?? 0) > 0;
  }

  /** What is open from an index on, no more. */
  private close(from: number): readonly Mark[] {
    const closed = this.open.splice(from);
    for (const { name } of closed) this.counts.set(name, (this.counts.get(name) ?? 1) - 1);
    return closed;
  }

  private end(mark: Mark): void {
    if (!this.isOpen(mark.name)) {
      this.unopened(mark);
      return;
    }
    const at = this.open.findLastIndex(({ name }) => name === mark.name);
    for (const inner of this.close(at).slice(1)) this.unclosed(inner, mark);
  }

  private report(directive: Directive, message: string): void {
    const code = directive.block === undefined ? undefined : codeOfBlock(directive.block.name);
    if (code !== undefined) this.found.push({ code, message, span: headOf(directive) });
  }

  private unopened({ directive, name }: Mark): void {
    if (directive?.block === undefined || codeOfBlock(directive.block.name) === undefined) return;
    const message =
      directive.block.ends === 'never'
        ? t("A '{0}' has no end. Remove this line.", `:::${name}`)
        : t("Nothing that begins with '{0}' stands before this end. Begin it, or remove this line.", `:::${name}`);
    this.found.push({ code: 'triple-colon-unopened', message, span: headOf(directive) });
  }

  /** @param next the line that ends what it stands in, or begins what it cannot hold */
  private unclosed({ directive }: Mark, next: Mark | undefined): void {
    const code = directive?.block === undefined ? undefined : codeOfBlock(directive.block.name);
    if (directive?.block === undefined || code === undefined) return;
    this.found.push({
      code,
      graded: asWarning(code),
      message: t(
        "This '{0}' never ends. Type '{1}' on a line behind its content.",
        `:::${directive.name}`,
        endOf(directive),
      ),
      span: headOf(directive),
      fixes: this.endFix(directive, next),
    });
  }

  /** A column ends where the next one begins, and at the end of its row. Anything else may end anywhere. */
  private endFix(directive: Directive, next: Mark | undefined): readonly Fix[] {
    const { text } = this.context;
    const mark = endOf(directive);
    const start = lineStartOf(text, directive.span.start);
    const before = text.slice(start, directive.span.start);
    if (before.trim() !== '') return [];
    if (next === undefined) {
      const lineBreak = text.endsWith('\n') ? '' : '\n';
      return [possibleFix(t("Type '{0}' at the end", mark), insertion(text.length, `${lineBreak}${before}${mark}\n`))];
    }
    if (directive.name !== 'column' || (next.name !== 'column' && next.name !== 'row')) return [];
    return [certainFix(t("Insert '{0}'", mark), insertion(lineStartOf(text, next.start), `${before}${mark}\n`))];
  }
}

function endOf({ block, colons, name }: Directive): string {
  return ':'.repeat(colons - 3) + endMarkOf({ name, closes: block?.closes ?? true });
}

function headOf({ span, nameSpan }: Directive): { readonly start: number; readonly end: number } {
  return { start: span.start, end: nameSpan.end };
}

/** The lines that begin and end elements, in their order. */
function marksOf({ forms }: FormContext): readonly Mark[] {
  const read = forms.directives
    .filter((directive) => directive.startsLine && (directive.isEnd || wantsEnd(directive)))
    .map((directive): Mark => ({
      start: directive.span.start,
      name: directive.name,
      isEnd: directive.isEnd,
      directive,
    }));
  const hidden = forms.hidden.map((mark): Mark => ({ ...mark, directive: undefined }));
  return [...read, ...hidden].sort((a, b) => a.start - b.start);
}
