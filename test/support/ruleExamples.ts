import { readFileSync } from 'node:fs';
import { codes, defaultSetting, type Code } from '../../src/core/rules/codes';

/** Paths with `/` and what stands in them. */
export type Texts = Readonly<Record<string, string>>;

// Tests run from the repository root.
export const rulesFolder = 'docs/rules';
export const allCodes = Object.keys(codes) as Code[];

/** The texts of a section's fenced blocks, with their languages. */
export function blocks(page: string, section: string): { language: string; text: string }[] {
  // Headings in an example begin no section.
  const [, body = ''] =
    new RegExp(`^## ${section}$([\\s\\S]*?)(?=^## (?:Fix|Why|Severity)$|(?![\\s\\S]))`, 'm').exec(page) ?? [];
  return [...body.matchAll(/^```([a-z]*)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));
}

export function page(code: Code): string {
  return readFileSync(`${rulesFolder}/${code}.md`, 'utf8').replaceAll('\r\n', '\n');
}

const content = [{ files: '**/*.md' }];
const docfx = JSON.stringify({ build: { content } });
const docfxWithDefault = JSON.stringify({ build: { content, globalMetadata: { 'ms.service': 'contoso' } } });

/** Codes whose page shows a file other than an article, and that file. */
const fileOf: Readonly<Partial<Record<Code, string>>> = {
  'config-invalid': '.dynamics-docs.json',
  'docfx-config-invalid': 'docfx.json',
  'glob-pattern-unmatched': 'docfx.json',
  'schema-invalid': 'schema.json',
  'redirection-invalid': '.openpublishing.redirection.json',
  'redirection-duplicate': '.openpublishing.redirection.json',
  'redirection-source-exists': '.openpublishing.redirection.json',
  'redirection-loop': '.openpublishing.redirection.json',
  'redirection-chain': '.openpublishing.redirection.json',
  'redirection-target-missing': '.openpublishing.redirection.json',
  'redirection-unsorted': '.openpublishing.redirection.json',
};

/** Codes about what is no text, or would be a long one. */
export const unshown: ReadonlySet<Code> = new Set([
  'file-unreadable',
  'file-not-utf8',
  'symlink-loop',
  'string-length-invalid',
  'include-unused',
]);

/** What the examples of includes take for granted. Their docset is a folder, with other repositories beside it. */
const aroundIncludes: Texts = {
  '.openpublishing.publish.config.json': '{ "dependent_repositories": [{ "path_to_root": "shared-content" }] }',
  'articles/docfx.json': docfx,
  'articles/b.md': '[!INCLUDE [a](a.md)]\n',
  'articles/includes/banner.md': 'A banner.\n',
  'articles/includes/steps.md': '1. One\n1. Two\n',
  'articles/includes/steps.txt': 'One, two.\n',
};

/** What the examples of links take for granted. */
const aroundLinks: Texts = {
  'docfx.json': JSON.stringify({ build: { content: [{ files: '**/*.md', exclude: 'drafts/**' }] } }),
  '.openpublishing.redirection.json':
    '{ "redirections": [{ "source_path": "old_setup.md", "redirect_url": "setup" }] }',
  'setup.md': '# Set up Contoso\n\n## Before you begin\n',
  'drafts/plan.md': '# The plan\n',
  'media/list.png': '',
};

const ofLinks: ReadonlySet<Code> = new Set([
  'file-not-found',
  'bookmark-not-found',
  'link-case-mismatch',
  'link-out-of-scope',
  'redirected-link',
  'hard-coded-locale',
  'docs-link-absolute',
  'insecure-link',
]);

/** The files that the blocks of a section stand for. */
export function filesOf(code: Code, section: string): Texts | undefined {
  const text = page(code);
  const shown = blocks(text, section);
  const article = shown.find(({ language }) => language === 'yaml' || language === 'markdown');
  const other = fileOf[code];
  if (other !== undefined) {
    const example = shown.find(({ language }) => language === 'json');
    if (example === undefined) return undefined;
    const configuration: Texts =
      other === 'schema.json'
        ? { '.dynamics-docs.json': '{ "metadataSchema": "schema.json" }' }
        : defaultSetting(code) === 'off'
          ? turnedOn(code)
          : {};
    const articles = Object.fromEntries(['a.md', 'articles/time/a.md', 'guide/a.md'].map((path) => [path, '']));
    return { 'docfx.json': docfx, ...configuration, ...articles, [other]: withContent(other, example.text) };
  }
  if (article === undefined) return undefined;
  if (code === 'circular-reference' || (code.startsWith('include-') && article.language === 'markdown'))
    return { ...aroundIncludes, 'articles/a.md': article.text };
  if (ofLinks.has(code)) return { ...aroundLinks, 'a.md': article.text };
  const header = article.language === 'markdown' ? article.text : `---\n${article.text}---\n`;
  if (defaultSetting(code) === 'off')
    return {
      'docfx.json': docfx,
      ...turnedOn(code),
      'a.md': header,
    };
  const schema = blocks(text, 'Trigger').find(({ language }) => language === 'json');
  const files: Texts = {
    'docfx.json': code === 'attribute-shadows-default' ? docfxWithDefault : docfx,
    'a.md': header,
  };
  const twice: Texts = code.startsWith('duplicate-') && section === 'Trigger' ? { 'b.md': header } : {};
  if (schema === undefined) return { ...files, ...twice };
  return {
    ...files,
    ...twice,
    '.dynamics-docs.json': '{ "metadataSchema": "schema.json" }',
    'schema.json': schema.text,
  };
}

function turnedOn(code: Code): Texts {
  return { '.dynamics-docs.json': JSON.stringify({ rules: { [code]: 'warning' } }) };
}

/** The examples of docfx.json leave out what articles they are about. */
function withContent(path: string, text: string): string {
  if (path !== 'docfx.json') return text;
  const { build } = JSON.parse(text) as { build: object };
  return JSON.stringify({ build: { content, ...build } });
}
