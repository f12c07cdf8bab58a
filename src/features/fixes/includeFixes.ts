import type { Diagnostic } from '../../core/rules/diagnostic';
import { certainFix, type Fix } from '../../core/rules/fix';
import type { ArticleFacts } from './articleFacts';
import { startingAt } from './startingAt';
import { t } from '../../core/text/localize';

/** How to put right a finding on an include. */
export function includeFixes({ code, range }: Diagnostic, { document, includes }: ArticleFacts): Fix[] {
  if (code === 'include-malformed') {
    const found = startingAt(includes.malformed, (malformed) => malformed.range, range);
    if (found?.replacement === undefined) return [];
    return [
      certainFix(t("Change to '{0}'", found.replacement), { span: document.spanOf(range), newText: found.replacement }),
    ];
  }
  if (code === 'include-case-mismatch') {
    const found = startingAt(includes.includes, ({ pathRange }) => pathRange, range);
    if (found?.resolved.target === undefined) return [];
    const span = document.spanOf(range);
    const path = inCaseOf(document.text.slice(span.start, span.end), found.resolved.target);
    return [certainFix(t("Change to '{0}'", path), { span, newText: path })];
  }
  return [];
}

/** A path as written, with the upper and lower case of the file that it leads to. */
function inCaseOf(written: string, target: string): string {
  const actual = target.split('/');
  const parts = written.split('/');
  for (let back = 1; back <= Math.min(parts.length, actual.length); back++) {
    const name = actual.at(-back) ?? '';
    if (parts.at(-back)?.toLowerCase() !== name.toLowerCase()) break;
    parts[parts.length - back] = name;
  }
  return parts.join('/');
}
