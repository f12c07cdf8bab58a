import { spawn, spawnSync } from 'node:child_process';
import { root } from './paths.mjs';

const isWindows = process.platform === 'win32';
const children = new Set();
const cleanups = new Set();

/**
 * Starts a program that this process answers for: it, and whatever it starts in turn, ends with us, whether we finish,
 * fail or are interrupted.
 */
export function start(
  command,
  args,
  { cwd = root, env = process.env, stdio = ['ignore', 'pipe', 'pipe'], shell } = {},
) {
  // A group of its own lets one signal reach grandchildren too; Windows has no groups and gets taskkill instead.
  const child = spawn(command, args, { cwd, env, stdio, shell, detached: !isWindows, windowsHide: true });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** Ends a program and everything it started. Resolves when it is gone. */
export function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    kill(child);
  });
}

/** Runs a program to its end. With `echo`, its output is shown as it comes, otherwise only returned. */
export function run(command, args, { echo = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, options);
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        chunks.push(chunk);
        if (echo) process.stdout.write(chunk);
      });
    }
    child.once('error', (error) => {
      children.delete(child);
      reject(error);
    });
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** Resolves to what a pattern captures in the output of a program; rejects with that output when it ends before. */
export function announced(child, pattern) {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk) => {
      output += chunk;
      const captured = pattern.exec(output)?.[1];
      if (captured !== undefined) resolve(captured);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${child.spawnfile} ended too early:\n${output}`)));
  });
}

/** Registers work for the end of this process, however it comes. Returns a function that takes it back. */
export function atExit(cleanup) {
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

function kill(child) {
  if (isWindows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

process.on('exit', () => {
  for (const child of children) kill(child);
  for (const cleanup of cleanups) cleanup();
});
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
  process.on(signal, () => process.exit(code));
}
