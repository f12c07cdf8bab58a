import type MarkdownIt from 'markdown-it';
import type { StateInline } from 'markdown-it/index.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import { hasOnly, readTripleColon } from '../../core/directives/attributes';
import { addContainer } from './container';
import { blockToken, inParagraph, labelToken, type TokenMaker } from './tokens';

const known = new Set(['alt-text', 'type', 'loc-scope', 'source', 'border', 'lightbox', 'link']);

/** `:::image source="a.png" alt-text="…":::`, and with a long description up to `:::image-end:::`. */
export function imagePlugin(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'dynamics_docs_image', parseInline);
  addContainer(md, 'image', (line) => {
    const image = readImage(md, line, 0, line.length, true);
    if (image?.type !== 'complex') return undefined;
    return {
      open: (state) => [
        ...inParagraph(state, imageTokens(md, state, image, true)),
        blockToken(state, 'description', 'details', 1, [['class', 'dynamics-docs-description']]),
        labelToken(state, 'summary', 'dynamics-docs-badge', 'Long description'),
      ],
      close: (state) => [blockToken(state, 'description', 'details', -1)],
      isEnd: (last) => /^:::[ \t]*image-end[ \t]*:::/.test(last),
      dropsIndent: false,
    };
  });
}

interface Image {
  readonly type: string;
  readonly source: string;
  readonly alt: string;
  /** Where a click leads; '' for nowhere. */
  readonly target: string;
  readonly isLightbox: boolean;
  readonly hasBorder: boolean;
  readonly end: number;
}

/** What the build does not take as an image is none here either. */
function readImage(md: MarkdownIt, text: string, start: number, end: number, isBlock: boolean): Image | undefined {
  const directive = readTripleColon(text, start, end, { isBlock, closesItself: true });
  if (directive?.name !== 'image' || !hasOnly(directive, known)) return undefined;
  const value = (name: string): string => directive.attributes.get(name) ?? '';
  const type = value('type') === '' ? 'content' : value('type');
  const [source, alt] = [value('source'), value('alt-text')];
  if (source === '' || (alt === '' && type !== 'icon')) return undefined;
  const target = value('link') === '' ? value('lightbox') : value('link');
  if (![source, target].every((url) => md.validateLink(md.normalizeLink(url)))) return undefined;
  const border = value('border').trim().toLowerCase();
  const hasBorder = border === 'true' || (border !== 'false' && type !== 'icon');
  return { type, source, alt, target, isLightbox: value('link') === '', hasBorder, end: directive.end };
}

function parseInline(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith(':::', state.pos)) return false;
  const image = readImage(state.md, state.src, state.pos, state.posMax, false);
  if (image === undefined) return false;
  if (!silent) {
    // Nothing but a link nests while this is read, and a link cannot stand in another one.
    const tokens = imageTokens(state.md, state, image, state.level === 0);
    for (const { type, tag, nesting, attrs, content, children } of tokens)
      Object.assign(state.push(type, tag, nesting), { attrs, content, children });
  }
  state.pos = image.end;
  return true;
}

function imageTokens(md: MarkdownIt, { Token }: TokenMaker, image: Image, mayLink: boolean): Token[] {
  const picture = new Token('image', 'img', 0);
  const alt = new Token('text', '', 0);
  picture.content = alt.content = image.type === 'icon' ? '' : image.alt;
  picture.children = [alt];
  picture.attrs = [
    ['src', md.normalizeLink(image.source)],
    ['alt', ''],
    ...(image.type === 'icon' ? [['role', 'presentation'] as [string, string]] : []),
  ];
  const wrapped = mayLink && image.target !== '' ? linked(md, { Token }, image, picture) : [picture];
  if (!image.hasBorder) return wrapped;
  const border = new Token('dynamics_docs_border_open', 'span', 1);
  border.attrSet('class', 'mx-imgBorder');
  return [border, ...wrapped, new Token('dynamics_docs_border_close', 'span', -1)];
}

function linked(md: MarkdownIt, { Token }: TokenMaker, { target, isLightbox }: Image, picture: Token): Token[] {
  const opening = new Token('link_open', 'a', 1);
  opening.attrs = [['href', md.normalizeLink(target)]];
  if (isLightbox) opening.attrSet('class', 'dynamics-docs-lightbox');
  return [opening, picture, new Token('link_close', 'a', -1)];
}
