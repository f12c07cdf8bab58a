import type MarkdownIt from 'markdown-it';
import type { StateBlock } from 'markdown-it/index.mjs';
import { hasOnly, readTripleColon } from '../../core/directives/attributes';
import { addContainer, type Container } from './container';
import { blockToken, labelToken } from './tokens';

const known = new Set(['target', 'pivot']);
const targets = new Set(['docs', 'chromeless', 'pdf']);
const openType = 'dynamics_docs_zone_open';

/** `::: zone pivot="one,two"` … `::: zone-end`: what only readers of some pivots or targets see, under its name. */
export function zonePlugin(md: MarkdownIt): void {
  addContainer(md, 'zone', (line, state) => {
    const zone = readTripleColon(line, 0, line.length, { isBlock: true, closesItself: false });
    if (zone?.name !== 'zone' || !hasOnly(zone, known) || isInZone(state)) return undefined;
    const target = zone.attributes.get('target') ?? '';
    const pivots = (zone.attributes.get('pivot') ?? '').split(',').map((pivot) => pivot.trim());
    const hasPivot = zone.attributes.has('pivot');
    if (hasPivot ? target === 'pdf' || !pivots.every((pivot) => /^[a-z0-9-]+$/.test(pivot)) : target === '')
      return undefined;
    if (target !== '' && !targets.has(target)) return undefined;
    const names = [...(target === '' ? [] : [`target ${target}`]), ...(hasPivot ? [`pivot ${pivots.join(', ')}`] : [])];
    return folded('zone', `Zone: ${names.join(', ')}`, (last) => /^:::[ \t]*zone-end/.test(last));
  });
}

/** A part of the page that some readers see, which can be folded away: open, since the writer writes it. */
export function folded(name: string, label: string, isEnd: (line: string) => boolean): Container {
  return {
    open: (state) => [
      blockToken(state, name, 'details', 1, [
        ['class', `dynamics-docs-${name}`],
        ['open', ''],
      ]),
      labelToken(state, 'summary', 'dynamics-docs-badge', label),
    ],
    close: (state) => [blockToken(state, name, 'details', -1)],
    isEnd,
    dropsIndent: false,
  };
}

/** Zones do not nest: the build takes an inner one for text. */
function isInZone({ tokens, level }: StateBlock): boolean {
  for (let at = tokens.length - 1, depth = level; at >= 0 && depth > 0; at--) {
    const token = tokens[at];
    if (token?.nesting !== 1 || token.level !== depth - 1) continue;
    if (token.type === openType) return true;
    depth--;
  }
  return false;
}
