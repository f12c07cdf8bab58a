import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, it } from 'mocha';
import { checkJson } from '../support/program';

/** A real repository beside the checkout, read in place. */
const named = resolve('..', 'shared', 'corpora', 'dynamics-365-project-operations');
const root = existsSync(named) ? realpathSync(named) : named;

/** What one article says, read by markdown-it, with none of our own code. */
interface Article {
  readonly links: readonly string[];
  readonly ids: ReadonlySet<string>;
  readonly includes: readonly string[];
}

const markdown = new MarkdownIt({ html: true });

function read(path: string): Article {
  const text = readFileSync(posix.join(root, path), 'utf8').replace(/^\uFEFF?---\s[^]*?\n---[ \t]*(?:\r?\n|$)/, '');
  const links: string[] = [];
  const ids = new Set<string>();
  const html = (content: string): void => {
    const shown = content.replaceAll(/<!--[^]*?(?:-->|$)/g, '');
    for (const [, id = ''] of shown.matchAll(/\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi)) ids.add(id);
    for (const [, link = ''] of shown.matchAll(/\s(?:href|src)\s*=\s*["']([^"']+)["']/gi)) links.push(link);
  };
  const tokens = markdown.parse(text, {});
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'html_block') html(token.content);
    if (token.type === 'heading_open') {
      const children = tokens[index + 1]?.children ?? [];
      const words = children.map(({ type, content }) => (/^(?:text|code_inline|image)$/.test(type) ? content : ''));
      const base = words
        .join('')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-');
      let id = base;
      for (let count = 1; ids.has(id); count++) id = `${base}-${count}`;
      ids.add(id);
    }
    for (const child of token.children ?? []) {
      if (child.type === 'link_open') links.push(child.attrGet('href') ?? '');
      if (child.type === 'image') links.push(child.attrGet('src') ?? '');
      if (child.type === 'html_inline') html(child.content);
    }
    if (token.type === 'inline' && token.content.startsWith(':::'))
      for (const [, link = ''] of token.content.matchAll(/\s(?:source|lightbox)="([^"]+)"/g)) links.push(link);
  }
  const includes = [...text.matchAll(/\[!include[+-]?\s*\[[^\]]*\]\(([^)\s]+)/gi)].map(([, path = '']) => path);
  return { links, ids, includes };
}

/** The links of all articles that lead nowhere, by what is wrong with them. */
function brokenLinks(): Record<string, number> {
  const counts: Record<string, number> = { links: 0, bookmarks: 0 };
  const count = (kind: string): void => void (counts[kind] = (counts[kind] ?? 0) + 1);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const exact = new Set(files);
  const inAnyCase = new Map(files.map((path) => [path.toLowerCase(), path]));
  const { redirections } = JSON.parse(
    readFileSync(posix.join(root, '.openpublishing.redirection.json'), 'utf8').replace('\ufeff', ''),
  ) as { redirections: readonly { source_path: string }[] };
  const redirected = new Set(redirections.map(({ source_path }) => source_path.toLowerCase()));
  const articles = new Map(
    files.filter((path) => /^articles\/.*\.md$/.test(path)).map((path) => [path, read(path)] as const),
  );
  const at = (from: string, path: string): string =>
    path.startsWith('~/') ? posix.join('articles', path.slice(2)) : posix.join(posix.dirname(from), path);
  for (const [from, { links }] of articles) {
    for (const link of links) {
      if (/^(?:[a-z][a-z0-9+.-]*:|\/|#?$)/i.test(link)) continue;
      const [path = '', fragment = ''] = decodeURIComponent(link).split('#');
      const plain = path.replace(/\?.*/s, '').replaceAll('\\', '/');
      const target = plain === '' ? from : at(from, plain);
      if (target.startsWith('shared-content/')) continue;
      count('links');
      const actual = exact.has(target) ? target : inAnyCase.get(target.toLowerCase());
      if (!exact.has(target))
        count(
          redirected.has(target.toLowerCase()) ? 'redirected-link' : actual ? 'link-case-mismatch' : 'file-not-found',
        );
      const page = actual === undefined ? undefined : articles.get(actual);
      if (page === undefined || fragment === '') continue;
      count('bookmarks');
      const included = page.includes.map((path) => articles.get(at(actual ?? '', path)));
      const isFound = [page, ...included].some((part) => part === undefined || part.ids.has(fragment));
      if (!isFound) count('bookmark-not-found');
    }
  }
  return counts;
}

describe('the links of real articles', function () {
  this.timeout(60_000);
  (existsSync(root) ? it : it.skip)('are broken where another reader of Markdown finds them so', async () => {
    const { links = 0, bookmarks = 0, ...broken } = brokenLinks();
    const { report } = await checkJson(root);
    const codes = ['file-not-found', 'bookmark-not-found', 'link-case-mismatch', 'redirected-link'];
    const found: Record<string, number> = {};
    for (const { code, file } of report.diagnostics)
      if (codes.includes(code) && file.endsWith('.md')) found[code] = (found[code] ?? 0) + 1;
    assert.deepEqual(found, broken);
    assert.ok(links > 2000 && bookmarks > 100, `${links} links, ${bookmarks} bookmarks`);
  });
});
