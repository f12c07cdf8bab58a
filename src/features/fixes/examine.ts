import type { Repository } from '../../core/docset/repository';
import { createSourceDocument } from '../../core/text/sourceDocument';
import { descriptionOf } from '../metadata/descriptions';
import type { Examination } from './fixAll';

/** Checks a text under a path as repairs need it, without the repository taking it over. */
export function examine(repository: Repository, path: string, text: string): Examination {
  const { diagnostics, ofInherited, frontMatter, includes, inherited, schemas, today } = repository.examine(path, text);
  const facts = {
    document: createSourceDocument(path, text),
    frontMatter,
    inherited,
    schemas: schemas.map(descriptionOf),
    includes,
    today,
  };
  return { diagnostics, ofInherited, facts };
}
