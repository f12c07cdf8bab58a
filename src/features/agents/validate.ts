import type { Repository } from '../../core/docset/repository';
import { countBySeverity, type Diagnostic } from '../../core/rules/diagnostic';
import { lineEndOf, lineStartOf } from '../../core/text/lines';
import type { SourceDocument } from '../../core/text/sourceDocument';
import { t } from '../../core/text/localize';
import { findingJson, type FindingJson } from '../findingJson';
import type { ArticleFacts } from '../fixes/articleFacts';
import { examine } from '../fixes/examine';
import { fixesOf } from '../fixes/fixes';
import type { Refusal } from '../refusal';
import { articleText } from './article';
import { fitting, longestAnswer, shortLine } from './bounds';
import type { ToolAnswer } from './tools';

/** A finding with what helps to put it right. */
interface ToldFinding extends FindingJson {
  /** The line that it starts in, cut where it is long. */
  readonly lineText: string;
  /** The best one first. */
  readonly fixes: readonly { readonly title: string; readonly certain: boolean }[];
}

/** What a check says of one file, and of the values that docfx.json supplies to it. */
export async function validationAnswer(repository: Repository, path: string): Promise<ToolAnswer | Refusal> {
  const failure = repository.configurationFailure();
  if (failure !== undefined) return { refused: failure };
  const article = await articleText(repository, path);
  if ('refused' in article) return article;
  if (repository.files.isIgnored(path))
    return { refused: t("'{0}' is not checked: the configuration of the team ignores it.", path) };
  const { text } = article;
  await repository.followIncludes(path);
  const { diagnostics: byItself, ofInherited, facts } = examine(repository, path, text);
  const isTaken = repository.files.isChecked(path);
  const all = isTaken ? repository.diagnosticsOf(path) : byItself;
  const known = repository.known.amongThose(path, all, text);
  const found = all.filter((diagnostic) => !known.has(diagnostic));
  // What is not UTF-8 would lose text.
  const canBeWritten = repository.sources.problemOf(path) === undefined;
  const { kept, left } = fitting(found.map((diagnostic) => told(diagnostic, facts, canBeWritten)));
  const inherited = fitting(
    ofInherited.map((diagnostic) => findingJson(diagnostic, false)),
    longestAnswer / 4,
  );
  const unshown = left.length + inherited.left.length;
  const notes = [
    ...(isTaken ? [] : [t('The build takes no such file, so that it was checked by itself.')]),
    ...(unshown === 0 ? [] : [t('Findings that are not shown, as there are too many: {0}.', unshown)]),
  ];
  const json = {
    version: 1,
    file: path,
    counts: countBySeverity(found),
    ...(repository.known.isEmpty ? {} : { baselined: known.size }),
    diagnostics: kept,
    ...(inherited.kept.length === 0 ? {} : { inherited: inherited.kept }),
    ...(notes.length === 0 ? {} : { notes }),
  };
  return { json, texts: [JSON.stringify(json)] };
}

function told(diagnostic: Diagnostic, facts: ArticleFacts, canBeWritten: boolean): ToldFinding {
  const possible = canBeWritten ? fixesOf(diagnostic, facts) : [];
  const fixes = possible.map(({ title, isCertain }) => ({ title, certain: isCertain }));
  const json = findingJson(
    diagnostic,
    fixes.some(({ certain }) => certain),
  );
  return { ...json, lineText: lineOf(facts.document, diagnostic), fixes };
}

function lineOf(document: SourceDocument, { range }: Diagnostic): string {
  const { text } = document;
  const { start } = document.spanOf(range);
  return shortLine(text.slice(lineStartOf(text, start), lineEndOf(text, start)).replace(/^\uFEFF/, ''));
}
