import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { Repository } from '../../../src/core/docset/repository';
import { dialectKeywords } from '../../../src/core/schema/generated/facts';
import { MemoryHost } from './support/memoryHost';

// Tests run from the repository root.
const page = readFileSync('docs/schemas.md', 'utf8').replaceAll('\r\n', '\n');

interface Example {
  readonly heading: string;
  readonly schema: string;
  readonly articles: readonly string[];
}

/** Each schema of the page with the articles below it. */
const examples = page.split(/^(?=##)/m).flatMap((section): Example[] => {
  const [heading = ''] = section.split('\n', 1);
  const blocks = [...section.matchAll(/^```(json|yaml)\n([\s\S]*?)^```$/gm)];
  const schema = blocks.find(([, language]) => language === 'json')?.[2];
  const articles = blocks.flatMap(([, language, text = '']) => (language === 'yaml' ? [text] : []));
  return schema === undefined ? [] : [{ heading: heading.replace(/^#+ /, ''), schema, articles }];
});

/** The codes that comments of an example announce. */
function announced(article: string): string[] {
  return [...article.matchAll(/# ([a-z]+(?:-[a-z]+)+)$/gm)].map(([, code = '']) => code).sort();
}

describe('docs/schemas.md', () => {
  for (const { heading, schema, articles } of examples)
    for (const [index, article] of articles.entries())
      it(`${heading}: what is said of article ${index + 1} is reported`, async () => {
        const files = {
          'docfx.json': '{ "build": { "content": [{ "files": "**/*.md" }] } }',
          '.dynamics-docs.json': '{ "metadataSchema": "team.metadata-schema.json" }',
          'team.metadata-schema.json': schema,
          'a.md': `---\n${article}---\n\n# H\n`,
        };
        const repository = new Repository(new MemoryHost(files));
        await repository.load();
        await repository.validateAll();
        const found = repository.diagnostics();
        assert.deepEqual(
          found.map(({ code }) => code).sort(),
          announced(article),
          found.map(({ path, message }) => `${path}: ${message}`).join('\n'),
        );
      });

  it('has an example of every keyword, and of nothing else', () => {
    const named = examples.flatMap(({ heading }) => [...heading.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
    assert.deepEqual(named.sort(), [...dialectKeywords].sort());
  });

  it('uses each keyword in its example', () => {
    for (const { heading, schema } of examples)
      for (const [, name = ''] of heading.matchAll(/`([^`]+)`/g)) assert.ok(schema.includes(`"${name}":`), name);
  });

  it('links to what is there', () => {
    for (const [, target = ''] of page.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g))
      assert.ok(existsSync(`docs/${target}`), target);
  });
});

describe('the meta-schema', () => {
  interface Node {
    readonly description?: string;
    readonly properties?: Readonly<Record<string, Node>>;
    readonly definitions?: Readonly<Record<string, Node>>;
  }
  const dialect = JSON.parse(readFileSync('schemas/metadata-dialect.schema.json', 'utf8')) as Node;

  it('explains every keyword', () => {
    const all = Object.values(dialect.definitions ?? {}).flatMap(({ properties }) => Object.entries(properties ?? {}));
    for (const [name, { description = '' }] of all) assert.match(description, /^.+\.$/, name);
  });

  it('explains nothing that keywords share, since editors would show it in place of the keyword', () => {
    for (const [name, { description }] of Object.entries(dialect.definitions ?? {}))
      assert.equal(description, undefined, name);
  });
});
