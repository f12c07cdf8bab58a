import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readBaseline, writeBaseline } from '../../../../src/core/baseline/format';
import { createSourceDocument } from '../../../../src/core/text/sourceDocument';
import { article, docfx, open } from '../support/repository';
import type { Files } from '../support/memoryHost';

const name = '.dynamics-docs.baseline.json';
const schema = JSON.stringify({ properties: { topic: { enum: ['a', 'b'] }, kind: { enum: ['x'] } } });
const files = (more: Files): Files => ({
  'docfx.json': docfx(),
  '.dynamics-docs.json': '{"metadataSchema":"schema.json"}',
  'schema.json': schema,
  ...more,
});

/** What the baseline of these files would hold. */
async function recorded(given: Files): Promise<string> {
  const { repository } = await open(files(given));
  const [update] = await repository.known.updated(repository.diagnostics(), () => true, true);
  assert.equal(update?.path, name);
  return writeBaseline(update.after);
}

/** `file code` of each finding that is new with this baseline. */
async function fresh(baseline: string, given: Files): Promise<string[]> {
  const { repository } = await open(files({ ...given, [name]: baseline }));
  const all = repository.diagnostics();
  const known = await repository.known.among(all);
  return all
    .filter((diagnostic) => !known.has(diagnostic))
    .map(({ path, code, message }) => `${path} ${code} ${message}`);
}

const wrongTopic = article('title: A\ntopic: c');
const invalid = (path: string, value = 'c'): string => `${path} invalid-value Invalid value for 'topic': '${value}'.`;

describe('A baseline', () => {
  it('is sorted, with a line for each code of a file', async () => {
    const text = await recorded({
      'b.md': article('title: B\nkind: y\ntopic: c'),
      'a.md': '# One\n\n# Two\n\n# Three\n\n###\n',
    });
    assert.deepEqual(Object.keys((JSON.parse(text) as { files: object }).files), ['a.md', 'b.md']);
    assert.match(
      text,
      /^\{\n {2}"version": 1,\n {2}"files": \{\n {4}"a\.md": \{\n {6}"id": "[0-9a-f]{8}",\n {6}"findings": \{\n {8}"front-matter-missing": \["[0-9a-f]{8}"\],\n {8}"heading-empty": \["[0-9a-f]{8}"\],\n/,
    );
    assert.match(text, /"multiple-h1s": \["[0-9a-f]{8}", "[0-9a-f]{8}"\]/);
    assert.match(text, /"invalid-value": \["[0-9a-f]{8}", "[0-9a-f]{8}"\]\n {6}\}\n {4}\}\n {2}\}\n\}\n$/);
    assert.equal(writeBaseline(new Map()), '{\n  "version": 1,\n  "files": {}\n}\n');
  });

  it('is read as it was written', async () => {
    const text = await recorded({ 'a "b" [ c.md': wrongTopic });
    const read = readBaseline(createSourceDocument(name, text));
    assert.ok(!('message' in read));
    assert.equal(writeBaseline(read), text);
  });

  it('knows findings however the rest of the file changes', async () => {
    const baseline = await recorded({ 'a.md': wrongTopic });
    assert.deepEqual(await fresh(baseline, { 'a.md': wrongTopic }), []);
    assert.deepEqual(await fresh(baseline, { 'a.md': article('# a comment\ntitle: B\n\ntopic: d') }), []);
    assert.deepEqual(await fresh(baseline, { 'a.md': article('title: A\nkind: y\ntopic: c') }), [
      "a.md invalid-value Invalid value for 'kind': 'y'.",
    ]);
    assert.deepEqual(await fresh(baseline, { 'a.md': wrongTopic, 'b.md': wrongTopic.replace(': A', ': B') }), [
      invalid('b.md'),
    ]);
  });

  it('knows as many findings that are alike as were recorded', async () => {
    const baseline = await recorded({ 'a.md': '---\ntitle: A\n---\n# A\n\n##\n\n##\n' });
    const again = (count: number): Files => ({ 'a.md': `---\ntitle: A\n---\n# A\n\n${'##\n\n'.repeat(count)}` });
    assert.deepEqual(await fresh(baseline, again(1)), []);
    assert.equal((await fresh(baseline, again(4))).length, 2);
  });

  it('knows a file that was renamed by its title, as long as the old one is gone', async () => {
    const baseline = await recorded({ 'a.md': wrongTopic });
    assert.deepEqual(await fresh(baseline, { 'sub/b.md': wrongTopic }), []);
    assert.deepEqual(await fresh(baseline, { 'a.md': article('title: A'), 'b.md': wrongTopic }), [invalid('b.md')]);
    assert.deepEqual(await fresh(baseline, { 'b.md': article('title: Another\ntopic: c') }), [invalid('b.md')]);
    const two = await recorded({ 'a.md': wrongTopic, 'b.md': wrongTopic });
    assert.deepEqual(await fresh(two, { 'c.md': wrongTopic }), [invalid('c.md')]);
  });

  it('takes over a comma too many, and refuses what it cannot read at its place', async () => {
    const baseline = await recorded({ 'a.md': wrongTopic });
    const trailing = baseline.replace(/\]\n/, '],\n');
    assert.deepEqual(await fresh(trailing, { 'a.md': wrongTopic }), []);
    for (const [text, place] of [
      [
        baseline.replace('"version": 1', '<<<<<<< mine'),
        /^The baseline \.dynamics-docs\.baseline\.json:2:3 is invalid: /,
      ],
      [
        '',
        /:1:1 is invalid: This is not JSON: value expected\. Restore the file, or remove it and record the findings anew\.$/,
      ],
      ['{"version":2}', /This is no baseline of version 1/],
      ['[]', /This is no baseline of version 1/],
    ] as const) {
      const { repository, findings } = await open(files({ 'a.md': wrongTopic, [name]: text }));
      assert.match(repository.configurationFailure() ?? '', place);
      assert.equal(findings(name).length, 1);
    }
  });

  it('lies where the configuration says, inside the repository', async () => {
    const { repository } = await open({
      'docs/.dynamics-docs.json': '{"baseline":"known.json"}',
      'docs/a.md': article('title: A'),
      '.dynamics-docs.json': '{"baseline":"../known.json"}',
    });
    const updates = await repository.known.updated([], () => true, true);
    assert.deepEqual(updates.map(({ path }) => path).sort(), [name, 'docs/known.json']);
    assert.deepEqual(
      repository.diagnosticsOf('.dynamics-docs.json').map(({ message }) => message),
      ["'../known.json' lies outside of the repository."],
    );
  });
});

describe('Updating a baseline', () => {
  const given: Files = { 'a.md': wrongTopic, 'docs/b.md': article('title: B\ntopic: c\nkind: y') };

  async function update(
    baseline: string,
    now: Files,
    isRecorded: (path: string) => boolean,
    adds: boolean,
  ): Promise<object> {
    const { repository } = await open(files({ ...now, [name]: baseline }));
    const [updated] = await repository.known.updated(repository.diagnostics(), isRecorded, adds);
    assert.ok(updated !== undefined);
    const counts = [...updated.after].map(([path, { findings }]) => [path, [...findings].map(([, all]) => all.length)]);
    return Object.fromEntries(counts) as object;
  }

  it('leaves other files as they are, but forgets those that are gone', async () => {
    const baseline = await recorded(given);
    const inDocs = (path: string): boolean => path.startsWith('docs/');
    const fixed = { 'a.md': article('title: A'), 'docs/b.md': article('title: B\ntopic: c') };
    assert.deepEqual(await update(baseline, fixed, inDocs, true), { 'a.md': [1], 'docs/b.md': [1] });
    assert.deepEqual(await update(baseline, { 'docs/b.md': article('title: B\ntopic: c') }, inDocs, true), {
      'docs/b.md': [1],
    });
  });

  it('adds nothing where it is only to shrink', async () => {
    const baseline = await recorded(given);
    const now = { 'a.md': article('title: A\nkind: y'), 'docs/b.md': article('title: B\ntopic: c') };
    assert.deepEqual(await update(baseline, now, () => true, false), { 'a.md': [], 'docs/b.md': [1] });
    assert.deepEqual(await update(baseline, now, () => true, true), { 'a.md': [1], 'docs/b.md': [1] });
  });
});
