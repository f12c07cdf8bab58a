import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterEach, describe, it } from 'mocha';
import { toolDescriptions } from '../../src/cli/mcp/descriptions';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Folder } from '../support/folder';
import { checkJson, cliPath, runCli } from '../support/program';

const validate = 'dynamics_docs_validate_article';
const metadata = 'dynamics_docs_effective_metadata';
const expand = 'dynamics_docs_expand_article';

interface Said {
  readonly texts: readonly string[];
  readonly isError: boolean;
  readonly structured: unknown;
}

const running = new Set<Client>();

/** A client of an agent, connected to the program as a process of its own. */
async function connect(cwd: string, ...args: readonly string[]): Promise<{ client: Client; pid: number }> {
  const transport = new StdioClientTransport({ command: process.execPath, args: [cliPath, 'mcp', ...args], cwd });
  const client = new Client({ name: 'test', version: '1.0.0' });
  running.add(client);
  await client.connect(transport);
  assert.ok(transport.pid !== null);
  return { client, pid: transport.pid };
}

afterEach(async () => {
  for (const client of running) await client.close();
  running.clear();
});

async function call(client: Client, name: string, path: unknown): Promise<Said> {
  const { content, isError, structuredContent } = await client.callTool({ name, arguments: { path } });
  const texts = (content as { text: string }[]).map(({ text }) => text);
  return { texts, isError: isError === true, structured: structuredContent };
}

async function refusal(client: Client, name: string, path: unknown): Promise<string> {
  const { texts, isError, structured } = await call(client, name, path);
  assert.deepStrictEqual([texts.length, isError, structured], [1, true, undefined]);
  return texts[0] ?? '';
}

function docset(): Folder {
  return createFolder({
    ...rootMark,
    'docs/docfx.json': docfx({ globalMetadata: { 'ms.service': 'dynamics-365' } }),
    'docs/a.md': article({ 'ms.topic': 'nonsense' }),
    'docs/b.md': `${article({ title: 'Approve what was recorded in Contoso' })}\n[!INCLUDE [c](includes/c.md)]\n`,
    'docs/includes/c.md': 'Of c.\n',
  });
}

describe('mcp: tools', () => {
  it('lists three that only read', async () => {
    const { client } = await connect(docset().path);
    const { tools } = await client.listTools();
    assert.deepStrictEqual(
      tools.map(({ name, title, description, annotations, inputSchema: { properties, required } }) => [
        name,
        title,
        description,
        annotations,
        Object.keys(properties ?? {}),
        required,
      ]),
      Object.entries(toolDescriptions).map(([name, { title, description }]) => [
        name,
        title,
        description,
        { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
        ['path'],
        ['path'],
      ]),
    );
  });

  it('validates as check does, with what helps to repair', async () => {
    const { path } = docset();
    const { client } = await connect(path);
    const { texts, isError, structured } = await call(client, validate, 'docs/a.md');
    const { report } = await checkJson(path, ['docs/a.md']);
    const lines = article({ 'ms.topic': 'nonsense' }).split('\n');
    const { diagnostics, ...rest } = structured as { diagnostics: { lineText?: string; fixes?: unknown }[] };
    assert.deepStrictEqual(rest, { version: 1, file: 'docs/a.md', counts: report.counts });
    assert.deepStrictEqual(
      diagnostics.map(({ lineText, fixes, ...finding }) => [finding, lineText, Array.isArray(fixes)]),
      report.diagnostics.map((finding) => [finding, lines[finding.line - 1], true]),
    );
    assert.strictEqual(report.diagnostics.length, 2);
    assert.deepStrictEqual([texts, isError], [[JSON.stringify(structured)], false]);
  });

  it('keeps to the schema of a team', async () => {
    const schema = JSON.stringify({ properties: { 'ms.topic': { enum: ['how-to'] } } });
    const folder = createFolder({
      ...rootMark,
      '.dynamics-docs.json': '{ "metadataSchema": "team.json" }',
      'team.json': schema,
      'a.md': article({ 'ms.topic': 'nonsense' }),
    });
    const { client } = await connect(folder.path);
    const { structured } = await call(client, validate, 'a.md');
    const { diagnostics } = structured as { diagnostics: { line: number; code: string }[] };
    assert.deepStrictEqual(
      diagnostics.map(({ line, code }) => [line, code]),
      [[7, 'invalid-value']],
    );
  });

  it('tells effective metadata as the command line does', async () => {
    const { path } = docset();
    const { client } = await connect(path);
    const { stdout } = await runCli(path, ['metadata', 'docs/b.md', '--format', 'json']);
    assert.deepStrictEqual((await call(client, metadata, 'docs/b.md')).structured, JSON.parse(stdout));
  });

  it('expands as render does', async () => {
    const { path } = docset();
    const { client } = await connect(path);
    const { stdout } = await runCli(path, ['render', 'docs/b.md', '--format', 'markdown']);
    assert.deepStrictEqual(await call(client, expand, join(path, 'docs', 'b.md')), {
      texts: [stdout],
      isError: false,
      structured: { file: 'docs/b.md', markdown: stdout, problems: [] },
    });
  });

  it('takes whole paths below a root that is a link', async () => {
    const links = createFolder();
    symlinkSync(docset().path, links.at('linked'), 'junction');
    const { client } = await connect(links.path, '--root', 'linked');
    for (const path of [links.at('linked/docs/b.md'), 'docs/b.md'])
      assert.strictEqual((await call(client, expand, path)).isError, false);
  });

  it('sees at each call what stands on disk then', async () => {
    const folder = docset();
    const { client } = await connect(folder.path);
    const found = async (): Promise<number> =>
      ((await call(client, validate, 'docs/a.md')).structured as { diagnostics: unknown[] }).diagnostics.length;
    assert.strictEqual(await found(), 2);
    folder.write({ 'docs/a.md': article() });
    assert.strictEqual(await found(), 1);
  });
});

describe('mcp: refusals', () => {
  it('says in one sentence what cannot be done', async () => {
    const { client } = await connect(docset().path);
    const said = [
      await refusal(client, validate, 'docs/none.md'),
      await refusal(client, validate, 'docs'),
      await refusal(client, expand, '.'),
      await refusal(client, expand, 'none/a.md'),
      await refusal(client, expand, 'docs/docfx.json'),
    ];
    assert.deepStrictEqual(said, [
      "There is no file 'docs/none.md'.",
      "'docs' is a folder. Name a file.",
      "'.' is a folder. Name a file.",
      "There is no folder that could hold 'none/a.md'.",
      "'docs/docfx.json' is no Markdown file. Name an article or an include file.",
    ]);
  });

  it('refuses arguments of another shape, and tools that there are not', async () => {
    const { client } = await connect(docset().path);
    for (const path of [7, undefined, '', ['docs/a.md']])
      assert.match(await refusal(client, validate, path), /Invalid arguments/);
    const { isError } = await client.callTool({ name: 'dynamics_docs_delete', arguments: {} });
    assert.strictEqual(isError, true);
  });

  it('looks at nothing outside of its root', async () => {
    const outside = createFolder({ ...rootMark, 'secret.md': article() });
    const folder = docset();
    symlinkSync(outside.path, folder.at('docs/linked'), 'junction');
    const { client } = await connect(folder.path, '--root', 'docs');
    const paths = [
      '../secret.md',
      outside.at('secret.md'),
      'linked/secret.md',
      'a.md/../../x.md',
      'a\0.md',
      '../docs/../x.md',
    ];
    for (const path of paths)
      assert.strictEqual(
        await refusal(client, expand, path),
        `'${path}' lies outside the folder that this server was started for.`,
      );
  });

  it('does not follow a link of a file out of its root', async function () {
    const outside = createFolder({ 'secret.md': article() });
    const folder = docset();
    try {
      symlinkSync(outside.at('secret.md'), folder.at('docs/linked.md'));
    } catch {
      // Windows allows it to administrators alone.
      this.skip();
    }
    const { client } = await connect(folder.path);
    for (const tool of [validate, expand])
      assert.strictEqual(
        await refusal(client, tool, 'docs/linked.md'),
        'This file cannot be read: it lies outside the repository.',
      );
  });

  it('does not let a repository above its root count', async () => {
    const folder = createFolder({
      ...rootMark,
      '.dynamics-docs.json': '{ "rules": { "ms-topic-invalid": "off" } }',
      'docs/a.md': article({ 'ms.topic': 'nonsense' }),
      'docs/b.md': '[!INCLUDE [x](../x.md)]\n',
      'x.md': 'Outside.\n',
    });
    const { client } = await connect(folder.at('docs'));
    const { structured } = await call(client, validate, 'a.md');
    assert.deepStrictEqual((structured as { counts: unknown }).counts, {
      error: 0,
      warning: 1,
      suggestion: 0,
      info: 0,
    });
    const { texts } = await call(client, expand, 'b.md');
    assert.strictEqual(texts[0], '[!INCLUDE [x](../x.md)]\n');
  });

  it('does not start for a folder that is not there', async () => {
    const { code, stdout, stderr } = await runCli(docset().path, ['mcp', '--root', 'none']);
    assert.deepStrictEqual([code, stdout, stderr], [2, '', "There is no folder 'none'.\n"]);
  });
});

describe('mcp: end', () => {
  it('ends with its input, and says nothing of its own', async () => {
    assert.deepStrictEqual(await runCli(docset().path, ['mcp']), { code: 0, stdout: '', stderr: '' });
  });

  it('ends when the client closes, also with a call under way', async () => {
    const { client, pid } = await connect(docset().path);
    const pending = client.callTool({ name: validate, arguments: { path: 'docs/a.md' } });
    await Promise.all([client.close(), assert.rejects(pending)]);
    assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
  });

  it('goes on after a call that was cancelled', async () => {
    const { client } = await connect(docset().path);
    const cancelled = new AbortController();
    const pending = client.callTool({ name: validate, arguments: { path: 'docs/a.md' } }, undefined, {
      signal: cancelled.signal,
    });
    cancelled.abort('Enough.');
    await assert.rejects(pending);
    assert.strictEqual((await call(client, expand, 'docs/a.md')).isError, false);
  });
});
