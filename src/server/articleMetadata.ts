import { inheritedBy } from '../core/docset/contexts';
import { isMarkdown } from '../core/text/path';
import { descriptionOf } from '../features/metadata/descriptions';
import type { ExplainedMetadata } from '../features/metadata/explain';
import { isDocumentation } from './documentation';
import type { Located } from './sessions';
import { uriOf } from './uris';

/** What governs the metadata of a file, with links that an editor opens. */
export function metadataOf({ session, path }: Located): ExplainedMetadata {
  const { context } = session.repository.files.infoOf(path);
  return {
    schemas: context.schemas.map(descriptionOf),
    inherited: inheritedBy(context, path).metadata,
    linkTo: (target, line) => `${uriOf(session.root, target)}#L${line + 1}`,
  };
}

/** Whether the front matter of a text is metadata of ours: an editor shows every Markdown file of the machine. */
export function hasOurMetadata({ session, path }: Located, text: string): boolean {
  return isMarkdown(path) && isDocumentation(session.repository, path, text);
}
