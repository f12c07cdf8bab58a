import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';
import { checkJson, places, runCli } from '../support/program';

const audiences = JSON.stringify({
  type: 'object',
  required: ['audience'],
  properties: { audience: { enum: ['Developer', 'Admin'] } },
  rules: {
    audience: { 'invalid-value': { code: 'audience-wrong', severity: 'error', additionalMessage: 'Ask Ada.' } },
  },
});
const titles = JSON.stringify({ properties: { title: { maxLength: 10 } } });

describe('check --schema', () => {
  const outside = createFolder({ 'titles.json': titles });
  const folder = createFolder({
    ...rootMark,
    'schemas/audiences.json': audiences,
    'schemas/titles.json': titles,
    'docs/docfx.json': docfx(),
    'docs/a.md': article({ 'ms.date': 'no date', audience: 'Everyone' }),
  });

  it('replaces the configured schema', async () => {
    const { report, code } = await checkJson(folder.path, ['--schema', 'schemas/audiences.json']);
    assert.deepEqual(
      report.diagnostics.map(({ line, column, severity, code: name, message }) => [
        line,
        column,
        severity,
        name,
        message,
      ]),
      [[9, 11, 'error', 'audience-wrong', "Invalid value for 'audience': 'Everyone'. Ask Ada."]],
    );
    assert.equal(code, 1);
  });

  it('may be repeated, and mixed with the bundled one', async () => {
    const { report } = await checkJson(folder.path, [
      ...['--schema', 'schemas/audiences.json'],
      ...['--schema', 'schemas/titles.json'],
      ...['--schema', 'dynamics'],
    ]);
    assert.deepEqual(places(report), [
      'docs/a.md:2:8 warning string-length-invalid',
      'docs/a.md:6:10 warning ms-date-invalid',
      'docs/a.md:9:11 error audience-wrong',
    ]);
  });

  it('starts from where the user stands, and may lie outside the repository', async () => {
    for (const schema of ['../schemas/titles.json', folder.at('schemas/titles.json'), outside.at('titles.json')]) {
      const { report } = await checkJson(folder.at('docs'), ['--schema', schema]);
      assert.deepEqual(places(report), ['docs/a.md:2:8 warning string-length-invalid'], schema);
    }
  });

  it('is held to the dialect', async () => {
    folder.write({ 'schemas/misspelt.json': '{ "properties": { "title": { "minLenght": 1 } } }' });
    assert.deepEqual(await runCli(folder.path, ['check', '--schema', 'schemas/misspelt.json']), {
      code: 1,
      stdout:
        "schemas/misspelt.json:1:31: error schema-invalid The dialect has no keyword 'minLenght'. Did you mean 'minLength'?\n",
      stderr: '1 file checked: 1 error, 0 warnings, 0 suggestions, 0 info.\n',
    });
  });
});

describe('check with a schema whose pattern backtracks without end', () => {
  // A matcher that backtracks takes longer than the universe on this title.
  const title = `${'a'.repeat(60)}!`;
  const schema = (pattern: string): string => JSON.stringify({ properties: { title: { pattern } } });
  const checkWith = async (pattern: string): Promise<string[]> => {
    const folder = createFolder({
      ...rootMark,
      '.dynamics-docs.json': '{ "metadataSchema": "s.json" }',
      's.json': schema(pattern),
      'a.md': article({ title }),
    });
    const { report } = await checkJson(folder.path);
    return report.diagnostics.map(({ file, message }) => `${file} ${message}`);
  };

  for (const pattern of ['^(a+)+$', '^(a|a)*$', '^(.*a){25}$', '(x+x+)+y|^(a*)*$']) {
    it(`matches ${pattern} all the same`, async () => {
      assert.deepEqual(await checkWith(pattern), [`a.md String '${title}' is not a valid '${pattern}'.`]);
    });
  }

  it('says which pattern is cut off where it has no bounded form', async () => {
    const pattern = '^(?=a)(a+)+$';
    assert.deepEqual(await checkWith(pattern), [
      `s.json The pattern '${pattern}' was cut off: it can backtrack without end and is not applied. Take the look-around or the nested repetition out of it.`,
    ]);
  });
});

describe('check: .dynamics-docs.json', () => {
  it('governs the files below it, the nearest one first', async () => {
    const folder = createFolder({
      ...rootMark,
      'docfx.json': docfx(),
      '.dynamics-docs.json': '{ "rules": { "ms-date-invalid": "error" }, }',
      'a.md': article({ 'ms.date': 'x', title: 'Record time on a first project' }),
      'team/.dynamics-docs.json': '// Ours\n{ "metadataSchema": ["dynamics", "team.json"] }',
      'team/team.json': audiences,
      'team/b.md': article({ 'ms.date': 'x', audience: 'Admin,', description: 'short' }),
    });
    const { report } = await checkJson(folder.path);
    assert.deepEqual(places(report), [
      'a.md:6:10 error ms-date-invalid',
      'team/b.md:3:14 suggestion description-bad-length',
      'team/b.md:6:10 warning ms-date-invalid',
      'team/b.md:9:11 error audience-wrong',
    ]);
  });

  it('may regrade a code that a schema made up', async () => {
    const folder = createFolder({
      ...rootMark,
      '.dynamics-docs.json': '{ "metadataSchema": "s.json", "rules": { "audience-wrong": "info" } }',
      's.json': audiences,
      'a.md': article({ audience: 'x' }),
    });
    assert.deepEqual(places((await checkJson(folder.path)).report), ['a.md:9:11 info audience-wrong']);
  });
});

describe('check --config', () => {
  const folder = createFolder({
    ...rootMark,
    '.dynamics-docs.json': '{ "rules": { "ms-date-invalid": "off" } }',
    'docs/.dynamics-docs.json': 'not even JSON',
    'docs/a.md': article({ 'ms.date': 'x' }),
    'old/b.md': article({ 'ms.date': 'x', title: 'Record the time of old', description: undefined }),
    'ci/strict.json':
      '{ "rules": { "ms-date-invalid": "error" }, "ignore": ["old/**"], "metadataSchema": ["dynamics", "extra.json"] }',
    'ci/extra.json': titles,
  });

  it('is used instead of every configuration of the repository, with patterns that start from the root', async () => {
    const { report, code } = await checkJson(folder.path, ['--config', 'ci/strict.json']);
    assert.deepEqual(places(report), [
      'docs/a.md:2:8 warning string-length-invalid',
      'docs/a.md:6:10 error ms-date-invalid',
    ]);
    assert.equal(code, 1);
  });

  it('starts from where the user stands, and may lie outside the repository', async () => {
    const outside = createFolder({ 'ours.json': '{ "rules": { "ms-date-invalid": "info" } }' });
    const { report } = await checkJson(folder.at('old'), ['b.md', '--config', outside.at('ours.json')]);
    assert.deepEqual(places(report), [
      'old/b.md:2:1 warning description-missing',
      'old/b.md:5:10 info ms-date-invalid',
    ]);
  });

  it('goes with --schema, which replaces its schemas', async () => {
    const { report } = await checkJson(folder.path, ['--config', 'ci/strict.json', '--schema', 'ci/extra.json']);
    assert.deepEqual(places(report), ['docs/a.md:2:8 warning string-length-invalid']);
  });
});
