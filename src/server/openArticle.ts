import { examine } from '../features/fixes/examine';
import type { Examination } from '../features/fixes/fixAll';
import { asInEditor } from '../core/text/lines';
import type { Located, Sessions } from './sessions';

export interface OpenArticle extends Located {
  readonly examination: Examination;
}

/** An article as it stands now, with what governs it; `undefined` for any other file. */
export async function openArticle(sessions: Sessions, uri: string): Promise<OpenArticle | undefined> {
  const located = await sessions.of(uri);
  if (located === undefined) return undefined;
  const { session, path } = located;
  await session.takeGovernors();
  if (session.infoOf(path).kind !== 'article') return undefined;
  const text = await session.repository.sources.textOf(path);
  if (text === undefined) return undefined;
  return { ...located, examination: examine(session.repository, path, asInEditor(text)) };
}
