import type { Repository } from '../../core/docset/repository';
import type { Refusal } from '../refusal';
import { expandedAnswer } from './expand';
import { metadataAnswer } from './metadata';
import { validationAnswer } from './validate';

/** What a tool gives to an agent. */
export interface ToolAnswer {
  /** For programs. */
  readonly json: object;
  /** The same for a model. */
  readonly texts: readonly string[];
}

/** One tool, in VS Code and over MCP alike. */
export interface AgentTool {
  /** Whether it asks for what is found across the repository, such as a title that another article has: all of it is read then. */
  readonly needsAll: boolean;
  /**
   * About one file of a repository that is loaded, and validated where `needsAll` says so.
   *
   * @param path root-relative
   */
  answer(repository: Repository, path: string): Promise<ToolAnswer | Refusal>;
}

export const agentTools = {
  dynamics_docs_validate_article: { needsAll: true, answer: validationAnswer },
  dynamics_docs_effective_metadata: { needsAll: false, answer: metadataAnswer },
  dynamics_docs_expand_article: { needsAll: false, answer: expandedAnswer },
} as const satisfies Readonly<Record<string, AgentTool>>;

export type AgentToolName = keyof typeof agentTools;

export const agentToolNames = Object.keys(agentTools) as readonly AgentToolName[];
