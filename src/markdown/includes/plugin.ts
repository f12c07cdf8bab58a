import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { followInclude } from '../../core/includes/follow';
import { basename, relativeLink } from '../../core/text/path';
import { Budgets } from '../budgets';
import type { RenderHost } from '../host';
import { asWritten, elementAttributes, problemBox } from '../written';
import { IncludedContent, type IncludedFile } from './content';
import { parseIncludes } from './parse';
import { blockType, inlineType, metaOf } from './tokens';

/** Expands `[!include [label](path)]` while rendering (docfx-semantics, includes). */
export function includePlugin(md: MarkdownIt, options: RenderHost): void {
  parseIncludes(md);
  const renderer = new IncludeRenderer(md, options);
  md.renderer.rules[blockType] = (tokens, index, _options, env: unknown) => renderer.render(tokens[index], env);
  md.renderer.rules[inlineType] = (tokens, index, _options, env: unknown) => renderer.render(tokens[index], env);
  const renderAsText = md.renderer.renderInlineAsText.bind(md.renderer);
  // The text of an image's alt: markdown-it leaves out the tokens that it does not know.
  md.renderer.renderInlineAsText = (tokens, renderOptions, env: unknown) =>
    tokens
      .map((token) =>
        token.type === inlineType ? renderer.renderText(token, env) : renderAsText([token], renderOptions, env),
      )
      .join('');
}

class IncludeRenderer {
  private readonly content: IncludedContent;
  /** The files on the way to what is being rendered. Rendering is synchronous, so that one way at a time is enough. */
  private chain: readonly string[] = [];
  private readonly budgets = new Budgets();

  constructor(
    private readonly md: MarkdownIt,
    private readonly options: RenderHost,
  ) {
    this.content = new IncludedContent(md);
  }

  render(token: Token | undefined, env: unknown): string {
    if (token === undefined) return '';
    const isBlock = metaOf(token).form === 'block';
    return this.follow(token, env, {
      content: (file, shownPath) => {
        const html = isBlock
          ? this.renderBlocks(this.content.blocksOf(file, shownPath), env)
          : this.md.renderer.renderInline(this.content.inlinesOf(file, shownPath), this.md.options, env);
        return this.options.markers ? this.marked(token, html, file.path, shownPath) : html;
      },
      problem: (message) => this.problem(token, message),
      asWritten: () => asWritten(this.md, token, token.type === blockType, this.options.markers),
    });
  }

  /** With the method of the class: where a plugin puts another in its place, that one adds to what is a whole document. */
  private renderBlocks(tokens: Token[], env: unknown): string {
    const { renderer, options } = this.md;
    const { render } = Object.getPrototypeOf(renderer) as Pick<typeof renderer, 'render'>;
    return render.call(renderer, tokens, options, env);
  }

  renderText(token: Token, env: unknown): string {
    return this.follow(token, env, {
      content: (file, shownPath) =>
        this.md.renderer.renderInlineAsText(this.content.inlinesOf(file, shownPath), this.md.options, env),
      problem: () => token.content,
      asWritten: () => token.content,
    });
  }

  private follow(
    token: Token,
    env: unknown,
    show: {
      content(file: IncludedFile, shownPath: string): string;
      problem(message: string): string;
      asWritten(): string;
    },
  ): string {
    const shownPath = this.chain[0] ?? this.options.pathOf(env);
    if (shownPath === undefined) return show.asWritten();
    const outer = this.chain;
    const chain = outer.length === 0 ? [shownPath] : outer;
    const followed = followInclude(this.options.sourceOf(env), chain, metaOf(token).written);
    if (followed.kind === 'pending') return show.asWritten();
    if (followed.kind === 'problem') return show.problem(followed.message);
    const refusal = this.budgets.of(env).refuses(followed.text.length);
    if (refusal !== undefined) return show.problem(refusal);
    this.chain = [...chain, followed.path];
    try {
      return show.content(followed, shownPath);
    } finally {
      this.chain = outer;
    }
  }

  private marked(token: Token, html: string, path: string, shownPath: string): string {
    const { escapeHtml } = this.md.utils;
    if (token.type === inlineType && metaOf(token).form === 'inline')
      return `<span class="dynamics-docs-include-inline" title="${escapeHtml(path)}">${html}</span>`;
    const href = escapeHtml(this.md.normalizeLink(relativeLink(shownPath, path)));
    const source = `<a class="dynamics-docs-include-source" href="${href}" title="${escapeHtml(path)}">${escapeHtml(basename(path))}</a>`;
    const line = token.attrGet('data-line');
    // The preview scrolls by lines: what lies between these two elements is all of the directive's own line.
    const end =
      line === null ? '' : `<div class="dynamics-docs-include-end code-line" data-line="${escapeHtml(line)}"></div>`;
    return `<div${elementAttributes(this.md, token, 'dynamics-docs-include')} data-include-file="${escapeHtml(path)}">${source}\n${html}${end}</div>\n`;
  }

  private problem(token: Token, message: string): string {
    const isBlock = token.type === blockType;
    return this.options.markers
      ? problemBox(this.md, token, isBlock, message)
      : asWritten(this.md, token, isBlock, false);
  }
}
