import { hierarchy, treemap } from 'd3-hierarchy';
import { compareText } from '../../../core/rules/diagnostic';
import { t } from '../../../core/text/localize';
import { textElement } from '../html';
import { inDigits } from '../words';
import { box, chart, chartWidth, fitted, legend, rounded, type ChartWords, type Series } from './svg';

/** A tile of a map: as large as its value. */
export interface Tile {
  /** Parts of a path: tiles that begin alike lie together. */
  readonly path: readonly string[];
  readonly label: string;
  readonly value: number;
  /** Its kind: the colour, and a word. A pattern would fill the whole box. */
  readonly series: Series;
  /** For the mouse. */
  readonly words: string;
}

interface Branch {
  readonly children: Map<string, Branch>;
  tile?: Tile;
}

const height = 380;

/** Tiles that fill a box, folders that lie together in one place. */
export function treemapChart(words: ChartWords, series: readonly Series[], tiles: readonly Tile[]): string {
  const root = hierarchy<Branch>(branchOf(tiles), ({ tile, children }) => [
    // What lies in a folder itself, beside the folders below it.
    ...(tile !== undefined && children.size > 0 ? [{ children: new Map<string, Branch>(), tile }] : []),
    ...children.values(),
  ])
    .sum(({ tile, children }) => (children.size === 0 ? (tile?.value ?? 0) : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || compareText(labelOf(a.data), labelOf(b.data)));
  const laidOut = treemap<Branch>().size([chartWidth, height])(root);
  const drawn = laidOut.leaves().map(({ data: { tile }, x0, x1, y0, y1 }) => {
    if (tile === undefined) return '';
    return drawTile(tile, { x: x0, y: y0, width: x1 - x0, height: y1 - y0 });
  });
  return `${chart(words, height, ...drawn)}${legend(series)}`;
}

function branchOf(tiles: readonly Tile[]): Branch {
  const root: Branch = { children: new Map() };
  for (const tile of tiles) {
    let branch = root;
    for (const part of tile.path) {
      const next = branch.children.get(part) ?? { children: new Map() };
      branch.children.set(part, next);
      branch = next;
    }
    branch.tile = tile;
  }
  return root;
}

function labelOf({ tile }: Branch): string {
  return tile?.label ?? '';
}

function drawTile(
  { label, value, series, words }: Tile,
  at: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): string {
  const width = at.width - 10;
  // In words as well as in its colour, where there is room.
  const inWords = t('{0}, worst: {1}', inDigits(value), series.name);
  const count = fitted(inWords, width, 'start') === inWords ? inWords : inDigits(value);
  const lines = [fitted(label, width, 'start'), fitted(count, width, 'start')];
  const shown = at.height < 18 ? [] : at.height < 34 ? lines.slice(0, 1) : lines;
  return [
    box(series, at, words),
    ...shown
      .filter((line) => line !== '')
      .map((line, index) =>
        textElement('text', { x: rounded(at.x + 5), y: rounded(at.y + 15 + index * 15), class: 'on-tile' }, line),
      ),
  ].join('');
}
