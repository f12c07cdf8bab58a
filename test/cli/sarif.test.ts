import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import type { Log, Run } from 'sarif';
import { codes } from '../../src/core/rules/codes';
import { rulePages } from '../../src/cli/formats/generated/rulePages';
import { article, docfx, rawArticle, rootMark } from '../support/docset';
import { createFolder, type Folder } from '../support/folder';
import { runCli, type Finished } from '../support/program';

// Tests run from the repository root.
const schemaPath = 'node_modules/@microsoft/sarif-multitool-ts/assets/sarif-2.1.0.schema.json';
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
const isSarif = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')) as object);

/** The one run of a log that the schema of SARIF accepts. */
function runIn(text: string): Run {
  const log = JSON.parse(text) as Log;
  assert.ok(isSarif(log), ajv.errorsText(isSarif.errors));
  const [run, ...others] = log.runs;
  assert.deepEqual([log.version, others], ['2.1.0', []]);
  assert.ok(run !== undefined);
  return run;
}

async function sarif(folder: Folder, ...options: string[]): Promise<Finished & { readonly run: Run }> {
  const finished = await runCli(folder.path, ['check', '--format', 'sarif', ...options]);
  return { ...finished, run: runIn(finished.stdout) };
}

const region = (startLine: number, startColumn: number, endLine: number, endColumn: number): object => ({
  startLine,
  startColumn,
  endLine,
  endColumn,
});

const uriBaseId = '%SRCROOT%';

const folder = createFolder({
  ...rootMark,
  'docs/docfx.json': docfx({ globalMetadata: { 'ms.reviewer': 'someone' } }),
  // The smiley is two UTF-16 units.
  'docs/a b/\u00e4#1.md': article({ 'ms.date': '2025-10-29 # \u{1f600}', 'ms.reviewer': '' }),
});

const uri = 'docs/a%20b/%C3%A4%231.md';

describe('check --format sarif', () => {
  it('is a log of SARIF 2.1.0 with every finding, its rule, its repair and its fingerprint', async () => {
    const { run, code, stderr } = await sarif(folder, '--fail-on', 'warning');
    assert.deepEqual({ code, stderr }, { code: 1, stderr: '' });
    const { tool, results, ...rest } = run;
    assert.deepEqual(rest, {
      invocations: [{ executionSuccessful: true }],
      originalUriBaseIds: { [uriBaseId]: { description: { text: 'The root of the repository.' } } },
      columnKind: 'utf16CodeUnits',
      newlineSequences: ['\r\n', '\n', '\r'],
    });
    const { rules = [], ...driver } = tool.driver;
    assert.deepEqual(driver, {
      name: 'dynamics-docs',
      version,
      informationUri: 'https://github.com/dynamics-docs/dynamics-docs',
    });
    assert.deepEqual(
      rules.map(({ id, defaultConfiguration }) => [id, defaultConfiguration]),
      [
        ['ms-date-invalid', { level: 'warning' }],
        ['attribute-shadows-default', { level: 'note' }],
      ],
    );
    assert.deepEqual(results, [
      {
        ruleId: 'ms-date-invalid',
        ruleIndex: 0,
        level: 'warning',
        message: { text: "Invalid date format for 'ms.date': '2025-10-29'. Use MM/DD/YYYY, for example 10/29/2025." },
        locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId }, region: region(6, 10, 6, 20) } }],
        partialFingerprints: { 'dynamicsDocsFingerprint/v1': '436d9520222545da:1' },
        fixes: [
          {
            description: { text: "Change '2025-10-29' to '10/29/2025'" },
            artifactChanges: [
              {
                artifactLocation: { uri, uriBaseId },
                replacements: [{ deletedRegion: region(6, 10, 6, 20), insertedContent: { text: '10/29/2025' } }],
              },
            ],
          },
        ],
      },
      {
        ruleId: 'attribute-shadows-default',
        ruleIndex: 1,
        level: 'note',
        message: {
          text: "The empty 'ms.reviewer' hides 'someone' from docfx.json. Remove the line to inherit it.",
        },
        locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId }, region: region(9, 1, 9, 12) } }],
        relatedLocations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'docs/docfx.json', uriBaseId },
              region: region(14, 22, 14, 31),
            },
            message: { text: 'The value that is hidden' },
          },
        ],
        partialFingerprints: { 'dynamicsDocsFingerprint/v1': '6b6e46a60168ab88:1' },
      },
    ]);
  });

  it('explains each rule by its page', async () => {
    const { run } = await sarif(folder);
    assert.deepEqual(run.tool.driver.rules?.[0], {
      id: 'ms-date-invalid',
      shortDescription: { text: codes['ms-date-invalid'].summary },
      fullDescription: { text: rulePages['ms-date-invalid'].description },
      help: { text: rulePages['ms-date-invalid'].text, markdown: rulePages['ms-date-invalid'].text },
      helpUri: 'https://github.com/dynamics-docs/dynamics-docs/blob/main/docs/rules/ms-date-invalid.md',
      defaultConfiguration: { level: 'warning' },
    });
  });

  it('names a rule once, however many findings it has', async () => {
    const withoutDate = article({ title: undefined, description: undefined, 'ms.date': undefined });
    const many = createFolder({
      ...rootMark,
      'a.md': withoutDate,
      'includes/b.md': '---\na: 1\na: 2\n---\n',
      'c.md': withoutDate,
    });
    const { run } = await sarif(many);
    assert.deepEqual(
      [run.tool.driver.rules?.map(({ id }) => id), run.results?.map(({ ruleIndex }) => ruleIndex)],
      [
        ['description-missing', 'ms-date-missing', 'title-missing', 'include-unused', 'yaml-duplicate-key'],
        [0, 1, 2, 0, 1, 2, 3, 4],
      ],
    );
  });

  it('explains a code that a schema named by the one that it stands for', async () => {
    const schema = {
      properties: { topic: { enum: ['a', 'b'] } },
      rules: { topic: { 'invalid-value': { severity: 'error', code: 'our-topic' } } },
    };
    const own = createFolder({ ...rootMark, 's.json': JSON.stringify(schema), 'a.md': rawArticle('topic: c') });
    const { run } = await sarif(own, '--schema', 's.json', '--fail-on', 'error');
    const rule = run.tool.driver.rules?.[0];
    assert.deepEqual(
      [rule?.id, rule?.shortDescription?.text, rule?.defaultConfiguration, run.results?.[0]?.level],
      ['our-topic', codes['invalid-value'].summary, undefined, 'error'],
    );
  });

  it('is the same on every run and from every folder', async () => {
    const { stdout } = await sarif(folder);
    assert.equal((await sarif(folder)).stdout, stdout);
    const below = await runCli(folder.at('docs'), ['check', '..', '--format', 'sarif']);
    assert.equal(below.stdout, stdout);
    assert.ok(!stdout.includes(folder.path));
  });

  it('of nothing wrong has no results', async () => {
    const { run } = await sarif(createFolder({ ...rootMark, 'a.md': article() }));
    assert.deepEqual([run.results, run.tool.driver.rules], [[], []]);
  });

  it('with --quiet has errors alone', async () => {
    const { run, code } = await sarif(folder, '--quiet', '--fail-on', 'warning');
    assert.deepEqual([run.results, code], [[], 1]);
  });

  it('says that a configuration cannot be used', async () => {
    const broken = createFolder({ ...rootMark, '.dynamics-docs.json': '{ "rules": 5 }', 'a.md': 'no article' });
    const { run, code, stderr } = await sarif(broken);
    const failure = "The configuration .dynamics-docs.json:1:12 is invalid: Expected type 'Object' but got 'Integer'.";
    assert.deepEqual([code, stderr], [2, `${failure}\n`]);
    assert.deepEqual(run.invocations, [
      { executionSuccessful: false, toolConfigurationNotifications: [{ level: 'error', message: { text: failure } }] },
    ]);
    assert.deepEqual(
      run.results?.map(({ ruleId }) => ruleId),
      ['config-invalid'],
    );
  });

  it('keeps the line breaks of the file in what it inserts', async () => {
    const header = ['title: a', 'ms.date: 2025-10-29', 'ms.custom:', '  - ', '  - b'];
    const windows = createFolder({ ...rootMark, 'a.md': rawArticle(...header).replaceAll('\n', '\r\n') });
    const { run } = await sarif(windows);
    const replacements = run.results?.flatMap(({ fixes = [] }) =>
      fixes.flatMap(({ artifactChanges }) => artifactChanges.flatMap((change) => change.replacements)),
    );
    assert.deepEqual(replacements, [
      { deletedRegion: region(3, 10, 3, 20), insertedContent: { text: '10/29/2025' } },
      { deletedRegion: region(5, 1, 6, 1), insertedContent: { text: '' } },
    ]);
  });

  it('is valid for every rule that there is', () => {
    assert.deepEqual(Object.keys(rulePages).sort(), Object.keys(codes).sort());
    for (const { description, text } of Object.values(rulePages)) {
      assert.ok(text.startsWith(description) && description.endsWith('.') && !description.includes('\n\n'));
      assert.doesNotMatch(text, /\]\((?!https:)[a-z-]+-[a-z-]+\.md\)/);
    }
  });
});
