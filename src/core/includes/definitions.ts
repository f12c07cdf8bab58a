import type { Span } from '../text/position';
import { walkBlocks } from './blocks';
import { LeafText } from './leafText';

/** A link reference definition, `[label]: destination "title"`. */
export interface LinkDefinition {
  /** From the bracket to the end of its last line. */
  readonly span: Span;
  /** As references are compared: in lower case, white space collapsed. */
  readonly label: string;
}

const definitionAt =
  /^ {0,3}\[((?:[^[\]\\]|\\.){1,999})\]:[ \t]{0,99}\n?[ \t]{0,99}(?:<[^<>\n]{0,2000}>|[^\s<]\S{0,2000})[^\n]*/;

/** The definitions of a Markdown text, in its order. They stand at the start of a paragraph. */
export function scanDefinitions(text: string, from: number): LinkDefinition[] {
  const found: LinkDefinition[] = [];
  walkBlocks(text, from, text.length, {
    ownBlock: () => undefined,
    leaf: (lines) => {
      const leaf = new LeafText(text, lines);
      for (let at = 0; at < leaf.text.length;) {
        const match = definitionAt.exec(leaf.text.slice(at));
        if (match === null) return;
        const start = at + match[0].indexOf('[');
        const end = at + match[0].trimEnd().length;
        // The end of a line and the start of the next one are different places of the file.
        found.push({
          span: { start: leaf.offsetAt(start), end: leaf.offsetAt(end - 1) + 1 },
          label: normalizeLabel(match[1] ?? ''),
        });
        at += match[0].length + 1;
      }
    },
  });
  return found;
}

export function normalizeLabel(label: string): string {
  return label.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

const reference = /\[((?:[^[\]\\]|\\.){1,999})\]/g;

/** The labels in brackets of a text: whatever may refer to a definition. */
export function bracketLabels(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(reference)].map(([, label = '']) => normalizeLabel(label.replaceAll(/\s*\n[\s>]*/g, ' '))),
  );
}
