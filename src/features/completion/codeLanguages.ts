import { codeLanguages, usualLanguages } from '../../core/directives/codeLanguages';
import { bodyStart } from '../../core/includes/body';
import { walkBlocks } from '../../core/includes/blocks';
import type { Position } from '../../core/text/position';
import { cursorLine, marksBefore, rangeAround } from './bodyPlace';
import type { Completions } from './completion';

const fence = new RegExp(
  '^' + marksBefore + String.raw`(?<fence>(?:${'`'}{3,9}|~{3,9})[ \t]{0,3})(?<typed>[\w+#-]{0,20})$`,
);

/** The languages of code, those of Dynamics first, behind the marks that begin a block of it. */
export function completeCodeLanguage(text: string, position: Position): Completions | undefined {
  const line = cursorLine(text, position);
  const { typed, fence: marks } = (line === undefined ? undefined : fence.exec(line.before)?.groups) ?? {};
  if (line === undefined || typed === undefined || marks === undefined) return undefined;
  const at = line.start + line.before.length - typed.length - marks.length;
  const from = bodyStart(text);
  if (at < from || !beginsCode(text.slice(0, line.start + line.before.length), from, at)) return undefined;
  const range = rangeAround(line, typed.length, /^[\w+#-]{0,20}/.exec(line.after)?.[0].length ?? 0);
  const items = [...new Set([...usualLanguages, ...codeLanguages])].map((name, index) => ({
    label: name,
    kind: 'value' as const,
    range,
    newText: name,
    filterText: name,
    sortText: String(index).padStart(3, '0'),
  }));
  return { items, isIncomplete: false };
}

/** Whether the marks at an offset begin a block, and do not end one. */
function beginsCode(text: string, from: number, at: number): boolean {
  let begins = false;
  walkBlocks(text, from, text.length, {
    ownBlock: () => undefined,
    leaf: () => undefined,
    fence: ({ start }) => {
      begins ||= start === at;
    },
  });
  return begins;
}
