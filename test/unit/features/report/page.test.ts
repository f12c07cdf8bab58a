import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { HealthReport, ReportPlace } from '../../../../src/features/report/model';
import { gitHubPage, placeLinks } from '../../../../src/features/report/links';
import { reportHtml } from '../../../../src/features/report/reportHtml';

/** A report in which a text stands wherever a repository can put one. */
function reportWith(text: string): HealthReport {
  const place: ReportPlace = { path: text, line: 1, column: 1 };
  const counts = { error: 1, warning: 0, suggestion: 0, info: 0 };
  return {
    name: text,
    date: '2026-02-03',
    files: 1,
    articles: 1,
    counts,
    known: 0,
    findings: [{ ...place, severity: 'error', code: text, message: text }],
    coverage: [{ key: text, requirement: 'required', own: 1, inherited: 0, missing: 0 }],
    codes: [{ code: text, severity: 'error', findings: 1, files: 1, page: undefined }],
    folders: [{ folder: text, files: 1, counts }],
    ages: [{ label: '1 to 2 years', articles: 1 }],
    dated: [{ ...place, date: '2024-10-29', days: 462 }],
    retired: [{ ...place, key: text, successor: text, articles: 1 }],
    duplicates: [{ property: text, value: text, places: [place, place] }],
    includes: [{ path: text, users: 1, articles: 1, isUnused: false }],
    history: [
      { commit: text, date: '2026-01-01', files: 1, counts, coverage: 0.5 },
      { commit: 'now', date: '2026-02-03', files: 1, counts, coverage: 1 },
    ],
  };
}

/** Tags with the names of their attributes: what a browser makes elements and behaviour of. */
function skeleton(html: string): string[] {
  return [...html.matchAll(/<(\/?[A-Za-z!][^\s>"']*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g)].map(
    ([, name = '', attributes = '']) =>
      `${name} ${[...attributes.matchAll(/([\w-]+)="[^"]*"/g)].map(([, key]) => key).join(' ')}`,
  );
}

const hostile = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '`',
        '</script>',
        '</style>',
        '<!--',
        '-->',
        ']]>',
        '<img src=x onerror=a>',
        '" onload="a',
        '\0',
        '\ud800',
        '\u2028',
        '../',
        '/',
        '$&',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => `x${parts.join('')}`);

describe('the page of a health report', () => {
  it('lets nothing out of its place that a repository says', () => {
    for (const links of [{}, { opens: true }, { hrefOf: placeLinks('https://github.com/contoso/docs/blob/main') }]) {
      // Charts fit their labels, which leaves some out.
      const plain = skeleton(reportHtml(reportWith('x'), links)).filter((tag) => !tag.includes('text'));
      fc.assert(
        fc.property(hostile, (text) => {
          const found = skeleton(reportHtml(reportWith(text), links)).filter((tag) => !tag.includes('text'));
          assert.deepEqual(found, plain);
        }),
        { numRuns: 200 },
      );
    }
  });

  it('lets in its own script and style alone, by their hashes, and loads nothing', () => {
    const html = reportHtml(reportWith('x'));
    const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');
    const [, script = ''] = /<script>(.*?)<\/script>/s.exec(html) ?? [];
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    assert.equal(
      policy.replaceAll('&#39;', "'"),
      `default-src 'none'; script-src 'sha256-${hashOf(script)}'; style-src 'sha256-${hashOf(style)}'; base-uri 'none'; form-action 'none'`,
    );
    assert.deepEqual(html.match(/\s(?:src|style|on\w+)=|@import|url\((?!#)/g), null);
  });

  it('says so where there is nothing', () => {
    const { name, date } = reportWith('x');
    const none = { error: 0, warning: 0, suggestion: 0, info: 0 };
    const empty = {
      findings: [],
      coverage: [],
      codes: [],
      folders: [],
      ages: [],
      dated: [],
      retired: [],
      duplicates: [],
      includes: [],
      history: [],
    };
    const html = reportHtml({ name, date, files: 0, articles: 0, counts: none, known: 2, ...empty });
    for (const words of [
      'Nothing was found.',
      'No folder has findings.',
      'No retired key is in use.',
      '2 findings more are in the baseline.',
    ])
      assert.ok(html.includes(words), words);
  });
});

describe('links of a health report', () => {
  it('knows the page of a remote on GitHub, without what belongs to a user', () => {
    const page = 'https://github.com/contoso/docs.en-us';
    for (const remote of [
      'https://github.com/contoso/docs.en-us',
      'https://github.com/contoso/docs.en-us.git',
      'https://me:token@github.com/contoso/docs.en-us.git/',
      'git@github.com:contoso/docs.en-us.git',
      'ssh://git@github.com/contoso/docs.en-us\n',
      'ssh://git@github.com:22/contoso/docs.en-us.git',
    ])
      assert.equal(gitHubPage(remote), page, remote);
    for (const remote of [
      'https://example.com/contoso/docs',
      'https://github.com.evil.example/a/b',
      '/srv/github.com/a/b',
      'git@github.com:a',
      'https://github.com/a/"b',
    ])
      assert.equal(gitHubPage(remote), undefined, remote);
  });

  it('leads to lines, whatever a file is called', () => {
    const leads = placeLinks('https://github.com/contoso/docs/blob/main/');
    const at = (path: string): string => leads({ path, line: 3, column: 1 });
    assert.equal(at('a b/#1?.md'), 'https://github.com/contoso/docs/blob/main/a%20b/%231%3F.md?plain=1#L3');
    assert.equal(at('docfx.json'), 'https://github.com/contoso/docs/blob/main/docfx.json#L3');
    assert.equal(at('\ud800.md'), 'https://github.com/contoso/docs/blob/main/%EF%BF%BD.md?plain=1#L3');
  });
});
