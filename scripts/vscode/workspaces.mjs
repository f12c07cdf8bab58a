import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { temporaryFolder } from '../lib/temporary.mjs';

const fixture = (name) => join(root, 'test', 'fixtures', name);

/** Copies that the suites may change, each with `path`, `remove` and what else its suite needs. */

export function docset() {
  return temporaryFolder('workspace', fixture('vscode-docset'));
}

/** The docset with what a stranger's repository could bring along, in a git repository that says who writes. */
export async function restrictedDocset() {
  const workspace = docset();
  cpSync(fixture('restricted-docset'), workspace.path, { recursive: true });
  await git(workspace.path, 'init', '--quiet');
  await git(workspace.path, 'config', 'user.email', 'robin@microsoft.com');
  return workspace;
}

/** Two folders of a .code-workspace with a docset and a configuration each, and a third one beside them. The first is a git repository. */
export async function severalFolders() {
  const all = temporaryFolder('folders');
  const configurations = {
    one: { rules: { 'ms-date-invalid': 'error' } },
    two: { metadataSchema: ['dynamics', 'team.metadata-schema.json'], rules: { 'ms-date-invalid': 'off' } },
  };
  for (const [name, configuration] of Object.entries(configurations)) {
    cpSync(fixture('vscode-docset'), join(all.path, name), { recursive: true });
    write(join(all.path, name, '.dynamics-docs.json'), configuration);
  }
  write(join(all.path, 'two', 'team.metadata-schema.json'), { properties: { title: { maxLength: 9 } } });
  for (const name of ['article.md', 'unopened.md']) {
    mkdirSync(join(all.path, 'three'), { recursive: true });
    cpSync(fixture('vscode-docset/guide/wrong-date.md'), join(all.path, 'three', name));
  }
  await commitAll(join(all.path, 'one'));
  const workspace = join(all.path, 'all.code-workspace');
  write(workspace, { folders: [{ path: 'one' }, { path: 'two' }], settings: { 'files.autoSave': 'off' } });
  return { ...all, workspace };
}

/** Makes a folder a git repository where it is none, and commits all that is in it. */
export async function commitAll(folder) {
  await git(folder, 'init', '--quiet');
  await git(folder, 'add', '--all');
  await git(folder, '-c', 'user.name=t', '-c', 'user.email=t@t', 'commit', '--quiet', '--message', 'all');
}

async function git(cwd, ...args) {
  const { code, output } = await run('git', args, { cwd });
  if (code !== 0) throw new Error(`git ${args.join(' ')} failed:\n${output}`);
}

function write(file, value) {
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`);
}
