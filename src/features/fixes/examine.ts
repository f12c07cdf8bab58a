import type { Repository } from '../../core/docset/repository';
import { rootsOf } from '../../core/includes/destinations';
import { createSourceDocument } from '../../core/text/sourceDocument';
import { descriptionOf } from '../metadata/descriptions';
import type { Examination, Repairable } from './fixAll';
import { fixesOf } from './fixes';
import { examineRedirections } from './redirectionFixes';

/** Checks a text under a path as repairs need it, without the repository taking it over. */
export function examine(repository: Repository, path: string, text: string): Examination {
  const { diagnostics, ofInherited, schemas, ...others } = repository.examine(path, text);
  const facts = {
    document: createSourceDocument(path, text),
    schemas: schemas.map(descriptionOf),
    linkRoots: rootsOf(path, repository.files.docsetFolderOf(path)),
    ...others,
  };
  return { diagnostics, ofInherited, facts, repairsOf: (diagnostic) => fixesOf(diagnostic, facts) };
}

/** The same of whatever has repairs: an article, or a file of redirections. */
export function examineFile(repository: Repository, path: string, text: string): Repairable {
  const examineText = repository.links.isRedirectionFile(path) ? examineRedirections : examine;
  return examineText(repository, path, text);
}

/** The files, other than articles and includes, whose findings may have repairs. */
export function otherRepairable({ links }: Repository): readonly string[] {
  return links.redirectionSources().map(({ document }) => document.path);
}
