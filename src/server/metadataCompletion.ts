import { completeMetadata, metadataPlaceToComplete, metadataTriggers } from '../features/completion/metadata';
import { detailsOf, explainKey } from '../features/metadata/explain';
import { hasOurMetadata, metadataOf } from './articleMetadata';
import type { CompletionProvider } from './completion';
import type { Located } from './sessions';

const nothingUsed = { values: [], mostlyLists: false };

/** Completes keys and values of front matter. */
export const metadataCompletion: CompletionProvider = {
  triggers: metadataTriggers,
  complete: async (located, text, position, trigger) => {
    // Most requests come from the body, which needs none of what follows.
    const place = metadataPlaceToComplete(text, position, trigger);
    if (place === undefined || !hasOurMetadata(located, text)) return undefined;
    const { session, path } = located;
    const { repository } = session;
    const folder = repository.files.docsetFolderOf(path);
    const world = {
      ...metadataOf(located),
      usedFor: (key: string) => repository.values?.valuesOf(folder, key, path) ?? nothingUsed,
      author: await session.author(),
      today: repository.today(),
    };
    return completeMetadata(text, position.line, place, world);
  },
};

/**
 * What a key is for, as Markdown; '' where nothing is known.
 *
 * @param isNamed whether it is shown beside the key and its title
 */
export function explainedKey(located: Located, key: string, isNamed: boolean): string {
  return (isNamed ? detailsOf : explainKey)(key, metadataOf(located));
}
