import type MarkdownIt from 'markdown-it';
import type { StateCore } from 'markdown-it/index.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import { blockToken, inParagraph } from './tokens';

const tabLink = /^#tab\/([a-z0-9-]+(?:\+[a-z0-9-]+)*)(?:\/([a-z0-9-]*))?$/i;

/** A heading such as `# [Label](#tab/id/condition)`. */
interface TabHeading {
  readonly id: string;
  readonly condition: string;
  /** What the link reads. */
  readonly label: Token[];
}

/** Groups of tabs that are open while the tokens are gone through. */
interface OpenGroup {
  readonly opening: Token;
  panel: Token;
}

/**
 * Headings that are links to `#tab/…` begin tabs, up to a thematic break or the end of what they stand in. Each becomes a
 * section under its label, which can be read as it is; `media/preview.js` makes tabs of them.
 */
export function tabPlugin(md: MarkdownIt): void {
  md.core.ruler.push('dynamics_docs_tabs', groupTabs);
}

function groupTabs(state: StateCore): void {
  const { tokens } = state;
  if (!tokens.some((_token, index) => headingAt(tokens, index) !== undefined)) return;
  const grouped: Token[] = [];
  const groups: OpenGroup[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) continue;
    while (token.level < (groups.at(-1)?.opening.level ?? 0)) endGroup(state, grouped, groups, token);
    const heading = headingAt(tokens, index);
    if (heading !== undefined) {
      beginTab(state, grouped, groups, { heading, token });
      // The link and the end of the heading.
      index += 2;
    } else if (token.type === 'hr' && token.level === groups.at(-1)?.opening.level)
      endGroup(state, grouped, groups, token);
    else grouped.push(token);
  }
  while (groups.length > 0) endGroup(state, grouped, groups, tokens.at(-1));
  state.tokens = grouped;
}

function headingAt(tokens: readonly Token[], index: number): TabHeading | undefined {
  if (tokens[index]?.type !== 'heading_open') return undefined;
  const children = tokens[index + 1]?.children ?? [];
  const [link, ...rest] = children;
  if (link?.type !== 'link_open' || rest.at(-1)?.type !== 'link_close') return undefined;
  const label = rest.slice(0, -1);
  const match = tabLink.exec(link.attrGet('href') ?? '');
  if (match === null || label.some(({ type }) => type === 'link_close')) return undefined;
  return { id: match[1] ?? '', condition: match[2] ?? '', label };
}

function beginTab(
  state: StateCore,
  grouped: Token[],
  groups: OpenGroup[],
  { heading, token }: { readonly heading: TabHeading; readonly token: Token },
): void {
  const { level, map } = token;
  const condition: [string, string][] = heading.condition === '' ? [] : [['data-condition', heading.condition]];
  const panel = blockToken(state, 'tab', 'section', 1, [
    ['class', 'dynamics-docs-tab'],
    ['data-tab', heading.id],
    ...condition,
  ]);
  panel.map = map;
  const group = groups.at(-1);
  if (group?.opening.level === level) {
    grouped.push(blockToken(state, 'tab', 'section', -1), panel);
    endMap(group.panel, map?.[0]);
    group.panel = panel;
  } else {
    const opening = blockToken(state, 'tabs', 'div', 1, [['class', 'dynamics-docs-tabs']]);
    Object.assign(opening, { level, map });
    grouped.push(opening, panel);
    groups.push({ opening, panel });
  }
  const label = inParagraph(state, heading.label);
  label[0].attrSet('class', 'dynamics-docs-tab-label');
  label[0].map = map;
  grouped.push(...label);
}

/** @param next the token that ends it */
function endGroup(state: StateCore, grouped: Token[], groups: OpenGroup[], next: Token | undefined): void {
  const group = groups.pop();
  if (group === undefined) return;
  for (const token of [group.panel, group.opening]) endMap(token, next?.map?.[0]);
  grouped.push(blockToken(state, 'tab', 'section', -1), blockToken(state, 'tabs', 'div', -1));
}

function endMap(token: Token, line: number | undefined): void {
  const [start = 0, end = 0] = token.map ?? [];
  token.map = [start, Math.max(end, line ?? end)];
}
