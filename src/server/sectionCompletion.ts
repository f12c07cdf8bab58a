import { relativePath } from '../core/text/path';
import { completeSection } from '../features/completion/sections';
import { hasOurMetadata } from './articleMetadata';
import type { CompletionProvider } from './completion';

/** Completes the labels of the sections that an article lacks. */
export const sectionCompletion: CompletionProvider = {
  triggers: ['*', '#'],
  complete: (located, text, position, trigger) => {
    const { kind, context } = located.session.repository.files.infoOf(located.path);
    if (kind !== 'article' || !hasOurMetadata(located, text)) return undefined;
    const { folder, profiles } = context.configuration;
    return completeSection(text, position, trigger, { profiles, path: relativePath(folder, located.path) });
  },
};
