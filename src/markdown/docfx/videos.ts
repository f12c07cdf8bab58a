import type MarkdownIt from 'markdown-it';
import type { StateInline } from 'markdown-it/index.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import { hasOnly, readTripleColon } from '../../core/directives/attributes';
import { addContainer } from './container';
import { addQuoteForm } from './quotes';
import { blockToken, inParagraph, type TokenMaker } from './tokens';

const known = new Set(['source', 'title', 'max-width', 'thumbnail', 'upload-date', 'duration', 'type']);
const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** Where Learn plays a video that is named by its number alone. */
const player = 'https://learn-video.azurefd.net/vod/player?id=';

/** Videos: `> [!VIDEO url]` and `:::video source="url":::`. A link stands for each, since nothing is loaded from outside. */
export function videoPlugin(md: MarkdownIt): void {
  addQuoteForm(md, (info) => {
    const [, written = ''] = /^video\s+(\S.*)$/i.exec(info) ?? [];
    const [source = '', ...title] = written.split(/\s+/);
    const url = guid.test(source) ? player + source : source;
    if (!/^https?:\/\//i.test(url) || !md.validateLink(md.normalizeLink(url))) return undefined;
    const words = title.join(' ').replace(/^title="?|"$/g, '');
    return {
      attrs: undefined,
      takesText: false,
      tokens: (state) => inParagraph(state, videoLink(md, state, url, words)),
    };
  });
  md.inline.ruler.before('link', 'dynamics_docs_video', parseInline);
  addContainer(md, 'video', (line) => {
    const video = readVideo(md, line, 0, line.length, true);
    if (video?.type !== 'complex') return undefined;
    const description = 'dynamics-docs-description';
    return {
      open: (state) => [
        ...inParagraph(state, videoLink(md, state, video.url, video.title)),
        blockToken(state, 'description', 'div', 1, [['class', description]]),
      ],
      close: (state) => [blockToken(state, 'description', 'div', -1)],
      isEnd: (last) => /^:::[ \t]*video-end[ \t]*:::/.test(last),
      dropsIndent: false,
    };
  });
}

interface Video {
  readonly url: string;
  readonly title: string;
  readonly type: string;
  readonly end: number;
}

function readVideo(md: MarkdownIt, text: string, start: number, end: number, isBlock: boolean): Video | undefined {
  const directive = readTripleColon(text, start, end, { isBlock, closesItself: true });
  if (directive?.name !== 'video' || !hasOnly(directive, known)) return undefined;
  const { attributes } = directive;
  const url = attributes.get('source') ?? '';
  if (url === '' || !md.validateLink(md.normalizeLink(url))) return undefined;
  return { url, title: attributes.get('title') ?? '', type: attributes.get('type') ?? '', end: directive.end };
}

function parseInline(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith(':::', state.pos)) return false;
  const video = readVideo(state.md, state.src, state.pos, state.posMax, false);
  if (video === undefined || video.type === 'complex') return false;
  if (!silent)
    for (const { type, tag, nesting, attrs, content } of videoLink(state.md, state, video.url, video.title))
      Object.assign(state.push(type, tag, nesting), { attrs, content });
  state.pos = video.end;
  return true;
}

function videoLink(md: MarkdownIt, { Token }: TokenMaker, url: string, title: string): Token[] {
  const opening = new Token('link_open', 'a', 1);
  opening.attrs = [
    ['href', md.normalizeLink(url)],
    ['class', 'dynamics-docs-video'],
  ];
  const text = new Token('text', '', 0);
  text.content = title === '' ? url : title;
  return [opening, text, new Token('link_close', 'a', -1)];
}
