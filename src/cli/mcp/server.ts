import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { version } from '../../../package.json';
import { agentToolNames, agentTools, type AgentTool } from '../../features/agents/tools';
import { toolDescriptions } from './descriptions';
import { openFile, type Root } from './openFile';

const path = z
  .string()
  .min(1)
  .describe('The file: relative to the folder that the server was started for, or absolute. Nothing outside is read.');

/** Serves over standard input and output until the client is gone. */
export async function serveAgents(root: Root): Promise<void> {
  const server = new McpServer({ name: 'dynamics-docs', version });
  for (const name of agentToolNames) {
    const tool = agentTools[name];
    server.registerTool(
      name,
      {
        ...toolDescriptions[name],
        inputSchema: { path },
        annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
      },
      (input, { signal }) => call(tool, root, input.path, signal),
    );
  }
  const gone = new Promise<void>((settle) => {
    server.server.onclose = settle;
  });
  // What is under way is given up with the connection.
  process.stdin.once('end', () => void server.close());
  await server.connect(new StdioServerTransport());
  await gone;
}

/** Files may have changed since the last call: each reads what it needs anew, as a check does. */
async function call(tool: AgentTool, root: Root, written: string, signal: AbortSignal): Promise<CallToolResult> {
  const opened = await openFile(root, written);
  if ('refused' in opened) return failure(opened.refused);
  const { repository, path: file } = opened;
  await repository.load();
  if (tool.needsAll) await repository.validateAll(undefined, signal);
  // Nobody waits for the answer any more.
  if (signal.aborted) return failure('The call was cancelled.');
  const answer = await tool.answer(repository, file);
  if ('refused' in answer) return failure(answer.refused);
  return { content: answer.texts.map((text) => ({ type: 'text', text })), structuredContent: { ...answer.json } };
}

function failure(text: string): CallToolResult {
  return { content: [{ type: 'text', text }], isError: true };
}
