import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { Repository } from '../../../src/core/docset/repository';
import { codes } from '../../../src/core/rules/codes';
import { rulePage } from '../../../src/core/rules/pages';
import { isRuleSetting, severities } from '../../../src/core/rules/severity';
import {
  allCodes,
  blocks,
  filesOf,
  page,
  rulesFolder as folder,
  unshown,
  type Texts,
} from '../../support/ruleExamples';
import { MemoryHost } from './support/memoryHost';

const pages = readdirSync(folder).filter((name) => name !== 'README.md');

describe('docs/rules', () => {
  it('has one page for each code, and none for anything else', () => {
    assert.deepEqual([...pages].sort(), allCodes.map((code) => `${code}.md`).sort());
  });

  it('has an index that is up to date: run `node scripts/rules-index.mjs`', () => {
    const generated = execFileSync(process.execPath, ['scripts/rules-index.mjs', '--print'], { encoding: 'utf8' });
    assert.equal(readFileSync(`${folder}/README.md`, 'utf8').replaceAll('\r\n', '\n'), generated);
  });

  it('is where diagnostics link to', () => {
    assert.match(rulePage('title-missing'), /^https:\/\/.*\/docs\/rules\/title-missing\.md$/);
  });

  for (const code of allCodes) {
    it(`${code}.md says what it is, by its name and default severity, with trigger, fix and reason`, () => {
      const text = page(code);
      assert.match(text, new RegExp(`^# ${code}\n\n(?:[A-Z'\`]|docfx).+\\.\n`));
      assert.equal(/^- Default severity: \*\*(\w+)\*\*$/m.exec(text)?.[1], codes[code].severity);
      const sections = [...text.replaceAll(/^```[^]*?^```$/gm, '').matchAll(/^## (.+)$/gm)].map(([, name]) => name);
      assert.deepEqual(sections, ['Trigger', 'Fix', 'Why', 'Severity']);
    });

    it(`${code}.md links to what is there`, () => {
      const prose = page(code).replaceAll(/^```[\s\S]*?^```$|`[^`\n]+`/gm, '');
      for (const [, target = ''] of prose.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g))
        assert.ok(existsSync(`${folder}/${target}`), target);
    });

    it(`${code}.md shows how to change the severity`, () => {
      const [first] = blocks(page(code), 'Severity');
      // Without an example the page says that it should not be done.
      if (first === undefined) {
        assert.match(page(code), /but correct the file instead/);
        return;
      }
      const { rules } = JSON.parse(first.text) as { rules: Record<string, unknown> };
      assert.deepEqual(Object.keys(rules), [code]);
      assert.ok(isRuleSetting(rules[code]));
    });
  }

  it('grades by the four severities', () => {
    for (const code of allCodes) assert.ok(severities.includes(codes[code].severity), code);
  });
});

/** A while after the examples were written: their dates are neither wrong nor in the future. */
const time = new Date('2026-11-22T12:00:00Z');

async function codesIn(files: Texts): Promise<Set<string>> {
  const repository = new Repository(new MemoryHost(files, time));
  await repository.load();
  await repository.validateAll();
  return new Set(repository.diagnostics().map(({ code }) => code));
}

describe('the examples of docs/rules', () => {
  for (const code of allCodes.filter((one) => !unshown.has(one))) {
    it(`${code}.md: its trigger is reported`, async () => {
      const files = filesOf(code, 'Trigger');
      assert.ok(files !== undefined, 'there is no example');
      assert.ok((await codesIn(files)).has(code), JSON.stringify(files));
    });

    const repaired = filesOf(code, 'Fix');
    if (repaired !== undefined)
      it(`${code}.md: its fix is not`, async () => {
        assert.ok(!(await codesIn(repaired)).has(code), JSON.stringify(repaired));
      });
  }
});
