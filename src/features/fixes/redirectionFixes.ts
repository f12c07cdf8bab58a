import { graded } from '../../core/docset/grading';
import type { Repository } from '../../core/docset/repository';
import { closestFile } from '../../core/links/closestFile';
import { redirectionFindings } from '../../core/links/redirectionFindings';
import { withoutSuffix, type RedirectionMap } from '../../core/links/redirectionMap';
import type { Redirection } from '../../core/links/redirections';
import { compareDiagnostics, type Diagnostic } from '../../core/rules/diagnostic';
import { certainFix, possibleFix, type Fix } from '../../core/rules/fix';
import { t } from '../../core/text/localize';
import { dirname, isInFolder, resolvePath } from '../../core/text/path';
import type { Range } from '../../core/text/position';
import { createSourceDocument, type SourceDocument } from '../../core/text/sourceDocument';
import { changeList } from '../json/jsonList';
import { PageAddresses } from '../redirections/addresses';
import { readEntryList } from '../redirections/entryList';
import { sortRedirections } from '../redirections/sort';
import type { RedirectionView } from '../redirections/view';
import type { Repairable } from './fixAll';
import { startingAt } from './startingAt';

/** What repairs of a file of redirections look at. */
interface RedirectionFacts {
  readonly repository: Repository;
  readonly document: SourceDocument;
  /** With the text that is looked at. */
  readonly view: RedirectionView;
  readonly addresses: PageAddresses;
  /** Where the sources and the addresses of the entries are written. */
  readonly places: readonly Place[];
}

interface Place {
  readonly redirection: Redirection;
  readonly range: Range;
}

/** Checks a text of a file of redirections as repairs need it, without the repository taking it over. */
export function examineRedirections(repository: Repository, path: string, text: string): Repairable {
  const { links } = repository;
  const view: RedirectionView = { ...links.redirectionsWith(path, text), world: links.redirectionWorld };
  const { configuration } = repository.files.infoOf(path).context;
  const found = redirectionFindings(view.files, view.map, view.world).filter((finding) => finding.path === path);
  const document = createSourceDocument(path, text);
  const facts = { repository, document, view, addresses: new PageAddresses(view), places: placesIn(document, view) };
  return {
    diagnostics: found.flatMap((finding) => graded(configuration, finding) ?? []).sort(compareDiagnostics),
    repairsOf: (diagnostic) => redirectionFixes(diagnostic, facts),
  };
}

function redirectionFixes(diagnostic: Diagnostic, facts: RedirectionFacts): readonly Fix[] {
  if (diagnostic.code === 'redirection-unsorted') return sorting(facts.document);
  const redirection = startingAt(facts.places, ({ range }) => range, diagnostic.range)?.redirection;
  if (redirection === undefined) return [];
  switch (diagnostic.code) {
    case 'redirection-chain':
      return endOfChain(redirection, facts);
    case 'redirection-duplicate':
      return secondEntry(redirection, facts);
    case 'redirection-source-exists':
      return without(redirection, facts, false);
    case 'redirection-target-missing':
      return meantPage(redirection, facts);
    default:
      return [];
  }
}

function placesIn(document: SourceDocument, { map }: RedirectionView): Place[] {
  return map.all
    .filter((redirection) => redirection.document.path === document.path)
    .flatMap((redirection) =>
      [redirection.sourceSpan, redirection.urlSpan].map((span) => ({ redirection, range: document.rangeOf(span) })),
    );
}

function sorting(document: SourceDocument): Fix[] {
  const sorted = sortRedirections(document);
  return 'refused' in sorted || sorted.length === 0 ? [] : [certainFix(t('Sort redirections'), ...sorted)];
}

/** Where the way of readers ends, in the form in which the entry writes its address. */
function endOfChain(redirection: Redirection, { view, addresses }: RedirectionFacts): Fix[] {
  const { url, file, way } = view.map.targetOf(redirection);
  const end = withoutSuffix(url);
  const like = file === undefined ? undefined : addresses.like(redirection, file);
  const address = like === undefined ? end : withoutSuffix(like);
  // A relative address says where it leads only where it is written.
  if (like === undefined && !/^(?:[\\/]|[a-z][a-z0-9+.-]*:)/i.test(end)) return [];
  const query = /\?[^#]*/.exec(url)?.[0] ?? '';
  // As browsers do: a fragment stays until another one comes.
  const fragment = way.map((step) => /#.*$/s.exec(step.url)?.[0]).findLast((found) => found !== undefined) ?? '';
  return [changeUrl(redirection, address + query + fragment, true)];
}

/** The second entry of a page does nothing. Where it leads elsewhere, it may be the one that was meant. */
function secondEntry(redirection: Redirection, facts: RedirectionFacts): Fix[] {
  const { map } = facts.view;
  const first = map.of(redirection.source);
  return without(redirection, facts, first !== undefined && endOf(map, first) === endOf(map, redirection));
}

/** Where readers end up, to be compared. */
function endOf(map: RedirectionMap, redirection: Redirection): string {
  const { file, url } = map.targetOf(redirection);
  return file === undefined ? url : file + redirection.url.slice(withoutSuffix(redirection.url).length);
}

function without({ index, source }: Redirection, { document }: RedirectionFacts, isCertain: boolean): Fix[] {
  const read = readEntryList(document);
  if (typeof read === 'string') return [];
  const edits = changeList(document.text, read.list, { removed: new Set([index]) });
  const create = isCertain ? certainFix : possibleFix;
  return [create(t("Remove the redirection of '{0}'", source), ...edits)];
}

/** The page of the same docset that was most likely meant. */
function meantPage(redirection: Redirection, { repository, addresses }: RedirectionFacts): Fix[] {
  const path = withoutSuffix(redirection.url);
  const wanted = resolvePath(dirname(redirection.source), /\.(?:md|yml)$/i.test(path) ? path : `${path}.md`);
  const found = wanted === undefined ? undefined : closestFile(wanted, repository.links.knownFiles);
  const isPage = found !== undefined && isInFolder(found, repository.files.docsetFolderOf(redirection.source));
  if (!isPage || repository.files.infoOf(found).kind !== 'article') return [];
  const url = addresses.like(redirection, found);
  return url === undefined ? [] : [changeUrl(redirection, url, false)];
}

function changeUrl({ urlSpan }: Redirection, url: string, isCertain: boolean): Fix {
  const create = isCertain ? certainFix : possibleFix;
  return create(t("Change to '{0}'", url), { span: urlSpan, newText: JSON.stringify(url) });
}
