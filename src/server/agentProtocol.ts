/** What client and server say to each other about the tools of agents. Types and names only. */

import type { AgentToolName } from '../features/agents/tools';

/** Client → server request: what a tool says of a file, unsaved buffers included. Answers `AgentAnswer | Refused`, `null` where it failed. */
export const agentAnswerRequest = 'dynamicsDocs/agentAnswer';
export interface AgentAnswerParams {
  readonly tool: AgentToolName;
  readonly uri: string;
}
export interface AgentAnswer {
  /** For the model. */
  readonly texts: readonly string[];
}
