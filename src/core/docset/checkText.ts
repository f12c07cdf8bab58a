import { parseFrontMatter, type FrontMatter } from '../frontMatter/parse';
import type { Host } from '../host';
import { directiveFindings } from '../includes/findings';
import { noIncludes, type ResolvedIncludes } from '../includes/graph';
import type { EffectiveMetadata } from '../metadata/effective';
import { compareDiagnostics, type Diagnostic } from '../rules/diagnostic';
import type { Day } from '../schema/day';
import type { MetadataSchema } from '../schema/metadataSchema';
import { inheritedBy } from './contexts';
import type { Findings } from './findings';
import { graded } from './grading';
import type { IncludeIndex } from './includeIndex';
import type { LinkIndex } from './linkIndex';
import type { Membership } from './membership';
import type { Page } from '../links/graph';
import type { LinkWorld } from '../links/findings';
import {
  noResult,
  validateArticle,
  validateIncludeFile,
  type ArticleContext,
  type ArticleResult,
} from './validateArticle';

/** A text with what is found in it, and what repairs need to know of it. */
export interface Examined {
  /** Sorted. */
  readonly diagnostics: readonly Diagnostic[];
  /** Findings on the values that docfx.json supplies, there. */
  readonly ofInherited: readonly Diagnostic[];
  readonly frontMatter: FrontMatter;
  readonly includes: ResolvedIncludes;
  readonly links: Page;
  /** What its links are judged by. */
  readonly linkWorld: LinkWorld;
  readonly inherited: EffectiveMetadata;
  readonly schemas: readonly MetadataSchema[];
  readonly today: Day;
}

/** Checks one text under a path, by what governs it. */
export function checkText(
  membership: Membership,
  host: Host,
  path: string,
  text: string,
  frontMatter: FrontMatter,
): ArticleResult {
  const { kind, context: file } = membership.infoOf(path);
  const { docset, configuration, schemas } = file;
  const context: ArticleContext = {
    docsetFolder: docset?.folder ?? '',
    isArticle: kind === 'article',
    configuration,
    schemas,
    now: host.now().getTime(),
  };
  if (kind === 'include') return validateIncludeFile(path, text, frontMatter, context);
  return validateArticle(path, text, frontMatter, inheritedBy(file, path), context);
}

/** What is found in a text under a path by itself, without the repository taking it over: for repairs to be tried on. */
export function examineText(
  parts: {
    readonly membership: Membership;
    readonly host: Host;
    readonly includes: IncludeIndex;
    readonly links: LinkIndex;
    readonly findings: Findings;
  },
  path: string,
  text: string,
): Examined {
  const frontMatter = parseFrontMatter(text);
  const { kind, context } = parts.membership.infoOf(path);
  const isLinksAlone = kind === 'toc' || kind === 'page';
  const checked = isLinksAlone ? noResult : checkText(parts.membership, parts.host, path, text, frontMatter);
  const { own, unlessIncluded, inherited, bodyStart } = checked;
  const { graph } = parts.includes;
  const includes = kind === 'page' ? noIncludes : graph.resolve(path, graph.read(text, bodyStart));
  const links = parts.links.read(path, text, bodyStart);
  const further = [
    ...directiveFindings(includes).map((finding) => ({ ...finding, path })),
    ...parts.links.findingsOf(path, links),
  ].flatMap((finding) => graded(context.configuration, finding) ?? []);
  return {
    diagnostics: [...own, ...parts.findings.unlessBrought(path, unlessIncluded), ...further].sort(compareDiagnostics),
    ofInherited: inherited,
    includes,
    links,
    linkWorld: parts.links.worldOf(path, links),
    frontMatter,
    inherited: inheritedBy(context, path).metadata,
    schemas: context.schemas,
    today: parts.host.today(),
  };
}
