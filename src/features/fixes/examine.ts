import type { Repository } from '../../core/docset/repository';
import { rootsOf } from '../../core/includes/destinations';
import { createSourceDocument } from '../../core/text/sourceDocument';
import { descriptionOf } from '../metadata/descriptions';
import type { Examination } from './fixAll';

/** Checks a text under a path as repairs need it, without the repository taking it over. */
export function examine(repository: Repository, path: string, text: string): Examination {
  const { diagnostics, ofInherited, schemas, ...others } = repository.examine(path, text);
  const facts = {
    document: createSourceDocument(path, text),
    schemas: schemas.map(descriptionOf),
    linkRoots: rootsOf(path, repository.docsetFolderOf(path)),
    ...others,
  };
  return { diagnostics, ofInherited, facts };
}
