import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { CheckReport as JsonReport } from '../../src/api';

export type { JsonReport };

/** The built command line: tests run from the repository root. */
export const cliPath = resolve('dist/cli.js');

// As on a build server: nothing is kept in the folder of whoever runs the tests.
process.env.CI = 'true';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the command line as a process of its own and waits for its end.
 *
 * @param options a user other than the one who runs the tests, and another environment
 */
export async function runCli(
  cwd: string,
  args: readonly string[],
  input: string | Uint8Array = '',
  options: { readonly uid?: number; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Finished> {
  const child = spawn(process.execPath, [cliPath, ...args], { cwd, stdio: 'pipe', ...options });
  const ended = new Promise<number | null>((settle, fail) => {
    child.on('error', fail);
    child.on('close', settle);
  });
  // A program that ends without reading its input breaks the pipe: that is its right.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}

/** As a user for whom permissions count: an administrator reads everything. `undefined` where that user may not run it. */
export async function runAsUser(cwd: string, args: readonly string[]): Promise<Finished | undefined> {
  if (process.getuid?.() !== 0) return runCli(cwd, args);
  const nobody = { uid: 65_534 };
  const version = await runCli(cwd, ['--version'], '', nobody).catch(() => undefined);
  return version?.code === 0 ? runCli(cwd, args, '', nobody) : undefined;
}

/** Runs `check --format json`. */
export async function checkJson(
  cwd: string,
  args: readonly string[] = [],
  input?: string,
): Promise<{ readonly code: number | null; readonly report: JsonReport; readonly stderr: string }> {
  const { code, stdout, stderr } = await runCli(cwd, ['check', '--format', 'json', ...args], input);
  return { code, report: JSON.parse(stdout) as JsonReport, stderr };
}

/** `file:line:column severity code` of each finding: all but the words. */
export function places({ diagnostics }: JsonReport): string[] {
  return diagnostics.map(({ file, line, column, severity, code }) => `${file}:${line}:${column} ${severity} ${code}`);
}
