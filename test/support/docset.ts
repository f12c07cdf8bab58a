/** Values of an article that has nothing wrong with it. */
const goodKeys = {
  title: 'Record time on a project in Contoso',
  description:
    'Shows how a team member records time on a project in Contoso and submits it for the approval of a manager.',
  author: 'contoso-writer',
  'ms.author': 'contosowriter',
  'ms.date': '10/29/2025',
  'ms.topic': 'how-to',
  'ms.service': 'dynamics-365',
};

/** `undefined` leaves a key out. */
type Keys = Readonly<Record<string, string | undefined>>;

/** An article without a finding, but for the given keys: each replaces one, or is added at the end. */
export function article(keys: Keys = {}): string {
  const lines = Object.entries<string | undefined>({ ...goodKeys, ...keys }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`.trimEnd()],
  );
  return ['---', ...lines, '---', '', '# Heading', ''].join('\n');
}

/** The lines of front matter as they are given, for tests that count columns. */
export function rawArticle(...lines: readonly string[]): string {
  return ['---', ...lines, '---', '', '# Heading', ''].join('\n');
}

/** `undefined` leaves out what a good article has, so that docfx.json can supply it. */
export const inherited: Keys = Object.fromEntries(
  ['author', 'ms.author', 'ms.topic', 'ms.service'].map((key) => [key, undefined]),
);

interface DocfxParts {
  readonly content?: unknown;
  readonly globalMetadata?: unknown;
  readonly fileMetadata?: unknown;
}

/** A docfx.json that publishes all Markdown but include files. */
export function docfx(parts: DocfxParts = {}): string {
  const content = [{ files: ['**/*.md'], exclude: ['**/includes/**'] }];
  return JSON.stringify({ build: { content, ...parts } }, undefined, 2);
}

/** Marks a folder as the root of a repository, so that nothing above it is looked at. */
export const rootMark = { '.openpublishing.publish.config.json': '{}\n' };
