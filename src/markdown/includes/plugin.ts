import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { ExpansionBudget, followInclude, type IncludeSource } from '../../core/includes/follow';
import { basename, relativeLink } from '../../core/text/path';
import { IncludedContent, type IncludedFile } from './content';
import { parseIncludes } from './parse';
import { blockType, inlineType, metaOf } from './tokens';

/** What the plugin asks of its host. `env` is what the host hands to markdown-it when it renders. */
export interface IncludePluginOptions {
  /** Root-relative path of the document that is rendered; without one its includes are shown as they are written. */
  pathOf(env: unknown): string | undefined;
  sourceOf(env: unknown): IncludeSource;
  /** Whether the edges of an include are marked with its file, and problems explained: for people, not for publishing. */
  readonly markers: boolean;
}

/** Expands `[!include [label](path)]` while rendering (docfx-semantics, includes). */
export function includePlugin(md: MarkdownIt, options: IncludePluginOptions): void {
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
  private readonly budgets = new WeakMap<object, ExpansionBudget>();

  constructor(
    private readonly md: MarkdownIt,
    private readonly options: IncludePluginOptions,
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
      asWritten: () => this.asWritten(token),
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
    const refusal = this.budgetOf(env).refuses(followed.text.length);
    if (refusal !== undefined) return show.problem(refusal);
    this.chain = [...chain, followed.path];
    try {
      return show.content(followed, shownPath);
    } finally {
      this.chain = outer;
    }
  }

  /** One for each rendering, as each has an environment of its own. */
  private budgetOf(env: unknown): ExpansionBudget {
    if (typeof env !== 'object' || env === null) return new ExpansionBudget();
    const budget = this.budgets.get(env) ?? new ExpansionBudget();
    this.budgets.set(env, budget);
    return budget;
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
    return `<div${this.attributes(token, 'dynamics-docs-include')} data-include-file="${escapeHtml(path)}">${source}\n${html}${end}</div>\n`;
  }

  private problem(token: Token, message: string): string {
    if (!this.options.markers) return this.asWritten(token);
    const { escapeHtml } = this.md.utils;
    const name = token.type === blockType ? 'div' : 'span';
    const attributes = this.attributes(token, 'dynamics-docs-include-problem');
    const reason = `<span class="dynamics-docs-include-reason">${escapeHtml(message)}</span>`;
    return `<${name}${attributes} role="note"><code>${escapeHtml(token.content)}</code> ${reason}</${name}>${token.type === blockType ? '\n' : ''}`;
  }

  private asWritten(token: Token): string {
    const text = this.md.utils.escapeHtml(token.content);
    if (token.type === inlineType) return text;
    const attributes = this.options.markers ? this.attributes(token, 'dynamics-docs-include-pending') : '';
    return `<p${attributes}>${text}</p>\n`;
  }

  /** The token's own attributes, with the line that the preview needs, and a class. */
  private attributes(token: Token, className: string): string {
    const { escapeHtml } = this.md.utils;
    const own = (token.attrs ?? []).filter(([name]) => name !== 'class');
    const classes = [className, token.attrGet('class') ?? ''].filter((one) => one !== '').join(' ');
    return [['class', classes] as const, ...own]
      .map(([name, value]) => ` ${escapeHtml(name)}="${escapeHtml(value)}"`)
      .join('');
  }
}
