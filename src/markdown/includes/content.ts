import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { rebaseHtml, rebaseLink } from '../../core/includes/rebase';
import { codeType, setCodeOrigin } from '../docfx/codeTokens';
import { copyOf } from './tokens';

/** A file that is included, with the offset of its body. */
export interface IncludedFile {
  readonly path: string;
  readonly text: string;
  readonly bodyStart: number;
}

interface Parsed {
  readonly text: string;
  readonly tokens: readonly Token[];
}

const maxRemembered = 1000;

/** The tokens of included files, each a document of its own. Parsed once for each text. */
export class IncludedContent {
  private readonly blocks = new Map<string, Parsed>();
  private readonly inlines = new Map<string, Parsed>();

  constructor(private readonly md: MarkdownIt) {}

  /** @param shownPath the document that the content is shown in: what links are rebased to */
  blocksOf(file: IncludedFile, shownPath: string): Token[] {
    const tokens = remembered(this.blocks, file, () => this.md.parse(file.text.slice(file.bodyStart), {}));
    const firstLine = file.text.slice(0, file.bodyStart).split('\n').length - 1;
    return tokens.map((token) => this.prepared(copyOf(token), file.path, shownPath, firstLine));
  }

  /** Inline syntax alone, paragraphs joined. */
  inlinesOf(file: IncludedFile, shownPath: string): Token[] {
    const tokens = remembered(this.inlines, file, () => {
      const text = file.text
        .slice(file.bodyStart)
        .split(/\r\n?|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n');
      return this.md.parseInline(text, {}).flatMap(({ children }) => children ?? []);
    });
    return tokens.map((token) => this.prepared(copyOf(token), file.path, shownPath, 0));
  }

  private prepared(token: Token, path: string, shownPath: string, firstLine: number): Token {
    for (const name of ['href', 'src']) {
      const link = token.attrGet(name);
      if (link !== null) token.attrSet(name, this.rebased(link, path, shownPath));
    }
    if (token.type === 'html_block' || token.type === 'html_inline')
      token.content = rebaseHtml(token.content, path, shownPath);
    if (token.type === codeType) setCodeOrigin(token, path);
    if (token.attrs !== null) token.attrs = token.attrs.flatMap((attr) => withoutLine(attr, firstLine));
    token.children?.forEach((child) => this.prepared(child, path, shownPath, firstLine));
    return token;
  }

  private rebased(link: string, path: string, shownPath: string): string {
    const rebased = rebaseLink(link, path, shownPath);
    return rebased === link ? link : this.md.normalizeLink(rebased);
  }
}

/** A line of the included file must not be taken for one of the document: the preview scrolls by them. */
function withoutLine([name, value]: [string, string], firstLine: number): [string, string][] {
  if (name === 'data-line') return [['data-include-line', String(Number(value) + firstLine)]];
  if (name !== 'class') return [[name, value]];
  const classes = value.split(' ').filter((one) => one !== 'code-line');
  return classes.length === 0 ? [] : [[name, classes.join(' ')]];
}

function remembered(cache: Map<string, Parsed>, { path, text }: IncludedFile, parse: () => Token[]): readonly Token[] {
  const known = cache.get(path);
  if (known?.text === text) return known.tokens;
  const tokens = parse();
  if (cache.size >= maxRemembered) cache.clear();
  cache.set(path, { text, tokens });
  return tokens;
}
