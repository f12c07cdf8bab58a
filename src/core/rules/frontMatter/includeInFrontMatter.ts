import type { LocatedNode, LocatedScalar } from '../../text/locatedNode';
import type { Rule } from '../rule';

const include = /\[!include[+-]? *\[[^\]]*\]\([^)]*\)\]/i;

/** DocFX expands no include in front matter: readers would see the directive itself. */
export const includeInFrontMatter: Rule = ({ document, frontMatter }) =>
  frontMatter.map.entries.flatMap(({ value }) =>
    scalarsOf(value).flatMap(({ span }) => {
      const match = include.exec(document.text.slice(span.start, span.end));
      // A value that starts with the directive is no YAML: that is reported already.
      if (match === null || match.index === 0) return [];
      const start = span.start + match.index;
      const message = 'An include is not expanded in front matter. Write the text itself.';
      return [
        {
          code: 'include-in-front-matter' as const,
          message,
          span: { start, end: start + match[0].length },
        },
      ];
    }),
  );

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
