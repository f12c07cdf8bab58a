import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'mocha';
import { article, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';
import { checkJson, runCli } from '../support/program';

const folder = createFolder({ ...rootMark, 'a.md': article(), 'folder/b.md': article() });
const other = createFolder({ ...rootMark, 'c.md': article() });
const checkFormats = 'Choose one of: text, json, sarif, github, junit.';
const helpOf = (called: string): string => `Run '${called} --help' for what it can do.\n`;
const help = helpOf('dynamics-docs');
const helpOfCheck = helpOf('dynamics-docs check');

describe('wrong usage', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['an unknown command', ['bogus'], `Unknown command 'bogus'.\n${help}`],
    ['a command that is nearly right', ['chek'], `Unknown command 'chek'. Did you mean check?\n${help}`],
    ['an unknown option', ['check', '--bogus'], `Unknown option '--bogus'.\n${helpOfCheck}`],
    [
      'an option without its value',
      ['check', '--schema'],
      `Option '--schema <file>' argument missing.\n${helpOfCheck}`,
    ],
    [
      'a second file for a command that takes one',
      ['render', 'a.md', 'b.md'],
      `Too many arguments for 'render'. Expected 1 argument but got 2.\n${helpOf('dynamics-docs render')}`,
    ],
    [
      'an unknown command of a group',
      ['redirections', 'bogus'],
      `Unknown command 'bogus'.\n${helpOf('dynamics-docs redirections')}`,
    ],
    [
      'a command of a group without its argument',
      ['redirections', 'add'],
      `Missing required argument 'from'.\n${helpOf('dynamics-docs redirections add')}`,
    ],
    ['an unknown format', ['check', '--format', 'xml'], `There is no format 'xml'. ${checkFormats}\n`],
    ['an unknown format of a file', ['check', '--format', 'xml=a.xml'], `There is no format 'xml'. ${checkFormats}\n`],
    ['a format of another kind', ['check', '--format', 'toString'], `There is no format 'toString'. ${checkFormats}\n`],
    ['a format without its file', ['check', '--format', 'sarif='], "'--format sarif=' names no file.\n"],
    [
      'two formats for standard output',
      ['check', '--format', 'sarif', '--format', 'text', '--output', 'x'],
      'Only one format can go to standard output. Give the others a file: --format NAME=FILE.\n',
    ],
    [
      'a file for a format that has one',
      ['check', '--format', 'sarif=a.sarif', '--output', 'b.sarif'],
      '--output goes with a --format that names no file itself.\n',
    ],
    [
      'two formats for one file',
      ['check', '--format', 'sarif=out/a', '--format', 'junit', '--output', './out/../out/a'],
      "Two formats cannot go to the same file './out/../out/a'.\n",
    ],
    [
      'a file for results of a dry run',
      ['check', '--fix', '--dry-run', '--output', 'x'],
      '--dry-run shows the changes alone: it does not go with a file for results.\n',
    ],
    [
      'an unknown format of metadata',
      ['metadata', 'a.md', '--format', 'xml'],
      "There is no format 'xml'. Choose one of: text, json.\n",
    ],
    [
      'an unknown severity',
      ['check', '--fail-on', 'hint'],
      "There is no severity 'hint'. Choose one of: error, warning, suggestion, info.\n",
    ],
    ['a missing path', ['check', 'nope.md'], "There is no file or folder 'nope.md'.\n"],
    ['a path below a file', ['check', 'a.md/b.md'], "There is no file or folder 'a.md/b.md'.\n"],
    ['one missing path among others', ['check', 'a.md', 'nope'], "There is no file or folder 'nope'.\n"],
    [
      'a file name for a path',
      ['check', 'a.md', '--stdin-filename', 'b.md'],
      "--stdin-filename goes with '-' as the only path.\n",
    ],
    ['a path that is empty', ['check', ''], "A path is empty. Write '.' for the folder that you are in.\n"],
    [
      'standard input for a folder',
      ['check', '-', '--stdin-filename', 'folder'],
      "--stdin-filename takes a file: 'folder' is a folder.\n",
    ],
    [
      'standard input without a name',
      ['check', '-'],
      "'-' needs --stdin-filename, so that the article's docset and rules are known.\n",
    ],
    ['standard input and a path', ['check', '-', 'a.md', '--stdin-filename', 'b.md'], "'-' must be the only path.\n"],
    [
      'paths of two repositories',
      ['check', 'a.md', other.path],
      `The paths belong to different repositories (${folder.path}, ${other.path}). Check them one after another.\n`,
    ],
    ['metadata of nothing', ['metadata'], 'Name a file, or all articles with --all.\n'],
    ['metadata of two files', ['metadata', 'a.md', 'b.md'], 'Name one file. For several, use --all.\n'],
    ['metadata of a folder', ['metadata', 'folder'], "'folder' is a folder. Name a file.\n"],
    [
      'a server without a transport',
      ['lsp'],
      `Required option '--stdio' not specified.\n${helpOf('dynamics-docs lsp')}`,
    ],
    [
      'a missing configuration',
      ['check', '--config', 'nope.json'],
      "The configuration 'nope.json' cannot be read: there is no such file.\n",
    ],
    [
      'a configuration that is a folder',
      ['check', '--config', 'folder'],
      "The configuration 'folder' cannot be read: it is a folder.\n",
    ],
    [
      'a missing schema',
      ['check', '--schema', 'nope.json'],
      "There is no schema 'nope.json'; 'dynamics' is the bundled one.\n",
    ],
  ];
  for (const [what, args, stderr] of cases) {
    it(`${what} ends with 2 and one sentence`, async () => {
      assert.deepEqual(await runCli(folder.path, args), { code: 2, stdout: '', stderr });
    });
  }

  it('a schema that is a folder ends with 2 and one sentence', async () => {
    const { code, stderr } = await runCli(folder.path, ['check', '--schema', 'folder']);
    assert.deepEqual([code, stderr], [2, "The schema 'folder' cannot be read: it is a folder.\n"]);
  });

  it('no command at all shows what there is', async () => {
    const { code, stdout, stderr } = await runCli(folder.path, []);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^Usage: dynamics-docs [^]*check[^]*metadata[^]*lsp/);
  });

  it('help and version are no failure', async () => {
    const shown = await runCli(folder.path, ['check', '--help']);
    assert.deepEqual([shown.code, shown.stderr], [0, '']);
    for (const option of ['--format', '--output', '--config', '--schema', '--fail-on', '--stdin-filename', '--quiet'])
      assert.ok(shown.stdout.includes(option), option);
    const version = await runCli(folder.path, ['--version']);
    assert.deepEqual([version.code, version.stderr], [0, '']);
    assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
  });
});

/** What is wrong, the file it is in, its text, what standard error says. */
type Broken = readonly [string, string, string];

async function fails(name: string, content: string, config: string, stderr: string): Promise<void> {
  const broken = createFolder({ ...rootMark, '.dynamics-docs.json': config, [name]: content, 'a.md': article() });
  const finished = await runCli(broken.path, ['check', '--debug']);
  assert.deepEqual([finished.code, finished.stderr], [2, stderr]);
}

describe('a broken configuration', () => {
  const cases: readonly Broken[] = [
    ['cut off', '{ "rules": ', '.dynamics-docs.json:1:12 is invalid: This is not JSON: value expected.'],
    ['empty', '', '.dynamics-docs.json:1:1 is invalid: This is not JSON: value expected.'],
    ['a list', '[]', ".dynamics-docs.json:1:1 is invalid: Expected type 'Object' but got 'Array'."],
    [
      'with a severity that does not exist',
      '{\n  "rules": { "title-bad-length": "of" }\n}',
      ".dynamics-docs.json:2:34 is invalid: Invalid value for 'rules.title-bad-length': 'of'.",
    ],
    [
      'with a list of another kind',
      '{ "ignore": 5 }',
      ".dynamics-docs.json:1:13 is invalid: Expected type 'Array' but got 'Integer'.",
    ],
    [
      'nested without end',
      '{"rules":'.repeat(20_000),
      '.dynamics-docs.json:1:1 is invalid: This JSON is nested too deeply to be read.',
    ],
  ];
  for (const [what, config, message] of cases) {
    it(`${what} ends with 2 and says where`, () =>
      fails('.dynamics-docs.json', config, config, `The configuration ${message}\n`));
  }

  it('is among the findings, too, with no file checked', async () => {
    const broken = createFolder({ ...rootMark, '.dynamics-docs.json': '{ "rules": 5 }', 'a.md': 'no article' });
    const { code, report } = await checkJson(broken.path);
    assert.deepEqual([code, report.files], [2, 0]);
    assert.deepEqual(
      report.diagnostics.map(({ file, line, column, code: name }) => `${file}:${line}:${column} ${name}`),
      ['.dynamics-docs.json:1:12 config-invalid'],
    );
  });

  it('in one word alone is a finding: the rest is used', async () => {
    const misspelt = createFolder({
      ...rootMark,
      '.dynamics-docs.json': '{ "rulez": {}, "rules": { "ms-date-invalid": "off" } }',
      'a.md': article({ 'ms.date': '2025-10-29' }),
    });
    assert.deepEqual(await runCli(misspelt.path, ['check']), {
      code: 1,
      stdout: ".dynamics-docs.json:1:4: error config-invalid There is no key 'rulez' here. Did you mean 'rules'?\n",
      stderr: '1 file checked: 1 error, 0 warnings, 0 suggestions, 0 info.\n',
    });
  });
});

describe('a broken schema', () => {
  const cases: readonly Broken[] = [
    ['cut off', '{ "type": "object" ', 's.json:1:20 is invalid: This is not JSON: close brace expected.'],
    ['empty', '', 's.json:1:1 is invalid: This is not JSON: value expected.'],
    ['a list', '[]', "s.json:1:1 is invalid: A metadata schema is a JSON object: '{ … }'."],
  ];
  for (const [what, schema, message] of cases) {
    it(`${what} ends with 2 and says where`, () =>
      fails('s.json', schema, '{ "metadataSchema": "s.json" }', `The schema ${message}\n`));
  }

  for (const [what, schema] of [
    ['with a type that does not exist', '{ "type": "objekt" }'],
    ['that refers to nothing', '{ "properties": { "title": { "$ref": "#/definitions/nope" } } }'],
    ['that refers to the network', '{ "properties": { "title": { "$ref": "https://example.com/x.json" } } }'],
    [
      'that refers to itself without end',
      '{ "definitions": { "a": { "anyOf": [{ "$ref": "#/definitions/a" }] } }, "properties": { "title": { "$ref": "#/definitions/a" } } }',
    ],
    ['nested without end', '{"properties":{"a":'.repeat(3000) + '{}' + '}}'.repeat(3000)],
  ] as const) {
    it(`${what} ends with 2 and one sentence`, async () => {
      const broken = createFolder({
        ...rootMark,
        '.dynamics-docs.json': '{ "metadataSchema": "s.json" }',
        's.json': schema,
        'a.md': article(),
      });
      const finished = await runCli(broken.path, ['check']);
      assert.equal(finished.code, 2);
      assert.match(finished.stderr, /^The schema s\.json:\d+:\d+ is invalid: [^\n]+\n$/);
    });
  }

  it('that is named but not there is shown at its name', async () => {
    const missing = createFolder({
      ...rootMark,
      'a.md': article(),
      '.dynamics-docs.json': '{ "metadataSchema": ["dynamics", "s.json"] }',
    });
    const sentence =
      "There is no schema 's.json'. Paths start from the folder of the configuration; 'dynamics' is the bundled one.";
    assert.deepEqual(await runCli(missing.path, ['check']), {
      code: 2,
      stdout: `.dynamics-docs.json:1:34: error config-invalid ${sentence}\n`,
      stderr: `${sentence}\n`,
    });
  });

  it('that lies outside the repository is not read', async () => {
    const escaping = createFolder({
      ...rootMark,
      'a.md': article(),
      '.dynamics-docs.json': '{ "metadataSchema": "../s.json" }',
    });
    const finished = await runCli(escaping.path, ['check']);
    assert.deepEqual(
      [finished.code, finished.stderr],
      [2, "The schema '../s.json' lies outside the repository and is not read.\n"],
    );
  });
});

describe('what would never end', () => {
  it('is refused where it is a pipe', async function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [folder.at('pipe.md')]);
    assert.deepEqual(await runCli(folder.path, ['check', 'pipe.md']), {
      code: 2,
      stdout: '',
      stderr: "'pipe.md' is neither a file nor a folder.\n",
    });
  });

  it('is shortened where a value is endless', async () => {
    const long = createFolder({ ...rootMark, 'a.md': article({ 'ms.topic': 'x'.repeat(100_000) }) });
    const [finding] = (await checkJson(long.path)).report.diagnostics;
    assert.equal(finding?.message.length, 1000);
  });
});
