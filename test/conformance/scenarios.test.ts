import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { renderFile } from '../support/render';
import { open } from '../unit/core/support/repository';
import { readScenario } from './scenario';

// Tests run from the repository root.
const folder = 'test/fixtures/core/scenarios';
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));

describe('scenarios', () => {
  it('are there', () => {
    assert.ok(names.length >= 20, String(names.length));
  });

  for (const name of names) {
    const {
      title,
      open: known,
      files,
      settings,
      findings,
      expanded,
      html,
    } = readScenario(readFileSync(`${folder}/${name}`, 'utf8'));
    (known ? it.skip : it)(`${name}: ${title}`, async () => {
      const opened = await open(files, settings === undefined ? {} : { settings });
      assert.deepEqual(opened.findings(), findings);
      // The same is said file by file, as an editor asks for it.
      const byFile = [...new Set(opened.repository.diagnostics().map(({ path }) => path))].flatMap((path) =>
        opened.findings(path),
      );
      assert.deepEqual(byFile, findings);
      for (const [path, markdown] of Object.entries(expanded))
        assert.equal((await renderFile(opened.repository, path)).markdown, markdown, path);
      for (const [path, rendered] of Object.entries(html))
        assert.equal((await renderFile(opened.repository, path)).html, rendered, path);
    });
  }
});

describe('a scenario file', () => {
  const fence = '````';
  it('says what it is about and what is found', () => {
    const source = `# A title\n\n${fence}file a.md\nx\n${fence}\n\n${fence}expanded a.md\ny\n${fence}\n${fence}html a.md\nz\n${fence}\n${fence}findings\none\n  related\ntwo\n${fence}\n`;
    assert.deepEqual(readScenario(source.replaceAll('\n', '\r\n')), {
      title: 'A title',
      open: false,
      files: { 'a.md': 'x\n' },
      settings: undefined,
      findings: ['one\n  related', 'two'],
      expanded: { 'a.md': 'y\n' },
      html: { 'a.md': 'z\n' },
    });
  });

  it('must not leave anything out', () => {
    const findings = `${fence}findings\n${fence}\n`;
    for (const wrong of [
      findings,
      '# A title\n',
      `# A title\n${findings}${findings}`,
      `# A title\n${fence}fil a.md\n${fence}\n${findings}`,
      `# A title\n${findings}${fence}file a.md\n`,
    ])
      assert.throws(() => readScenario(wrong), /The scenario /, wrong);
  });
});
