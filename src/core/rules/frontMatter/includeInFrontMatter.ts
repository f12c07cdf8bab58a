import type { LocatedNode, LocatedScalar } from '../../text/locatedNode';
import type { Rule, RuleFinding } from '../rule';
import { t } from '../../text/localize';

/** Bounded, so that a value made of openings alone takes no longer than its length. */
const include = /\[!include[+-]? {0,99}\[[^\]]{0,500}\]\([^)]{0,500}\)\]/i;

/** DocFX expands no include in front matter: readers would see the directive itself. */
export const includeInFrontMatter: Rule = ({ document, frontMatter }) => {
  if (!document.text.includes('[!')) return [];
  return frontMatter.map.entries.flatMap(({ value }) =>
    scalarsOf(value).flatMap((scalar) => inScalar(document.text, scalar)),
  );
};

function inScalar(text: string, { span }: LocatedScalar): readonly RuleFinding[] {
  const match = include.exec(text.slice(span.start, span.end));
  // A value that starts with the directive is no YAML: that is reported already.
  if (match === null || match.index === 0) return [];
  const start = span.start + match.index;
  const message = t('An include is not expanded in front matter. Write the text itself.');
  return [{ code: 'include-in-front-matter', message, span: { start, end: start + match[0].length } }];
}

function scalarsOf(node: LocatedNode): readonly LocatedScalar[] {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'string' ? [node] : [];
    case 'sequence':
      return node.items.flatMap(scalarsOf);
    case 'map':
      return node.entries.flatMap((entry) => scalarsOf(entry.value));
  }
}
