import type MarkdownIt from 'markdown-it';
import { alertPlugin } from './docfx/alerts';
import { codePlugin } from './docfx/code';
import { divPlugin } from './docfx/divs';
import { imagePlugin } from './docfx/images';
import { monikerPlugin } from './docfx/monikers';
import { noLocPlugin } from './docfx/noLoc';
import { rowPlugin } from './docfx/rows';
import { tabPlugin } from './docfx/tabs';
import { renderLabels } from './docfx/tokens';
import { videoPlugin } from './docfx/videos';
import { xrefPlugin } from './docfx/xrefs';
import { zonePlugin } from './docfx/zones';
import type { RenderHost } from './host';
import { includePlugin } from './includes/plugin';

/** Teaches a parser what DocFX adds to Markdown. */
export function learnMarkdown(md: MarkdownIt, host: RenderHost): void {
  includePlugin(md, host);
  renderLabels(md);
  alertPlugin(md, host.markers);
  divPlugin(md);
  videoPlugin(md);
  imagePlugin(md);
  rowPlugin(md);
  zonePlugin(md);
  monikerPlugin(md);
  codePlugin(md, host);
  tabPlugin(md);
  noLocPlugin(md);
  xrefPlugin(md);
}
