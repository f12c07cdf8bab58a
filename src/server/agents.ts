import type { Connection } from 'vscode-languageserver';
import { t } from '../core/text/localize';
import { agentTools } from '../features/agents/tools';
import { agentAnswerRequest, type AgentAnswer, type AgentAnswerParams } from './agentProtocol';
import { guarded } from './handlers';
import type { Refused } from './protocol';
import type { Sessions } from './sessions';

/** What the tools of agents ask for. */
export function answerAgentRequests(connection: Connection, sessions: Sessions): void {
  connection.onRequest(
    agentAnswerRequest,
    guarded(connection, 'Answering an agent', null, (params: AgentAnswerParams) => answer(sessions, params)),
  );
}

async function answer(sessions: Sessions, { tool, uri }: AgentAnswerParams): Promise<AgentAnswer | Refused> {
  const located = await sessions.of(uri);
  if (located === undefined) return { refused: t('This file belongs to no folder that is open.') };
  const { session, path } = located;
  const { needsAll, answer: ask } = agentTools[tool];
  await session.takeGovernors();
  if (needsAll) await session.checkNow(path);
  else await session.takeLatest(path);
  const told = await ask(session.repository, path);
  return 'refused' in told ? told : { texts: told.texts };
}
