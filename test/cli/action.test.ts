import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { before, describe, it } from 'mocha';
import { parse } from 'yaml';
import { version } from '../../package.json';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Folder } from '../support/folder';
import { commitAll } from '../support/git';
import { cliPath } from '../support/program';

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
  readonly shell?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly description: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

const actionFile = readFileSync('action.yml', 'utf8');
const action = parse(actionFile) as Action;
const own = `dynamics-docs/dynamics-docs@v${version}`;

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly outputs: string;
}

/** Runs the step of the action as a runner does, with the built program in place of the published one. */
function runAction(folder: Folder, inputs: Readonly<Record<string, string>> = {}, base = ''): Ran {
  const programs = createFolder({
    npx: `#!/bin/sh\necho "npx $2" >&2\nshift 2\nexec node '${cliPath}' "$@"\n`,
    outputs: '',
  });
  chmodSync(programs.at('npx'), 0o755);
  const step = action.runs.steps.find(({ env }) => env !== undefined);
  const env: Record<string, string> = {};
  for (const name of Object.keys(step?.env ?? {})) {
    const input = name
      .replace(/^INPUT_/, '')
      .toLowerCase()
      .replaceAll('_', '-');
    env[name] = inputs[input] ?? action.inputs[input]?.default ?? '';
  }
  const { status, stdout, stderr } = spawnSync('bash', [resolve('scripts/action/check.sh')], {
    cwd: folder.at(inputs['working-directory'] ?? '.'),
    encoding: 'utf8',
    env: {
      ...process.env,
      ...env,
      ACTION_PATH: resolve('.'),
      BASE: base,
      PATH: `${programs.path}${delimiter}${process.env.PATH ?? ''}`,
      GITHUB_OUTPUT: programs.at('outputs'),
      GITHUB_WORKSPACE: folder.path,
    },
  });
  assert.match(stderr, new RegExp(`^npx dynamics-docs@${version.replaceAll('.', '\\.')}\n`));
  return { status, stdout, outputs: readFileSync(programs.at('outputs'), 'utf8') };
}

function docset(): Folder {
  const wrong = { 'ms.date': '2025-10-29', description: 'Too short.' };
  return createFolder({ ...rootMark, 'my docs/docfx.json': docfx(), 'my docs/a.md': article(wrong) });
}

describe('The action', () => {
  before(function () {
    if (spawnSync('bash', ['--version']).error !== undefined) this.skip();
  });

  it('annotates, writes SARIF and says how it ended', () => {
    const folder = docset();
    const { status, stdout, outputs } = runAction(folder, { 'fail-on': 'warning' });
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^::notice file=my docs\/a\.md,line=3,[^\n]+title=description-bad-length::[^\n]+\n::warning file=/,
    );
    assert.equal(outputs, 'exit-code=1\nsarif-file=./dynamics-docs.sarif\n');
    const { runs } = JSON.parse(readFileSync(folder.at('dynamics-docs.sarif'), 'utf8')) as {
      runs: { results: object[] }[];
    };
    assert.equal(runs[0]?.results.length, 2);
    assert.match(runAction(folder).outputs, /^exit-code=0\n/);
  });

  it('looks at paths with spaces, at a folder of the checkout, and without annotations', () => {
    const folder = docset();
    const { stdout, outputs } = runAction(folder, {
      'working-directory': 'my docs',
      path: 'a.md\ndocfx.json\n',
      annotations: 'false',
      'sarif-file': 'out/x.sarif',
    });
    assert.match(stdout, /^a\.md:3:14: suggestion description-bad-length /);
    assert.equal(outputs, 'exit-code=0\nsarif-file=my docs/out/x.sarif\n');
  });

  it('compares with the commit that a pull request is based on, unless told otherwise', () => {
    const folder = docset();
    commitAll(folder.path);
    folder.write({ 'my docs/b.md': article({ 'ms.topic': 'howto', title: 'Submit time of a project' }) });
    const files = ({ stdout }: Ran): Set<string | undefined> =>
      new Set([...stdout.matchAll(/file=([^,]+),/g)].map(([, file]) => file));
    const all = new Set(['my docs/a.md', 'my docs/b.md']);
    assert.deepEqual(files(runAction(folder, {}, 'HEAD')), new Set(['my docs/b.md']));
    assert.deepEqual(files(runAction(folder, { 'changed-since': 'all' }, 'HEAD')), all);
    assert.deepEqual(files(runAction(folder)), all);
  });

  it('leaves no SARIF of an earlier run where the check cannot be made, and runs nothing of its inputs', () => {
    const folder = docset();
    folder.write({ 'dynamics-docs.sarif': '{}' });
    const { stdout, outputs } = runAction(folder, { path: '$(touch hacked)', 'changed-since': '--output=hacked' });
    assert.deepEqual([stdout, outputs], ['', 'exit-code=2\n']);
    assert.deepEqual([existsSync(folder.at('dynamics-docs.sarif')), existsSync(folder.at('hacked'))], [false, false]);
  });

  it('knows every input that it uses, and uses every one that it offers', () => {
    const used = new Set([...actionFile.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name));
    assert.deepEqual([...used].sort(), Object.keys(action.inputs).sort());
    for (const { description } of Object.values(action.inputs)) assert.ok(description.length > 10);
  });
});

describe('The workflow that others call', () => {
  it('uses the action of this version, with inputs that it has', () => {
    const workflow = parse(readFileSync('.github/workflows/check-docs.yml', 'utf8')) as {
      readonly on: { readonly workflow_call: { readonly inputs: object } };
      readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
    };
    const calls = Object.values(workflow.jobs).flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.includes('dynamics') === true),
    );
    assert.deepEqual(
      calls.map(({ uses }) => uses),
      [own, own],
    );
    for (const call of calls) for (const name of Object.keys(call.with ?? {})) assert.ok(name in action.inputs, name);
  });
});
