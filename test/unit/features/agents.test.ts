import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { writeBaseline } from '../../../src/core/baseline/format';
import { toolDescriptions } from '../../../src/cli/mcp/descriptions';
import { agentToolNames, agentTools, type AgentToolName } from '../../../src/features/agents/tools';
import { article, docfx, inherited, rawArticle } from '../../support/docset';
import { open } from '../core/support/repository';
import type { Files } from '../core/support/memoryHost';

/** What a tool says of a file of a repository in memory. */
async function ask(
  tool: AgentToolName,
  path: string,
  files: Files,
): Promise<{ json: unknown; texts: readonly string[] } | string> {
  const { repository } = await open(files);
  const answer = await agentTools[tool].answer(repository, path);
  return 'refused' in answer ? answer.refused : answer;
}

async function json(tool: AgentToolName, path: string, files: Files): Promise<Record<string, unknown>> {
  const answer = await ask(tool, path, files);
  assert.ok(typeof answer !== 'string', answer as string);
  return answer.json as Record<string, unknown>;
}

const validate = 'dynamics_docs_validate_article';
const metadata = 'dynamics_docs_effective_metadata';
const expand = 'dynamics_docs_expand_article';

describe('tools of agents: validating an article', () => {
  it('tells each finding with its line and its repairs', async () => {
    const files = { 'docfx.json': docfx(), 'a.md': article({ 'ms.date': '2025-10-29' }) };
    const answer = await ask(validate, 'a.md', files);
    assert.ok(typeof answer !== 'string');
    assert.deepStrictEqual(answer.json, {
      version: 1,
      file: 'a.md',
      counts: { error: 0, warning: 1, suggestion: 0, info: 0 },
      diagnostics: [
        {
          file: 'a.md',
          line: 6,
          column: 10,
          endLine: 6,
          endColumn: 20,
          severity: 'warning',
          code: 'ms-date-invalid',
          message: (answer.json as { diagnostics: { message: string }[] }).diagnostics[0]?.message,
          fixable: true,
          related: [],
          lineText: 'ms.date: 2025-10-29',
          fixes: [{ title: "Change '2025-10-29' to '10/29/2025'", certain: true }],
        },
      ],
    });
    assert.deepStrictEqual(answer.texts, [JSON.stringify(answer.json)]);
  });

  it('tells of what docfx.json supplies, and of titles that other articles have', async () => {
    const {
      counts,
      diagnostics,
      inherited: supplied,
    } = await json(validate, 'a.md', {
      'docfx.json': docfx({
        globalMetadata: { author: 'x', 'ms.author': 'y', 'ms.topic': 'nonsense', 'ms.service': 'z' },
      }),
      'a.md': article(inherited),
      'b.md': article({
        ...inherited,
        description: 'Shows how a manager of Contoso approves what a team member has recorded and submitted.',
      }),
    });
    const codes = (found: unknown): string[] =>
      (found as { file: string; line: number; code: string }[]).map(
        ({ file, line, code }) => `${file}:${line} ${code}`,
      );
    assert.deepStrictEqual(
      [counts, codes(diagnostics), codes(supplied)],
      [
        { error: 0, warning: 0, suggestion: 1, info: 0 },
        ['a.md:2 duplicate-title-within-docset'],
        ['docfx.json:16 ms-topic-invalid'],
      ],
    );
  });

  it('checks by itself what the build does not take, and says so', async () => {
    const { counts, notes } = await json(validate, 'other/a.md', {
      'docs/docfx.json': docfx(),
      'other/a.md': article(),
    });
    assert.deepStrictEqual(
      [counts, notes],
      [
        { error: 0, warning: 0, suggestion: 0, info: 0 },
        ['The build takes no such file, so that it was checked by itself.'],
      ],
    );
  });

  it('leaves out what a baseline holds', async () => {
    const { repository } = await open({
      'docfx.json': docfx(),
      '.dynamics-docs.json': '{}',
      'a.md': article({ 'ms.topic': 'x' }),
    });
    const [update] = await repository.known.updated(repository.diagnostics(), () => true, true);
    assert.ok(update);
    const { baselined, diagnostics } = await json(validate, 'a.md', {
      'docfx.json': docfx(),
      '.dynamics-docs.json': '{}',
      [update.path]: writeBaseline(update.after),
      'a.md': article({ 'ms.topic': 'x' }),
    });
    assert.deepStrictEqual([baselined, diagnostics], [1, []]);
  });

  it('offers no repair of a file that is not UTF-8', async () => {
    const text = article({ 'ms.date': '2025-10-29' });
    const { diagnostics } = await json(validate, 'a.md', { 'docfx.json': docfx(), 'a.md': { text, invalidByte: 9 } });
    assert.deepStrictEqual(
      (diagnostics as { code: string; fixable: boolean; fixes: unknown }[]).map(({ code, fixable, fixes }) => [
        code,
        fixable,
        fixes,
      ]),
      [
        ['file-not-utf8', false, []],
        ['ms-date-invalid', false, []],
      ],
    );
  });

  it('stays short, and says how many findings are not shown', async () => {
    const keys = Array.from({ length: 2000 }, (_, index) => `x${index}: \n`).join('');
    const answer = await ask(validate, 'a.md', { 'docfx.json': docfx(), 'a.md': `---\n${keys}${keys}---\n\n# A\n` });
    assert.ok(typeof answer !== 'string');
    const { diagnostics, notes, counts } = answer.json as {
      diagnostics: unknown[];
      notes: string[];
      counts: Record<string, number>;
    };
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    assert.deepStrictEqual(notes, [`Findings that are not shown, as there are too many: ${all - diagnostics.length}.`]);
    assert.ok((answer.texts[0]?.length ?? 0) < 80_000);
  });

  it('cuts long lines between characters', async () => {
    const line = `title: ${'\u{1F600}'.repeat(400)}`;
    const { diagnostics } = await json(validate, 'a.md', { 'docfx.json': docfx(), 'a.md': rawArticle(line) });
    const [{ lineText } = { lineText: '' }] = (diagnostics as { line: number; lineText: string }[]).filter(
      (finding) => finding.line === 2,
    );
    assert.strictEqual(lineText, `title: ${'\u{1F600}'.repeat(146)}\u2026`);
  });

  const sentences: readonly (readonly [string, string, Files])[] = [
    ['there.md', "There is no file 'there.md'.", {}],
    ['a.png', "'a.png' is no Markdown file. Name an article or an include file.", { 'a.png': 'x' }],
    ['a.md', 'This file cannot be read: permission denied.', { 'a.md': { fails: 'unreadable' } }],
    [
      'a.md',
      "'a.md' is not checked: the configuration of the team ignores it.",
      { 'a.md': article(), '.dynamics-docs.json': '{ "ignore": ["a.md"] }' },
    ],
    [
      'a.md',
      "There is no schema 'none.json'. Paths start from the folder of the configuration; 'dynamics' is the bundled one.",
      { 'a.md': article(), '.dynamics-docs.json': '{ "metadataSchema": "none.json" }' },
    ],
  ];
  for (const [path, sentence, files] of sentences)
    it(`refuses: ${sentence}`, async () => {
      assert.strictEqual(await ask(validate, path, files), sentence);
    });
});

describe('tools of agents: effective metadata', () => {
  const global = docfx({ globalMetadata: { author: 'contoso' } });

  it('answers as the command line does', async () => {
    const answer = await ask(metadata, 'a.md', { 'docfx.json': global, 'a.md': rawArticle('title: A') });
    assert.ok(typeof answer !== 'string');
    assert.deepStrictEqual(answer.json, {
      file: 'a.md',
      docset: 'docfx.json',
      metadata: {
        author: { value: 'contoso', source: 'globalMetadata', file: 'docfx.json', line: 14, column: 17 },
        title: { value: 'A', source: 'frontMatter', file: 'a.md', line: 2, column: 8 },
      },
    });
    assert.deepStrictEqual(answer.texts, [JSON.stringify(answer.json)]);
  });

  it('says where there is no file yet, and where its front matter does not count', async () => {
    const files = { 'docfx.json': global, 'b.md': '\n---\ntitle: B\n---\n' };
    const [absent, ignored] = [await json(metadata, 'a.md', files), await json(metadata, 'b.md', files)];
    assert.deepStrictEqual(
      [Object.keys(absent.metadata as object), absent.notes],
      [['author'], ['There is no such file: this is what docfx.json would supply to it.']],
    );
    assert.deepStrictEqual(Object.keys(ignored.metadata as object), ['author']);
    assert.match(String(ignored.notes), /^The build ignores this file's front matter: /);
  });

  it('leaves out values that are too long, by name', async () => {
    const answer = await json(metadata, 'a.md', { 'a.md': rawArticle(`title: ${'x'.repeat(100_000)}`, 'author: b') });
    assert.deepStrictEqual(
      [Object.keys(answer.metadata as object), answer.notes],
      [['author'], ['Too long to be shown: title.']],
    );
  });

  it('refuses what is neither there nor in a docset', async () => {
    assert.strictEqual(await ask(metadata, 'a.md', {}), "There is no file 'a.md'.");
  });
});

describe('tools of agents: an expanded article', () => {
  it('gives the Markdown, and what stays as it is', async () => {
    const text = '# A\n\n[!INCLUDE [b](includes/b.md)]\n\n[!INCLUDE [c](includes/c.md)]\n';
    const answer = await ask(expand, 'a.md', { 'a.md': text, 'includes/b.md': 'Of b.\n' });
    const markdown = '# A\n\nOf b.\n\n[!INCLUDE [c](includes/c.md)]\n';
    assert.ok(typeof answer !== 'string');
    const { problems } = answer.json as { problems: { message: string }[] };
    const message = problems[0]?.message ?? '';
    assert.deepStrictEqual(answer, {
      json: {
        file: 'a.md',
        markdown,
        problems: [{ file: 'a.md', line: 5, column: 1, code: 'include-not-found', message }],
      },
      texts: [markdown, `a.md:5:1: include-not-found ${message}`],
    });
  });

  it('gives the beginning of a long one', async () => {
    const line = `${'x'.repeat(99)}\n`;
    const answer = await ask(expand, 'a.md', { 'a.md': line.repeat(1000) });
    assert.ok(typeof answer !== 'string');
    assert.deepStrictEqual(answer.texts, [
      line.repeat(600),
      'This is the beginning: 60000 of 100000 characters. Read the files for the rest.',
    ]);
  });
});

describe('tools of agents: names', () => {
  it('are described, each', () => {
    assert.deepStrictEqual(Object.keys(toolDescriptions), agentToolNames);
  });
});
