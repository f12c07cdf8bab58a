// npm start [-- folder] [--no-open]: builds, checks a folder, then opens it in VS Code with the extension. Until the
// dependencies are there, only Node's own modules are used.
import { existsSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';

const usage = 'Usage: npm start [-- folder] [--no-open]';
const sample = join(root, 'examples', 'contoso-docs');
const isWindows = process.platform === 'win32';

const { folder, open } = readArguments();
await prepare();
const checked = await check();
if (!open) process.exit(checked > 1 ? checked : 0);
if (!(await openInstalled())) await openServed();

function readArguments() {
  const options = { 'no-open': { type: 'boolean', default: false } };
  let parsed;
  try {
    parsed = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    // What follows the first sentence is advice for another kind of program.
    return refuse(`${error.message.split('. ')[0]}. ${usage}`);
  }
  const { values, positionals } = parsed;
  if (positionals.length > 1) return refuse(`One folder at a time. ${usage}`);
  // npm runs scripts in the root of the project, whatever folder it was called from.
  const base = process.env.npm_lifecycle_event === 'start' ? (process.env.INIT_CWD ?? '.') : '.';
  const path = positionals[0] === undefined ? sample : resolve(base, positionals[0]);
  if (!existsSync(path)) return refuse(`There is no folder ${path}.`);
  if (!statSync(path).isDirectory()) return refuse(`${path} is not a folder.`);
  return { folder: path, open: !values['no-open'] };
}

function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}

async function prepare() {
  console.log('Installing the dependencies, unless they are there');
  try {
    await ensureDependencies();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  console.log('Building');
  const { code } = await run(process.execPath, [join('scripts', 'build.mjs')], { echo: true });
  if (code !== 0) process.exit(1);
}

/** Findings are what it is about: only a check that could not be made is a failure. */
async function check() {
  console.log(`Checking ${folder}\n`);
  const { code } = await run(process.execPath, [join('dist', 'cli.js'), 'check', folder], { stdio: 'inherit' });
  console.log('');
  return code;
}

/** In the VS Code of this computer. False when there is none, or when it does not want to start. */
async function openInstalled() {
  const program = isWindows ? 'code.cmd' : 'code';
  const paths = (process.env.PATH ?? '').split(delimiter).map((entry) => join(entry, program));
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) return false;
  console.log('Opening it in the installed VS Code');
  const quote = (text) => (isWindows ? `"${text}"` : text);
  const args = [`--extensionDevelopmentPath=${root}`, folder];
  const { code, output } = await run(quote(found), args.map(quote), { shell: isWindows });
  if (code !== 0) console.log(`That did not work: ${output.trim()}`);
  return code === 0;
}

/** In VS Code from npm, served until Ctrl+C. */
async function openServed() {
  const { serveVSCode, workbenchUrl } = await import('./vscode/server.mjs');
  console.log('Starting VS Code from npm (the first time, it is installed into .vscode-test/)');
  try {
    const vscode = await serveVSCode();
    console.log(
      `\nOpen this address in a browser; Ctrl+C ends it:\n\n  ${workbenchUrl(vscode, { folder, extension: root })}\n`,
    );
    await vscode.ended;
    console.error('The VS Code server ended.');
  } catch (error) {
    console.error(error.message);
  }
  process.exit(1);
}
