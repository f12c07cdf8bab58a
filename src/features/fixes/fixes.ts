import { removeEntry } from '../../core/frontMatter/edit';
import type { Diagnostic } from '../../core/rules/diagnostic';
import { certainFix, possibleFix, type Fix } from '../../core/rules/fix';
import { removal } from '../../core/text/edit';
import { lineEndOf, lineStartOf, nextLineOf } from '../../core/text/lines';
import type { LocatedNode } from '../../core/text/locatedNode';
import type { Range } from '../../core/text/position';
import type { ArticleFacts } from './articleFacts';
import { insertFrontMatter } from './missingKeys';
import { includeFixes } from './includeFixes';
import { linkFixes } from './linkFixes';
import { sameValue, schemaFixes } from './schemaFixes';
import { t } from '../../core/text/localize';

/** How to put right a finding on an article, the best way first. None for what lies in other files. */
export function fixesOf(diagnostic: Diagnostic, facts: ArticleFacts): readonly Fix[] {
  if (diagnostic.path !== facts.document.path) return [];
  if (diagnostic.fixes !== undefined) return diagnostic.fixes;
  if (diagnostic.finding !== undefined) return schemaFixes(diagnostic.finding, facts);
  switch (diagnostic.code) {
    case 'yaml-duplicate-key':
      return duplicateKey(diagnostic.range, facts);
    case 'front-matter-missing':
      return facts.frontMatter.header === undefined ? insertFrontMatter(facts) : [];
    case 'null-array-value':
      return emptyItem(diagnostic.range, facts);
    case 'include-malformed':
    case 'include-case-mismatch':
      return includeFixes(diagnostic, facts);
    default:
      return linkFixes(diagnostic, facts);
  }
}

/** The last one counts: an earlier one of the same value can go without a doubt. */
function duplicateKey(range: Range, { document, frontMatter }: ArticleFacts): Fix[] {
  const { entries } = frontMatter.map;
  const { start } = document.spanOf(range);
  const index = entries.findIndex(({ keySpan }) => keySpan.start === start);
  const later = entries[index];
  const earlier = entries.slice(0, Math.max(0, index)).findLast(({ key }) => key === later?.key);
  if (later === undefined || earlier === undefined) return [];
  if (sameValue(earlier.value, later.value))
    return [certainFix(t("Remove the second '{0}'", later.key), removeEntry(document.text, later))];
  return [
    possibleFix(t("Remove the first '{0}', which the build ignores", later.key), removeEntry(document.text, earlier)),
    possibleFix(t("Remove this '{0}'", later.key), removeEntry(document.text, later)),
  ];
}

function emptyItem(range: Range, { document, frontMatter }: ArticleFacts): Fix[] {
  const { text } = document;
  const { start } = document.spanOf(range);
  const from = lineStartOf(text, start);
  if (!/^\s*-[ \t]*$/.test(text.slice(from, lineEndOf(text, start)))) return [];
  // Without any item the value is none: that is another one than an empty list.
  const create = itemsAround(frontMatter.map, text.indexOf('-', from)) > 0 ? certainFix : possibleFix;
  return [create(t('Remove the empty item'), removal({ start: from, end: nextLineOf(text, start) }))];
}

/** How many items have a value in the innermost list at an offset. */
function itemsAround(node: LocatedNode, at: number, count = 0): number {
  if (node.kind === 'scalar' || at < node.span.start || at > node.span.end) return count;
  const parts = node.kind === 'sequence' ? node.items : node.entries.map(({ value }) => value);
  const own = node.kind === 'sequence' ? parts.length : count;
  return parts.reduce((found, part) => itemsAround(part, at, found), own);
}
