import type MarkdownIt from 'markdown-it';
import type Renderer from 'markdown-it/lib/renderer.mjs';
import type { StateBlock } from 'markdown-it/index.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import { readCodeDirective, type CodeDirective } from '../../core/directives/code';
import { selectCodeLines, type CodeLine } from '../../core/directives/codeLines';
import type { ExpansionBudget } from '../../core/includes/follow';
import type { ResolvedInclude } from '../../core/includes/resolve';
import { Budgets } from '../budgets';
import type { RenderHost } from '../host';
import { asWritten, problemBox } from '../written';
import { colon, firstCode, lineOf } from './container';
import { codeType, codeMetaOf, type CodeMeta } from './codeTokens';

const bracket = 91;

/** `[!code-lang[name](path)]` and `:::code source="path":::`: lines of a code file, which the host has read. */
export function codePlugin(md: MarkdownIt, host: RenderHost): void {
  md.block.ruler.before('table', codeType, parseBlock, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  const budgets = new Budgets();
  md.renderer.rules[codeType] = (tokens, index, _options, env: unknown, self) => {
    const token = tokens[index];
    return token === undefined ? '' : renderCode(md, host, { token, env, self, budget: budgets.of(env) });
  };
}

function parseBlock(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const first = firstCode(state, startLine);
  if (first !== bracket && first !== colon) return false;
  const indent = (state.sCount[startLine] ?? 0) - state.blkIndent;
  if (indent < 0 || indent >= 4) return false;
  const line = lineOf(state, startLine);
  const directive = readCodeDirective(line);
  if (directive === undefined) return false;
  if (silent) return true;
  const token = state.push(codeType, '', 0);
  const meta: CodeMeta = { directive, from: undefined };
  Object.assign(token, { content: line, meta, map: [startLine, startLine + 1] });
  state.line = startLine + 1;
  return true;
}

interface Rendering {
  readonly token: Token;
  readonly env: unknown;
  readonly self: Renderer;
  readonly budget: ExpansionBudget;
}

function renderCode(md: MarkdownIt, host: RenderHost, rendering: Rendering): string {
  const { token, env } = rendering;
  const { directive, from = host.pathOf(env) } = codeMetaOf(token);
  const source = host.sourceOf(env);
  const resolved = from === undefined ? undefined : source.resolve(from, directive.path);
  if (resolved === undefined) return asWritten(md, token, true, host.markers);
  const problem = (message: string): string =>
    host.markers ? problemBox(md, token, true, message) : asWritten(md, token, true, false);
  const { target } = resolved;
  const refusal = refusalOf(directive.path, resolved);
  if (refusal !== undefined || target === undefined) return problem(refusal ?? notFound(directive.path));
  const text = source.text(target);
  if (text === undefined) return problem(`'${target}' cannot be read.`);
  const tooMuch = rendering.budget.refuses(text.length);
  if (tooMuch !== undefined) return problem(tooMuch);
  const lines = selectCodeLines(text, directive);
  if (lines === undefined) return problem(`There is no snippet '${directive.id}' in '${target}'.`);
  return renderLines(md, lines, directive, rendering);
}

/** Why there is no code to show; what differs in case is shown, as for includes. */
function refusalOf(written: string, { status, target }: ResolvedInclude): string | undefined {
  switch (status) {
    case 'ok':
    case 'not-markdown':
    case 'case-mismatch':
      return undefined;
    case 'not-found':
      return `${notFound(written)}${target === undefined ? '' : ` There is no file '${target}'.`}`;
    case 'outside-root':
      return `The code '${written}' lies outside of the repository. Nothing outside of it is read.`;
    case 'unavailable':
      return `The code '${written}' lies in a dependent repository that is not on this disk. The build has it.`;
  }
}

/** In the words of the Learn build. */
function notFound(written: string): string {
  return `Invalid code snippet link: '${written}'.`;
}

function renderLines(
  md: MarkdownIt,
  lines: readonly CodeLine[],
  { language, path }: CodeDirective,
  { token, env, self }: Rendering,
): string {
  const info = language === '' ? (/\.([\w-]{1,20})$/.exec(path)?.[1] ?? '') : language;
  const { fence } = self.rules;
  if (fence === undefined || lines.some(({ isHighlighted }) => isHighlighted))
    return markedLines(md, lines, info, token);
  const code = Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token);
  Object.assign(code, { type: 'fence', tag: 'code', info, content: lines.map(({ text }) => `${text}\n`).join('') });
  return fence([code], 0, md.options, env, self);
}

/** Whole lines can be marked only in code without colours: those of a highlighter go over the ends of lines. */
function markedLines(md: MarkdownIt, lines: readonly CodeLine[], info: string, token: Token): string {
  const { escapeHtml } = md.utils;
  const shown = lines.map(({ text, isHighlighted }) =>
    isHighlighted ? `<mark class="dynamics-docs-line">${escapeHtml(text)}\n</mark>` : `${escapeHtml(text)}\n`,
  );
  const name = info === '' ? '' : ` class="${escapeHtml(`${md.options.langPrefix}${info}`)}"`;
  const attributes = (token.attrs ?? []).map(([key, value]) => ` ${escapeHtml(key)}="${escapeHtml(value)}"`).join('');
  return `<pre${attributes}><code${name}>${shown.join('')}</code></pre>\n`;
}
