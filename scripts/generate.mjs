// Compiles the schemas in schemas/ to validators at build time, so that no start of the program pays for ajv, and writes
// what else the engine needs of them, the pages of docs/rules as reports carry them, and what runs in the health report.
// The results are not committed: they follow from schemas/, src/core/schema, docs/rules, src/reportPage and media.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const output = join(root, 'src/core/schema/generated');
const pagesOutput = join(root, 'src/cli/formats/generated');
const reportOutput = join(root, 'src/features/report/generated');

const files = {
  article: 'dynamics-article.schema.json',
  config: 'dynamics-docs-config.schema.json',
  metaSchema: 'metadata-dialect.schema.json',
};

/** The engine's own code, as far as the generated modules follow from it. */
async function loadEngine() {
  const bundle = join(root, 'node_modules/.cache/dynamics-docs/engine.cjs');
  await build({
    stdin: {
      contents: `export { createAjv } from './ajv'; export { factsOf } from './schemaTree'; export { readJson } from '../text/jsonDocument'; export { rulePage } from '../rules/pages';`,
      resolveDir: join(root, 'src/core/schema'),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    outfile: bundle,
    logLevel: 'error',
  });
  return require(bundle);
}

async function readSchemas() {
  const entries = Object.entries(files).map(async ([name, file]) => [
    name,
    await readFile(join(root, 'schemas', file), 'utf8'),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

const annotations = new Set([
  'title',
  'description',
  'markdownDescription',
  'examples',
  'default',
  '$comment',
  '$schema',
]);
const namesOfUsers = new Set([
  'properties',
  'patternProperties',
  'definitions',
  'dependencies',
  'rules',
  'enum',
  'const',
  'enumDependencies',
  'deprecatedValues',
]);

/** A schema without what only people read: standalone code carries the schema along. */
function withoutAnnotations(schema) {
  if (Array.isArray(schema)) return schema.map(withoutAnnotations);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).filter(([key]) => !annotations.has(key));
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      namesOfUsers.has(key) ? withoutAnnotationsBelow(value) : withoutAnnotations(value),
    ]),
  );
}

/** An object whose own keys are names, such as `properties`: `title` is one of them. */
function withoutAnnotationsBelow(value) {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, withoutAnnotations(child)]));
}

/** Writes only what changed, so that watching builds and type checks stay quiet. */
async function writeIfChanged(path, text) {
  const old = await readFile(path, 'utf8').catch(() => undefined);
  if (old !== text) await writeFile(path, text);
}

/** What reports carry of each page of docs/rules. */
async function readPages(rulePage) {
  const folder = join(root, 'docs/rules');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md') && name !== 'README.md').sort();
  const withAbsoluteLinks = (page) =>
    page.replaceAll(/\]\(([a-z0-9-]+)\.md\)/g, (link, code) =>
      names.includes(`${code}.md`) ? `](${rulePage(code)})` : link,
    );
  const pages = names.map(async (name) => {
    const page = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
    const text = withAbsoluteLinks(page.replace(/^# .*\n+/, ''));
    return [name.slice(0, -'.md'.length), { description: text.slice(0, text.indexOf('\n\n')), text }];
  });
  return Object.fromEntries(await Promise.all(pages));
}

/** Script and style of the health report, each with the hash by which its content security policy lets it in. */
async function readReportPage() {
  const [script, style] = await Promise.all(['src/reportPage/tables.ts', 'media/report.css'].map(readMinified));
  return { script, style, scriptHash: hashOf(script), styleHash: hashOf(style) };
}

async function readMinified(name) {
  const { outputFiles } = await build({
    entryPoints: [join(root, name)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text.trim();
}

function hashOf(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

async function main() {
  const [{ createAjv, factsOf, readJson, rulePage }, texts] = await Promise.all([loadEngine(), readSchemas()]);
  const ajv = createAjv({ standalone: true });
  const ids = {};
  for (const [name, text] of Object.entries(texts)) {
    ids[name] = `generated:${name}`;
    ajv.addSchema({ ...withoutAnnotations(JSON.parse(text)), $id: ids[name] });
  }
  const standalone = require('ajv/dist/standalone').default;
  const constants = {
    articleFacts: factsOf(readJson(texts.article).node),
    dialectKeywords: Object.keys(JSON.parse(texts.metaSchema).definitions.keywords.properties),
    configKeys: Object.keys(JSON.parse(texts.config).properties),
  };
  await mkdir(output, { recursive: true });
  const { metaSchema, ...atStart } = ids;
  await writeIfChanged(join(output, 'validators.js'), `${standalone(ajv, atStart)}\n`);
  await writeIfChanged(join(output, 'metaSchema.js'), `${standalone(ajv, { metaSchema })}\n`);
  const lines = Object.entries(constants).map(([name, value]) => `exports.${name} = ${JSON.stringify(value)};`);
  await writeIfChanged(join(output, 'facts.js'), `'use strict';\n${lines.join('\n')}\n`);
  const pages = JSON.stringify(await readPages(rulePage));
  await writeIfChanged(join(pagesOutput, 'rulePages.js'), `export const rulePages = ${pages};\n`);
  const page = Object.entries(await readReportPage()).map(
    ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
  );
  await writeIfChanged(join(reportOutput, 'page.js'), `${page.join('\n')}\n`);
}

await main();
