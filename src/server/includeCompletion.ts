import { isMarkdown } from '../core/text/path';
import { completeInclude } from '../features/completion/includes';
import { includePreview } from '../features/includes/preview';
import { addressesIn } from './addresses';
import type { CompletionProvider } from './completion';
import type { Session } from './session';

/** Completes include directives, their labels and paths. */
export const includeCompletion: CompletionProvider = {
  triggers: ['!', '[', '(', '/'],
  complete: ({ session: { repository }, path }, text, position) => {
    if (!isMarkdown(path)) return undefined;
    const { graph, isComplete } = repository.includes;
    const found = completeInclude(path, text, position, {
      graph,
      files: repository.files.markdown(),
      folders: repository.files.namesByFolder(),
      docsetFolder: repository.files.docsetFolderOf(path),
    });
    // Before every file was read nobody knows which are used most, and which lead back to this one.
    return found === undefined || isComplete ? found : { ...found, isIncomplete: true };
  },
};

/** What a file holds, as Markdown; `undefined` where it cannot be read. */
export async function includePreviewOf(session: Session, path: string): Promise<string | undefined> {
  const { repository } = session;
  await session.takeLatest(path);
  const text = await repository.sources.textOf(path);
  if (text === undefined) return undefined;
  return includePreview(path, text, await repository.includes.closureOf(path), addressesIn(session, path));
}
