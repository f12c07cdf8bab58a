import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { version } from '../../package.json';
import { main } from '../../src/cli/main';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Files, type Folder } from '../support/folder';
import { checkJson, places, runCli, type Finished } from '../support/program';

const paths = ['.dynamics-docs.json', '.github/workflows/dynamics-docs.yml', '.vscode/extensions.json'];

function docset(more: Files = {}): Folder {
  return createFolder({ ...rootMark, 'docs/docfx.json': docfx(), 'docs/a.md': article(), ...more });
}

function textOf(folder: Folder, path: string): string {
  return readFileSync(folder.at(path), 'utf8');
}

/** Runs it with a person at the terminal who gives these answers. */
async function answered(folder: Folder, answers: readonly boolean[]): Promise<Finished & { questions: string[] }> {
  const questions: string[] = [];
  let stdout = '';
  let stderr = '';
  const code = await main(['init'], {
    cwd: folder.path,
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    stderrIsTerminal: false,
    readStdin: () => Promise.resolve(''),
    env: {},
    confirm: (question) => {
      questions.push(question);
      return Promise.resolve(answers[questions.length - 1] ?? false);
    },
  });
  return { code, stdout, stderr, questions };
}

describe('init', () => {
  it('writes configuration, workflow and recommendation, and leaves them alone the second time', async () => {
    const folder = docset();
    const first = await runCli(folder.path, ['init', '--yes']);
    assert.deepEqual([first.code, first.stdout], [0, paths.map((path) => `${path}\n`).join('')]);
    assert.match(first.stderr, /^Next: 'dynamics-docs check' shows /);
    assert.equal(
      textOf(folder, '.vscode/extensions.json'),
      '{\n  "recommendations": [\n    "dynamics-docs.dynamics-docs"\n  ]\n}\n',
    );
    const { jobs } = parse(textOf(folder, '.github/workflows/dynamics-docs.yml')) as {
      jobs: { check: { steps: { uses: string }[] } };
    };
    assert.equal(jobs.check.steps[1]?.uses, `dynamics-docs/dynamics-docs@v${version}`);
    assert.deepEqual((await checkJson(folder.path)).report.diagnostics, []);
    const before = paths.map((path) => textOf(folder, path));
    const again = await runCli(folder.path, ['init', '--yes']);
    assert.deepEqual(again, {
      code: 0,
      stdout: '',
      stderr: paths.map((path) => `${path} is left as it is.\n`).join(''),
    });
    assert.deepEqual(
      paths.map((path) => textOf(folder, path)),
      before,
    );
  });

  it('asks before each file', async () => {
    const folder = docset({
      '.vscode/extensions.json': '{\r\n\t// ours\r\n\t"recommendations": ["a.b"], // more\r\n}',
    });
    const { code, questions } = await answered(folder, [false, true, true]);
    assert.equal(code, 0);
    assert.deepEqual(questions, [
      'Write .dynamics-docs.json (what the team checks, for everyone the same)?',
      'Write .github/workflows/dynamics-docs.yml (a workflow that checks pull requests on GitHub)?',
      'Change .vscode/extensions.json (VS Code recommends the extension to everyone who opens the repository)?',
    ]);
    assert.deepEqual(
      paths.map((path) => existsSync(folder.at(path))),
      [false, true, true],
    );
    assert.equal(
      textOf(folder, '.vscode/extensions.json'),
      '{\r\n\t// ours\r\n\t"recommendations": ["a.b", "dynamics-docs.dynamics-docs"], // more\r\n}',
    );
  });

  it('shows what it would write', async () => {
    const folder = docset();
    const { code, stdout } = await runCli(folder.path, ['init', '--dry-run', '--no-vscode']);
    assert.equal(code, 0);
    assert.match(
      stdout,
      /^\.dynamics-docs\.json: what the team checks[^]+\n\.github\/workflows\/dynamics-docs\.yml: a workflow[^]+\n\n$/,
    );
    assert.deepEqual(
      paths.filter((path) => existsSync(folder.at(path))),
      [],
    );
  });

  it('writes nothing where nobody can be asked, and leaves alone what it does not understand', async () => {
    const folder = docset({ '.vscode/extensions.json': '[]', 'file.md': 'x' });
    const { code, stdout, stderr } = await runCli(folder.path, ['init']);
    assert.deepEqual(
      [code, stdout, stderr],
      [2, '', 'init asks before it writes. Run it in a terminal, or with --yes or --dry-run.\n'],
    );
    await runCli(folder.path, ['init', '--yes', '--no-workflow']);
    assert.equal(textOf(folder, '.vscode/extensions.json'), '[]');
    assert.equal(existsSync(folder.at('.github')), false);
    assert.equal((await runCli(folder.path, ['init', 'file.md', '--yes'])).code, 2);
  });

  it('says which file cannot be written', async () => {
    const { code, stderr } = await runCli(docset({ '.github': 'a file' }).path, ['init', '--yes', '--no-vscode']);
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^'\.github\/workflows\/dynamics-docs\.yml' cannot be written: a file stands where its folder should be\.\n$/,
    );
  });

  it('leads to a repository where one new mistake is the one finding', async () => {
    const folder = docset({ 'docs/b.md': article({ title: 'B', 'ms.topic': 'howto' }) });
    await runCli(folder.path, ['init', '--yes']);
    await runCli(folder.path, ['check', '--update-baseline']);
    folder.write({ 'docs/b.md': article({ title: 'B', 'ms.topic': 'howto', 'ms.date': '2025-10-29' }) });
    const { code, report } = await checkJson(folder.path, ['--fail-on', 'warning']);
    assert.deepEqual([code, places(report)], [1, ['docs/b.md:6:10 warning ms-date-invalid']]);
  });
});
