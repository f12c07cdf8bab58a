import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index.js';
import { bundledProfiles, labelsOf } from '../../src/core/structure/profile';
import {
  type Grammar,
  grammarsWith,
  type InstalledVSCode,
  installedVSCodes,
  loadMarkdown,
  readTheme,
  type Registry,
} from '../support/grammars';

const cases = 'test/fixtures/grammar';
const hosts = installedVSCodes();
const registries = new Map<InstalledVSCode, Registry>();

/** A VS Code with ours among its grammars, and that of Markdown. Skips, visibly, where none has been installed yet. */
async function markdown(
  test: Mocha.Context,
  host = hosts[0],
): Promise<InstalledVSCode & { readonly registry: Registry; readonly grammar: Grammar }> {
  if (host === undefined) test.skip();
  const registry = registries.get(host) ?? grammarsWith(host.extensions);
  registries.set(host, registry);
  const grammar = await loadMarkdown(registry);
  assert.ok(grammar !== null);
  return { ...host, registry, grammar };
}

for (const host of hosts.length > 0 ? hosts : [undefined]) {
  describe(`grammars: in the Markdown of ${host?.name ?? 'VS Code'}`, () => {
    for (const name of readdirSync(cases)) {
      const testCase = parseGrammarTestCase(readFileSync(join(cases, name), 'utf8'));
      it(`${name}: ${testCase.metadata.description}`, async function () {
        const { registry } = await markdown(this, host);
        const failures = await runGrammarTestCase(registry, testCase);
        // Lines count from 0 there.
        assert.deepStrictEqual(
          failures.map(({ line, ...failure }) => ({ at: `${cases}/${name}:${line + 1}`, ...failure })),
          [],
        );
      });
    }
  });
}

/** Lines with the parts that must stand out. */
const coloured: Readonly<Record<string, readonly string[]>> = {
  '[!INCLUDE [name](a.md)]': ['!INCLUDE', 'name', 'a.md'],
  '> [!NOTE]': ['!NOTE'],
  '> [!VIDEO https://www.example.com]': ['!VIDEO', 'https://www.example.com'],
  '> [!div class="checklist"]': ['!div', 'class', '"checklist"'],
  '[!code-json[name](a.json "title")]': ['!code', 'json', 'name', 'a.json', '"title"'],
  ':::image source="a.png":::': [':::', 'image', 'source', '"a.png"'],
  ':::row-end:::': [':::', 'row-end'],
  '# [Windows](#tab/windows/preview)': ['Windows', '#tab/', 'windows', 'preview'],
};

/** The lines whose labels are to look different from what is around them: other bold text and other headings. */
const distinct: readonly (readonly [string, string])[] = [
  ['**Issue**', '**Other**'],
  ['## Issue', '## Other'],
];

for (const theme of ['dark_modern', 'light_modern', '2026-dark', '2026-light', 'hc_black', 'hc_light']) {
  describe(`grammars: in the theme ${theme}`, () => {
    it('every part stands out', async function () {
      const styles = await stylesIn(this, theme);
      const plain = styles('text')[0]?.style;
      for (const [line, parts] of Object.entries(coloured)) {
        const found = styles(line).filter(({ style }) => style !== plain);
        assert.deepStrictEqual(
          parts.filter((part) => !found.some(({ text }) => text.includes(part))),
          [],
          line,
        );
      }
    });

    it('labels of sections differ from other bold text and headings', async function () {
      const styles = await stylesIn(this, theme);
      for (const [label, other] of distinct) {
        const styleOf = (line: string): number | undefined =>
          styles(line).find(({ text }) => /^\w+$/.test(text))?.style;
        assert.notStrictEqual(styleOf(label), styleOf(other), label);
      }
    });
  });
}

/** Gives the parts of a line, each with a number that tells looks of a theme apart. */
async function stylesIn(
  test: Mocha.Context,
  theme: string,
): Promise<(line: string) => readonly { readonly text: string; readonly style: number }[]> {
  const { grammar, registry, extensions } = await markdown(test);
  const { rules, plain } = readTheme(join(extensions, 'theme-defaults', 'themes'), `${theme}.json`);
  registry.setTheme({ settings: [{ settings: { foreground: plain } }, ...rules] });
  return (line) => {
    const { tokens } = grammar.tokenizeLine2(line, null);
    return Array.from({ length: tokens.length / 2 }, (_, index) => ({
      text: line.slice(tokens[2 * index], tokens[2 * index + 2] ?? line.length),
      // Font style and foreground.
      style: (tokens[2 * index + 1]! >>> 11) & 0x1fff,
    }));
  };
}

describe('grammars: what they share with the product', () => {
  const labels = [...new Set(bundledProfiles.flatMap(({ sections }) => sections.flatMap(labelsOf)))];
  const pattern = labels
    .map((label) => label.replaceAll(/[()]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s+`))
    .join('|');

  for (const name of ['text', 'headings']) {
    it(`${name} knows the labels of sections that the product knows`, () => {
      const { repository } = JSON.parse(readFileSync(`syntaxes/${name}.injection.tmLanguage.json`, 'utf8')) as {
        repository: { 'section-label': { match: string } };
      };
      assert.ok(repository['section-label'].match.includes(`(${pattern})`), `they should be (${pattern})`);
    });
  }
});

describe('grammars: long lines', () => {
  // VS Code leaves longer ones alone (editor.maxTokenizationLineLength).
  const length = 20_000;
  for (const [start, repeated] of [
    ['', '[!include ['],
    ['', '[!include [a](b '],
    ['', '\\[!include [a\\](b\\)'],
    ['[!include [', 'a\\]('],
    ['> [!VIDEO a', ' b'],
    ['> [!div', ' a="b"'],
    ['> [!div', ' ` a'],
    ['[!code-a[b', '\\]('],
    ['', ':::image a="b" '],
    [':::image', ' a = '],
    [':::row', ' a'],
    ['# [a](#tab/a', '+a'],
    ['**Issue**', ' '],
    ['## Issue', ' '],
  ] as const) {
    it(`reads one of ${start} and many ${repeated}`, async function () {
      const { grammar } = await markdown(this);
      // Broken at the very end.
      const line = `${start}${repeated.repeat(length / repeated.length)}x`;
      assert.ok(!grammar.tokenizeLine(line, null, 5000).stoppedEarly);
    });
  }
});
