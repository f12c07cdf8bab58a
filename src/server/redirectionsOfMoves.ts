import { changesInEditor } from '../features/edits';
import type { Move } from '../features/includes/moves';
import { planForMoved } from '../features/redirections/moved';
import type { FileChanges } from './metadataProtocol';
import type { MovedArticle, RedirectionsOfMoves } from './protocol';
import type { Session } from './session';
import { uriOf } from './uris';

/** How readers of articles that were moved are led to where these are now: edits of files of redirections. */
export async function redirectionsOfMoves(moves: ReadonlyMap<Session, readonly Move[]>): Promise<RedirectionsOfMoves> {
  const articles: MovedArticle[] = [];
  const files: FileChanges[] = [];
  const refused = new Set<string>();
  for (const [session, moved] of moves) {
    await session.takeGovernors();
    const { repository, root } = session;
    const plan = planForMoved(repository, moved);
    for (const { document, edits } of plan.files)
      files.push({ uri: uriOf(root, document.path), edits: changesInEditor(document, edits) });
    articles.push(...plan.added.map(({ source, url }) => ({ source, url })));
    for (const { reason } of plan.refused) refused.add(reason);
  }
  return { articles, files, refused: [...refused] };
}
