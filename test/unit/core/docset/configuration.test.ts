import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { configurationFromSettings, readConfiguration, severityOf } from '../../../../src/core/docset/configuration';
import { showSpan } from '../support/show';

/** What is wrong in a configuration; `!` before what makes it unusable. */
function problems(text: string): string[] {
  return readConfiguration('team/.dynamics-docs.json', text).problems.map(
    ({ message, span, fatal }) => `${fatal ? '!' : ''}${showSpan(text, span)} ${message}`,
  );
}

describe('.dynamics-docs.json', () => {
  it('says which schemas, severities and files', () => {
    const configuration = readConfiguration(
      'team/.dynamics-docs.json',
      `{
  // comment
  "metadataSchema": ["dynamics", "./a.json", "../b.json", "../../c.json"],
  "rules": { "title-missing": "error", "our-own": "off" },
  "ignore": ["archive/**", "**/old-*.md"],
}`,
    );
    assert.deepEqual(configuration.problems, []);
    assert.equal(configuration.folder, 'team');
    assert.deepEqual(
      configuration.schemas.map(({ name, written }) => [name, written]),
      [
        ['dynamics', 'dynamics'],
        ['team/a.json', './a.json'],
        ['b.json', '../b.json'],
        [undefined, '../../c.json'],
      ],
    );
    assert.deepEqual(
      [...configuration.rules],
      [
        ['title-missing', 'error'],
        ['our-own', 'off'],
      ],
    );
    const ignored = (path: string): boolean => configuration.ignore.some((glob) => glob.matches(path));
    assert.deepEqual(['archive/x/a.md', 'x/old-a.md', 'a.md'].map(ignored), [true, true, false]);
  });

  it('takes the whole of its documented example', () => {
    const text = `{
  "$schema": "x",
  "metadataSchema": "dynamics",            // bundled; or a path, or a list of both
  "rules": { "description-bad-length": "off", "ms-topic-invalid": "error" },
  "articleProfiles": [{
    "name": "environment-issue-solution",  // bundled, also "symptoms-cause-resolution"
    "files": ["troubleshooting/**"],        // always for these; elsewhere only where detected
    "detect": true,                         // two or more of its labels present
    "sections": [{ "id": "issue", "titles": ["Issue", "Problem"], "required": true, "guidance": "What went wrong." }]
  }],
  "ignore": ["archive/**"],
  "baseline": ".dynamics-docs.baseline.json"
}`;
    assert.deepEqual(problems(text), []);
  });

  it('says what belongs into the sections of a team, and the bundled profiles into each of theirs', () => {
    const { profiles, problems: found } = readConfiguration(
      '.dynamics-docs.json',
      `{ "articleProfiles": [{ "name": "release-note", "sections": [
        { "id": "what", "titles": ["What is new"], "guidance": "One change a line." },
        { "id": "why", "titles": ["Why"], "guidance": 5 }
      ] }] }`,
    );
    const [own, ...bundled] = profiles.map(({ sections }) => sections.map(({ id, guidance }) => [id, guidance]));
    assert.deepEqual(
      found.map(({ message }) => message),
      ["Expected type 'String' but got 'Integer'."],
    );
    assert.deepEqual(own, [
      ['what', 'One change a line.'],
      ['why', undefined],
    ]);
    for (const [id, guidance] of bundled.flat()) assert.match(guidance ?? '', /^[A-Z].*\.$/, id);
  });

  it('names the bundled schema by default, and where it names none that is a text', () => {
    for (const text of ['{}', '{ "metadataSchema": [] }', '{ "metadataSchema": 5 }'])
      assert.deepEqual(
        readConfiguration('.dynamics-docs.json', text).schemas.map(({ name, place }) => [name, place]),
        [['dynamics', undefined]],
        text,
      );
  });

  const cases: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['{}'],
    ['\ufeff{ "ignore": [], }'],
    ['', '!1:1-1:1 This is not JSON: value expected.'],
    ['[]', "!1:1-1:3 Expected type 'Object' but got 'Array'."],
    ['{ "rules": { "a": "off" }\n  "ignore": [] }', '!2:3-2:11 This is not JSON: comma expected.'],
    ['{ "metadataSchema": 5 }', "!1:21-1:22 Expected type 'String' but got 'Integer'."],
    ['{ "metadataSchema": [] }', "1:21-1:23 Array 'metadataSchema' length should be >= 1."],
    [
      '{ "metadataSchema": "" }',
      "1:21-1:23 String 'metadataSchema' is too short: 0 characters. Length should be >= 1.",
    ],
    ['{ "metadataSchema": ["a", "a"] }', "1:21-1:31 Array 'metadataSchema' items should be unique."],
    ['{ "rules": { "title-missing": "fatal" } }', "!1:31-1:38 Invalid value for 'rules.title-missing': 'fatal'."],
    ['{ "rules": { "our-own": true } }', "!1:25-1:29 Invalid value for 'rules.our-own': 'true'."],
    ['{ "rules": [] }', "!1:12-1:14 Expected type 'Object' but got 'Array'."],
    ['{ "ignore": "archive/**" }', "!1:13-1:25 Expected type 'Array' but got 'String'."],
    ['{ "ignore": [5] }', "!1:14-1:15 Expected type 'String' but got 'Integer'."],
    ['{ "ignored": [] }', "1:4-1:11 There is no key 'ignored' here. Did you mean 'ignore'?"],
    ['{ "metadataschema": "a" }', "1:4-1:18 There is no key 'metadataschema' here. Did you mean 'metadataSchema'?"],
    ['{ "frobnicate": 1 }', "1:4-1:14 There is no key 'frobnicate' here."],
    ['{ "articleProfiles": [{ "files": [] }] }', "1:23-1:38 Missing required attribute: 'articleProfiles.name'."],
    ['{ "articleProfiles": [{ "name": "x", "detects": 1 }] }', "1:39-1:46 There is no key 'detects' here."],
  ];
  for (const [text, ...expected] of cases)
    it(text === '' ? '(empty)' : text, () => {
      assert.deepEqual(problems(text), expected);
    });

  it('uses what is right beside what is wrong', () => {
    const { rules, schemas, ignore } = readConfiguration(
      '.dynamics-docs.json',
      '{ "metadataSchema": ["a.json", 5], "rules": { "a": "off", "b": "loud", "c": "info" }, "ignore": [7, "x"] }',
    );
    assert.deepEqual(
      [...rules],
      [
        ['a', 'off'],
        ['c', 'info'],
      ],
    );
    assert.deepEqual(
      schemas.map(({ name }) => name),
      ['a.json'],
    );
    assert.equal(ignore.length, 1);
  });
});

describe('configuration from settings', () => {
  it('is the bundled schema and nothing else by default', () => {
    const { schemas, rules, ignore, folder, document } = configurationFromSettings();
    assert.deepEqual(
      { schemas: schemas.map(({ name }) => name), rules: [...rules], ignore, folder, document },
      { schemas: ['dynamics'], rules: [], ignore: [], folder: '', document: undefined },
    );
  });

  it('takes one schema or several, and severities that are some', () => {
    const { schemas, rules, ignore } = configurationFromSettings({
      metadataSchema: ['a.json', 'dynamics'],
      rules: { a: 'off', b: 'nonsense', c: 5, d: 'error' },
      ignore: ['x/**'],
    });
    assert.deepEqual(
      schemas.map(({ name }) => name),
      ['a.json', 'dynamics'],
    );
    assert.deepEqual(
      [...rules],
      [
        ['a', 'off'],
        ['d', 'error'],
      ],
    );
    assert.equal(ignore[0]?.matches('x/a.md'), true);
    assert.equal(configurationFromSettings({ metadataSchema: 'b.json' }).schemas[0]?.name, 'b.json');
  });
});

describe('severityOf', () => {
  it("is the team's own, else the default", () => {
    const configuration = configurationFromSettings({ rules: { a: 'off', b: 'info' } });
    assert.equal(severityOf(configuration, 'a', 'error'), 'off');
    assert.equal(severityOf(configuration, 'b', 'error'), 'info');
    assert.equal(severityOf(configuration, 'toString', 'error'), 'error');
  });
});
