import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError, type ExitCode, type Io } from '../io';

export interface McpOptions {
  readonly root?: string;
}

/** `mcp`: the tools of agents, for any client of the Model Context Protocol. Resolves when the client is gone. */
export async function mcp({ root: written = '.' }: McpOptions, { cwd }: Io): Promise<ExitCode> {
  const folder = resolve(cwd, written);
  const isFolder = await stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new UsageError(`There is no folder '${written}'.`);
  // A bundle of its own: nothing else needs the protocol.
  const { serveAgents } = await import('../mcp/server');
  await serveAgents({ named: folder, real: await realpath(folder) });
  return 0;
}
