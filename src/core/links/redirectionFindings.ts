import type { Code } from '../rules/codes';
import type { RelatedPlace } from '../rules/diagnostic';
import { quoted, t } from '../text/localize';
import type { Range, Span } from '../text/position';
import type { Redirection, RedirectionFile } from './redirections';
import { orderOf, usualOrder } from './redirectionOrder';
import type { RedirectionMap, RedirectionWorld } from './redirectionMap';

export interface RedirectionFinding {
  readonly code: Code;
  readonly path: string;
  readonly range: Range;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
}

/** What is wrong with the redirections of a repository, each at its place. */
export function redirectionFindings(
  files: readonly RedirectionFile[],
  map: RedirectionMap,
  world: RedirectionWorld,
): RedirectionFinding[] {
  const problems = files.flatMap((file) => file.problems);
  return [
    ...problems.map(({ document, message, span }): RedirectionFinding => ({
      code: 'redirection-invalid',
      path: document.path,
      range: document.rangeOf(span),
      message,
      related: [],
    })),
    ...map.all.flatMap((redirection) => findingsOf(redirection, map, world)),
    ...files.flatMap(orderFindings),
  ];
}

/** One for a whole file: sorting it puts all right. */
function orderFindings({ redirections, problems }: RedirectionFile): RedirectionFinding[] {
  if (problems.length > 0 || orderOf(redirections.map(({ written }) => written)) !== undefined) return [];
  const index = redirections.findIndex(
    ({ written }, at) => at > 0 && usualOrder(redirections[at - 1]?.written ?? '', written) > 0,
  );
  const [before, first] = [redirections[index - 1], redirections[index]];
  if (before === undefined || first === undefined) return [];
  const message = t(
    "'{0}' belongs before '{1}'. Sort the redirections by their source paths.",
    first.written,
    before.written,
  );
  return [at(first, first.sourceSpan, 'redirection-unsorted', message)];
}

function findingsOf(redirection: Redirection, map: RedirectionMap, world: RedirectionWorld): RedirectionFinding[] {
  const { source, sourceSpan, urlSpan, url } = redirection;
  const first = map.of(source);
  if (first !== undefined && first !== redirection) {
    const message = t("'{0}' is redirected twice. The build takes the first one: remove this one.", source);
    const related = { ...placeOf(first, first.sourceSpan), message: t("The first one leads to '{0}'.", first.url) };
    return [at(redirection, sourceSpan, 'redirection-duplicate', message, [related])];
  }
  const found: RedirectionFinding[] = [];
  if (world.has(source)) {
    const message = t(
      "'{0}' is redirected and still there. Its readers are led away from it: remove the file, or the redirection.",
      source,
    );
    found.push(at(redirection, sourceSpan, 'redirection-source-exists', message));
  }
  const { way, loop, url: last } = map.targetOf(redirection);
  const [, next] = way;
  // A way that only leads into a circle is mended there.
  if (loop.length > 0) {
    const names = [...loop, ...loop.slice(0, 1)].map((step) => quoted(step.source)).join(' --> ');
    const message = t('Build has identified circular redirection: {0}.', names);
    if (loop.includes(redirection)) found.push(at(redirection, urlSpan, 'redirection-loop', message));
  } else if (next !== undefined) {
    const message = t("'{0}' is redirected in turn. Lead readers to '{1}' at once.", url, last);
    const related = { ...placeOf(next, next.sourceSpan), message: t("'{0}' is redirected here.", next.source) };
    found.push(at(redirection, urlSpan, 'redirection-chain', message, [related]));
  } else if (map.isMissing(redirection)) {
    const message = t(
      "There is no page '{0}', seen from '{1}'. Write a path from the root of the site, or that of a page.",
      url,
      source,
    );
    found.push(at(redirection, urlSpan, 'redirection-target-missing', message));
  }
  return found;
}

function placeOf({ document }: Redirection, span: Span): { readonly path: string; readonly range: Range } {
  return { path: document.path, range: document.rangeOf(span) };
}

function at(
  redirection: Redirection,
  span: Span,
  code: Code,
  message: string,
  related: readonly RelatedPlace[] = [],
): RedirectionFinding {
  return { code, ...placeOf(redirection, span), message, related };
}
