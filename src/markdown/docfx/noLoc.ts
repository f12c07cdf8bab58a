import type MarkdownIt from 'markdown-it';

const opening = ':::no-loc text="';
const closing = '":::';

/** `:::no-loc text="name":::`: the text, which translators leave alone. */
export function noLocPlugin(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'dynamics_docs_no_loc', (state, silent) => {
    const { src, pos } = state;
    if (!src.startsWith(opening, pos)) return false;
    const start = pos + opening.length;
    let end = start;
    while (end < state.posMax && src.charAt(end) !== '"' && src.charAt(end) !== '\n')
      end += src.charAt(end) === '\\' ? 2 : 1;
    if (!src.startsWith(closing, end) || end + closing.length > state.posMax) return false;
    if (!silent) state.push('text', '', 0).content = src.slice(start, end).replaceAll(/\\(.)/gs, '$1').trim();
    state.pos = end + closing.length;
    return true;
  });
}
