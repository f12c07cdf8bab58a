import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { Repository } from '../../../src/core/docset/repository';
import { codes, defaultSetting, type Code } from '../../../src/core/rules/codes';
import { rulePage } from '../../../src/core/rules/pages';
import { isRuleSetting, severities } from '../../../src/core/rules/severity';
import { MemoryHost, type Files } from './support/memoryHost';

// Tests run from the repository root.
const folder = 'docs/rules';
const pages = readdirSync(folder).filter((name) => name !== 'README.md');
const allCodes = Object.keys(codes) as Code[];

/** The texts of a section's fenced blocks, with their languages. */
function blocks(page: string, section: string): { language: string; text: string }[] {
  // Headings in an example begin no section.
  const [, body = ''] =
    new RegExp(`^## ${section}$([\\s\\S]*?)(?=^## (?:Fix|Why|Severity)$|(?![\\s\\S]))`, 'm').exec(page) ?? [];
  return [...body.matchAll(/^```([a-z]*)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));
}

function page(code: Code): string {
  return readFileSync(`${folder}/${code}.md`, 'utf8').replaceAll('\r\n', '\n');
}

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

const content = [{ files: '**/*.md' }];
const docfx = JSON.stringify({ build: { content } });
const docfxWithDefault = JSON.stringify({ build: { content, globalMetadata: { 'ms.service': 'contoso' } } });

/** Codes whose page shows a file other than an article, and that file. */
const fileOf: Readonly<Partial<Record<Code, string>>> = {
  'config-invalid': '.dynamics-docs.json',
  'docfx-config-invalid': 'docfx.json',
  'glob-pattern-unmatched': 'docfx.json',
  'schema-invalid': 'schema.json',
};

/** Codes about what is no text, or would be a long one. */
const unshown: ReadonlySet<Code> = new Set([
  'file-unreadable',
  'file-not-utf8',
  'symlink-loop',
  'string-length-invalid',
  'include-unused',
]);

/** What the examples of includes take for granted. Their docset is a folder, with other repositories beside it. */
const aroundIncludes: Files = {
  '.openpublishing.publish.config.json': '{ "dependent_repositories": [{ "path_to_root": "shared-content" }] }',
  'articles/docfx.json': docfx,
  'articles/b.md': '[!INCLUDE [a](a.md)]\n',
  'articles/includes/banner.md': 'A banner.\n',
  'articles/includes/steps.md': '1. One\n1. Two\n',
  'articles/includes/steps.txt': 'One, two.\n',
};

/** The files that the blocks of a section stand for. */
function filesOf(code: Code, section: string): Files | undefined {
  const text = page(code);
  const shown = blocks(text, section);
  const article = shown.find(({ language }) => language === 'yaml' || language === 'markdown');
  const other = fileOf[code];
  if (other !== undefined) {
    const example = shown.find(({ language }) => language === 'json');
    if (example === undefined) return undefined;
    const configuration: Files =
      other === 'schema.json' ? { '.dynamics-docs.json': '{ "metadataSchema": "schema.json" }' } : {};
    const articles = Object.fromEntries(['a.md', 'articles/time/a.md', 'guide/a.md'].map((path) => [path, '']));
    return { 'docfx.json': docfx, ...configuration, ...articles, [other]: withContent(other, example.text) };
  }
  if (article === undefined) return undefined;
  if (code === 'circular-reference' || (code.startsWith('include-') && article.language === 'markdown'))
    return { ...aroundIncludes, 'articles/a.md': article.text };
  const header = article.language === 'markdown' ? article.text : `---\n${article.text}---\n`;
  if (defaultSetting(code) === 'off')
    return {
      'docfx.json': docfx,
      '.dynamics-docs.json': JSON.stringify({ rules: { [code]: 'warning' } }),
      'a.md': header,
    };
  const schema = blocks(text, 'Trigger').find(({ language }) => language === 'json');
  const files: Files = {
    'docfx.json': code === 'attribute-shadows-default' ? docfxWithDefault : docfx,
    'a.md': header,
  };
  const twice: Files = code.startsWith('duplicate-') && section === 'Trigger' ? { 'b.md': header } : {};
  if (schema === undefined) return { ...files, ...twice };
  return {
    ...files,
    ...twice,
    '.dynamics-docs.json': '{ "metadataSchema": "schema.json" }',
    'schema.json': schema.text,
  };
}

/** The examples of docfx.json leave out what articles they are about. */
function withContent(path: string, text: string): string {
  if (path !== 'docfx.json') return text;
  const { build } = JSON.parse(text) as { build: object };
  return JSON.stringify({ build: { content, ...build } });
}

async function codesIn(files: Files): Promise<Set<string>> {
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
