import type { Glob } from '../metadata/glob';
import type { Code } from '../rules/codes';
import type { Diagnostic } from '../rules/diagnostic';
import { basename, isInFolder, relativePath } from '../text/path';
import { shownPosition, type Span } from '../text/position';
import type { SourceDocument } from '../text/sourceDocument';
import type { Baselines } from './baselines';
import { configurationName, type Configuration } from './configuration';
import type { Contexts } from './contexts';
import { graded } from './grading';
import type { FileProblem } from './sources';
import { t } from '../text/localize';

/** Everything wrong with docfx.json, `.dynamics-docs.json`, schemas and baselines, each at its place. */
export function configurationFindings(contexts: Contexts, baselines: Baselines): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const add = (diagnostic: Diagnostic | undefined): void => {
    if (diagnostic !== undefined)
      found.set(JSON.stringify([diagnostic.path, diagnostic.range, diagnostic.message]), diagnostic);
  };
  for (const docset of contexts.allDocsets()) {
    const { configuration } = contexts.of(docset.path);
    for (const { document, message, span } of docset.problems)
      add(at(configuration, 'docfx-config-invalid', document, span, message));
  }
  for (const { configuration, schemas, failures } of contexts.allConfigurations()) {
    const { document } = configuration;
    for (const { message, span } of configuration.problems)
      if (document !== undefined) add(at(configuration, 'config-invalid', document, span, message));
    for (const { reference, message } of failures) {
      if (reference.place !== undefined)
        add(at(configuration, 'config-invalid', reference.place.document, reference.place.span, message));
    }
    for (const schema of schemas) {
      if (schema.document === undefined) continue;
      for (const { message, span } of schema.problems)
        add(at(configuration, 'schema-invalid', schema.document, span, message));
    }
  }
  for (const problem of baselines.problems())
    add(graded(contexts.of(problem.path).configuration, { ...problem, code: 'config-invalid' }));
  return [...found.values()];
}

/**
 * The first configuration, schema or baseline that cannot be used, in one sentence; `undefined` where all can.
 *
 * @param problems the files that could not be read as they are
 */
export function configurationFailure(
  contexts: Contexts,
  baselines: Baselines,
  problems: Iterable<FileProblem>,
): string | undefined {
  for (const { code, path, message } of problems)
    if (code === 'file-unreadable' && basename(path) === configurationName)
      return t('The configuration {0} is invalid: {1}', path, message);
  for (const { configuration, schemas, failures } of contexts.allConfigurations()) {
    const problem = configuration.problems.find(({ fatal }) => fatal);
    if (problem !== undefined && configuration.document !== undefined)
      return t('The configuration {0} is invalid: {1}', placeOf(configuration.document, problem.span), problem.message);
    const [failure] = failures;
    if (failure !== undefined) return failure.message;
    for (const schema of schemas) {
      const broken = schema.problems.find(({ fatal }) => fatal);
      if (broken !== undefined && schema.document !== undefined)
        return t('The schema {0} is invalid: {1}', placeOf(schema.document, broken.span), broken.message);
    }
  }
  const [broken] = baselines.problems();
  return broken === undefined
    ? undefined
    : t('The baseline {0} is invalid: {1}', `${broken.path}:${shownPosition(broken.range.start)}`, broken.message);
}

function placeOf(document: SourceDocument, span: Span): string {
  return `${document.path}:${shownPosition(document.rangeOf(span).start)}`;
}

/**
 * Patterns of `fileMetadata` that match no file of their docset, once all articles were asked for. A pattern may be there
 * for files that are no articles: those are looked through for the few patterns that no article matched, and for those of
 * which the file is gone that they were known by.
 */
export function unmatchedPatterns(contexts: Contexts, files: ReadonlySet<string>): Diagnostic[] {
  return contexts.allDocsets().flatMap((docset) => {
    const matched = contexts.inheritanceOf(docset)?.matched;
    if (matched === undefined) return [];
    const { configuration } = contexts.of(docset.path);
    return docset.fileMetadata.flatMap((rule, index) => {
      const known = matched.get(index);
      if (known !== undefined && files.has(known)) return [];
      const found = firstMatch(rule.glob, docset.folder, files);
      if (found !== undefined) {
        matched.set(index, found);
        return [];
      }
      const message = t("The pattern '{0}' of '{1}' matches no file of this docset.", rule.glob.pattern, rule.key);
      return at(configuration, 'glob-pattern-unmatched', rule.document, rule.patternSpan, message) ?? [];
    });
  });
}

function firstMatch(glob: Glob, folder: string, files: ReadonlySet<string>): string | undefined {
  for (const path of files) if (isInFolder(path, folder) && glob.matches(relativePath(folder, path))) return path;
  return undefined;
}

function at(
  configuration: Configuration,
  code: Code,
  document: SourceDocument,
  span: Span,
  message: string,
): Diagnostic | undefined {
  return graded(configuration, { code, path: document.path, range: document.rangeOf(span), message });
}
