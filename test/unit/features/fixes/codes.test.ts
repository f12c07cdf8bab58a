import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyFix } from '../../../../src/core/rules/fix';
import { codes, type Code } from '../../../../src/core/rules/codes';
import { lineBreakOf } from '../../../../src/core/text/lines';
import { examine } from '../../../../src/features/fixes/examine';
import { fixesOf } from '../../../../src/features/fixes/fixes';
import { bodyMistakes } from './bodyMistakes';
import { aroundLinks, linkMistakes } from './linkMistakes';
import { schemaCodes } from './schemaCodes';
import { docsetWith, header, type Mistake } from './support';

const body = '---\ntitle: A\n---\n\n# H\n';
const other = { 'i.md': 'text', 'includes/note.md': 'text', ...aroundLinks };
const unique = { search: 'search.audienceType' };
/** docfx.json supplies no key that is required. */
const bare = { 'docfx.json': '{ "build": { "content": [{ "files": "**/*.md" }] } }' };

const mistakes: Partial<Record<Code, readonly Mistake[]>> = {
  'front-matter-missing': [
    ['two hyphens at the start', '--\ntitle: A\n---\n\n# H\n', "! Type '---'", body],
    ['one hyphen at the start', '-\ntitle: A\n---\n\n# H\n', "! Type '---'", body],
    ['four hyphens at the start', '----\ntitle: A\n---\n\n# H\n', "! Type '---'", body],
    ['a key behind the start', '--- title: A\n---\n\n# H\n', "! Move 'title: A' to the next line", body],
    ['nothing at the start', 'title: A\n---\n\n# H\n', "! Insert '---' as the first line", body],
    ['no front matter at all', '# H\n', 'Insert front matter', '---\n---\n\n# H\n'],
  ],
  'front-matter-unclosed': [
    ['an indented end', '---\ntitle: A\n    ---\n\n# H\n', "! Type '---' at the start of the line", body],
    ['an end of two hyphens', '---\ntitle: A\n--\n\n# H\n', "! Type '---' at the start of the line", body],
    ['an end of five hyphens', '---\ntitle: A\n-----\n\n# H\n', "! Type '---' at the start of the line", body],
    ['text glued to the end', '---\ntitle: A\n---# H\n', "Put '---' on a line of its own", '---\ntitle: A\n---\n# H\n'],
    ['no end', '---\ntitle: A\n\n# H\n', "Insert '---' after the last key", '---\ntitle: A\n\n---\n# H\n'],
  ],
  'front-matter-not-first': [
    ['a blank line before it', `\n${body}`, '! Remove the blank lines', body],
    ['a space before it', ` ${body}`, "! Remove the white space before '---'", body],
  ],
  'yaml-header-syntax-error': [
    [
      'a key written twice',
      header('ms.date: ms.date: 05/09/2026'),
      '! Remove the second key',
      header('ms.date: 05/09/2026'),
    ],
    [
      'two keys in one line',
      header('ms.date: 04/09/2024ms.topic: faq'),
      "! Begin a line with 'ms.topic'",
      header('ms.date: 04/09/2024', 'ms.topic: faq'),
    ],
    [
      'a colon in a value',
      header('title: Sync: a guide'),
      '! Put the value in quotes',
      header('title: "Sync: a guide"'),
    ],
    ['no space after the colon', header('title:A'), '! Insert a space after the colon', header('title: A')],
    [
      'a line that goes on without an indent',
      header('description: One two', 'three four.'),
      'Indent the line, to continue the value above',
      header('description: One two', '  three four.'),
    ],
    ['a key without a colon', header('title: A', 'author'), "Type 'author:'", header('title: A', 'author:')],
    [
      'an unescaped quote inside',
      header('title: "Say "a" twice"'),
      'Put the value in quotes',
      header(`title: '"Say "a" twice"'`),
    ],
    ['an unfinished quote', header('title: "Say'), 'Insert the closing "', header('title: "Say"')],
    ['a star at the start', header('title: *new*'), '! Put the value in quotes', header('title: "*new*"')],
    ['two stars at the start', header('title: **New** x'), '! Put the value in quotes', header('title: "**New** x"')],
    ['a backtick at the start', header('title: `a` b'), '! Put the value in quotes', header('title: "`a` b"')],
    ['a comma at the start', header('ms.custom: , a'), '! Put the value in quotes', header('ms.custom: ", a"')],
    ['an escape that is none', header('title: "a\\d"'), "! Type '\\\\d'", header('title: "a\\\\d"')],
    [
      'an indented key',
      header('title: A', ' author: b'),
      "! Remove the spaces before 'author'",
      header('title: A', 'author: b'),
    ],
    [
      'a first key that is indented',
      header('  title: A', 'author: b'),
      "! Remove the spaces before 'title'",
      header('title: A', 'author: b'),
    ],
    ['a bracket without its end', header('title: [a b'), 'Put the value in quotes', header('title: "[a b"')],
    ['a tab for an indent', header('ms.custom:', '\t- a'), 'Indent by spaces', header('ms.custom:', '  - a')],
  ],
  'yaml-duplicate-key': [
    ['the same twice', header('author: a', 'author: a'), "! Remove the second 'author'", header('author: a')],
    [
      'two values',
      header('author: a', 'author: b'),
      "Remove the first 'author', which the build ignores",
      header('author: b'),
    ],
  ],
  'null-array-value': [
    ['an empty item', header('ms.custom:', '  - a', '  - '), '! Remove the empty item', header('ms.custom:', '  - a')],
  ],
  'merge-conflict': [
    [
      'markers',
      header('<<<<<<< HEAD', 'title: A', '=======', 'title: B', '>>>>>>> other'),
      'Keep the current change',
      header('title: A'),
    ],
  ],
  'unknown-attribute': (
    [
      ['ms. search.keywords', '! ', 'ms.search.keywords'],
      ['ms.search.forms', '', 'ms.search.form'],
      ['ms-service', '! ', 'ms.service'],
      ['mscustom', '! ', 'ms.custom'],
      ['ms-custom', '! ', 'ms.custom'],
      ['decription', '', 'description'],
      ['authro', '', 'author'],
      ['ms.reviewe', '', 'ms.reviewer'],
      ['mw.reviewer', '', 'ms.reviewer'],
      ['ms.saerch.form', '', 'ms.search.form'],
      ['ai.usage', '! ', 'ai-usage'],
    ] as const
  ).map(([written, mark, meant]): Mistake => [
    written,
    header(`${written}: a`),
    `${mark}Change '${written}' to '${meant}'`,
    header(`${meant}: a`),
  ]),
  'attribute-shadows-default': [
    ['an empty key', header('author:', 'title: A'), "Remove 'author' to inherit 'writer'", header('title: A')],
  ],
  'attribute-deprecated': [
    ['one that is empty', header('title: A', 'ms.prod: '), "! Remove 'ms.prod'", header('title: A')],
    ['one with a successor', header('ms.prod: a'), "Change 'ms.prod' to 'ms.service'", header('ms.service: a')],
    ['one without', header('title: A', 'ms.assetid: a'), "Remove 'ms.assetid'", header('title: A')],
    ['robots', header('robots: noindex'), "Change 'robots' to 'ROBOTS'", header('ROBOTS: noindex')],
  ],
  'ms-date-invalid': (
    [
      ['2025-10-29', '! ', '10/29/2025'],
      ['24-03-2026', '! ', '03/24/2026'],
      ['10/20/25', '', '10/20/2025'],
      ['007/14/2025', '', '07/14/2025'],
      ['O2/26/2025', '', '02/26/2025'],
      ['06/13/2025vir', '', '06/13/2025'],
    ] as const
  ).map(([written, mark, meant]): Mistake => [
    written,
    header(`ms.date: ${written}`),
    `${mark}Change '${written}' to '${meant}'`,
    header(`ms.date: ${meant}`),
  ]),
  'date-format-invalid': [
    [
      'a full stop behind it',
      header('ms.search.validFrom: 2019-02-01.'),
      "Change '2019-02-01.' to '2019-02-01'",
      header('ms.search.validFrom: 2019-02-01'),
    ],
    [
      'the other order',
      header('ms.search.validFrom: 02/28/2019'),
      "! Change '02/28/2019' to '2019-02-28'",
      header('ms.search.validFrom: 2019-02-28'),
    ],
  ],
  'ms-topic-invalid': [
    ['case', header('ms.topic: How-To'), "! Change 'How-To' to 'how-to'", header('ms.topic: how-to')],
    ['a slip', header('ms.topic: tutorail'), "Change 'tutorail' to 'tutorial'", header('ms.topic: tutorial')],
  ],
  'ms-author-invalid': [
    ['an address', header('ms.author: a@microsoft.com'), "! Change to 'a'", header('ms.author: a')],
  ],
  'multiple-values': [
    ['a list of one', header('ms.author: [a]'), '! Write the value without a list', header('ms.author: a')],
  ],
  'unexpected-type': [
    ['a number for a text', header('title: 365'), '! Put the value in quotes', header('title: "365"')],
  ],
  'array-not-unique': [
    [
      'an item twice, a line each',
      header(`${unique.search}:`, '  - a', '  - b # b', '  - a'),
      '! Remove what stands in the list twice',
      header(`${unique.search}:`, '  - a', '  - b # b'),
    ],
    [
      'an item twice on one line',
      header(`${unique.search}: [a, b, a, b]`),
      '! Remove what stands in the list twice',
      header(`${unique.search}: [a, b]`),
    ],
  ],
  'include-malformed': [
    [
      'no last bracket',
      `${body}[!INCLUDE [a](i.md)\n`,
      "! Change to '[!INCLUDE [a](i.md)]'",
      `${body}[!INCLUDE [a](i.md)]\n`,
    ],
  ],
  'include-case-mismatch': [
    [
      'a capital',
      `${body}[!INCLUDE [a](Includes/note.md)]\n`,
      "! Change to 'includes/note.md'",
      `${body}[!INCLUDE [a](includes/note.md)]\n`,
    ],
  ],
  ...Object.fromEntries(
    (
      [
        ['title-missing', 'title: H'],
        ['description-missing', 'description:'],
        ['author-missing', 'author:'],
        ['ms-author-missing', 'ms.author:'],
        ['ms-date-missing', 'ms.date: 03/10/2026'],
        ['ms-topic-missing', 'ms.topic:'],
        ['ms-service-missing', 'ms.service:'],
      ] as const
    ).map(([code, line]): [string, readonly Mistake[]] => [
      code,
      [
        [
          'no such key',
          '---\nms.custom: x\n---\n\n# H\n',
          `Insert '${line}'`,
          `---\n${line}\nms.custom: x\n---\n\n# H\n`,
        ],
      ],
    ]),
  ),
  ...bodyMistakes,
  ...linkMistakes,
};

/** Where what is missing is not a matter of one edit of the article: the writer's own words, another file, the schema. */
const withoutRepair: readonly Code[] = [
  'yaml-header-not-object',
  'include-in-front-matter',
  'include-not-found',
  'include-invalid',
  'circular-reference',
  'include-outside-root',
  'include-unavailable',
  'include-unused',
  'include-block-inline',
  'format-invalid',
  'string-length-invalid',
  'number-invalid',
  'array-length-invalid',
  'array-contains-failed',
  'array-min-check-invalid',
  'array-max-check-invalid',
  'property-count-invalid',
  'dependent-schemas-failed',
  'precluded-attributes',
  'date-out-of-range',
  'invalid-paired-attribute',
  'duplicate-attribute',
  'one-of-failed',
  'boolean-schema-failed',
  'description-bad-length',
  'title-bad-length',
  'duplicate-title-within-docset',
  'duplicate-description-within-docset',
  'h1-not-first',
  'h1-title-mismatch',
  'triple-colon-unopened',
  'alt-text-missing',
  'config-invalid',
  'schema-invalid',
  'docfx-config-invalid',
  'glob-pattern-unmatched',
  'file-unreadable',
  'file-not-utf8',
  'symlink-loop',
  'link-out-of-scope',
  'redirection-invalid',
  'redirection-loop',
];

/** These go by another name under the bundled schema, or need a schema of a team: `schemaCodes.test.ts` has them. */
const ofTeamSchemas = schemaCodes.map(([code]) => code);

/** `redirections.test.ts` has them: they are repairs of other files. */
const ofRedirections = [
  'redirection-duplicate',
  'redirection-source-exists',
  'redirection-chain',
  'redirection-target-missing',
  'redirection-unsorted',
];

describe('The preferred repair', () => {
  for (const [code, list] of Object.entries(mistakes)) {
    for (const [name, before, preferred, after] of list) {
      for (const [kind, convert] of [
        ['', (text: string) => text],
        [' with other line breaks', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
      ] as const)
        it(`of ${code}: ${name}${kind}`, async () => {
          const text = convert(before);
          const repository = await docsetWith(
            text,
            code.endsWith('-missing') && code !== 'front-matter-missing' ? bare : other,
          );
          const { diagnostics, facts } = examine(repository, 'a.md', text);
          const diagnostic = diagnostics.find((candidate) => candidate.code === code);
          assert.ok(diagnostic !== undefined, diagnostics.map((found) => found.code).join());
          const [fix] = fixesOf(diagnostic, facts);
          assert.ok(fix !== undefined);
          const done = applyFix(text, fix, lineBreakOf(text));
          assert.deepEqual([`${fix.isCertain ? '! ' : ''}${fix.title}`, done], [preferred, convert(after)]);
          // It is gone, but for a key that still waits for its value.
          if (/^Insert '.*:'$/.test(preferred)) return;
          const left = examine(repository, 'a.md', done).diagnostics;
          assert.ok(!left.some((found) => found.code === code && found.message === diagnostic.message));
        });
    }
  }

  it('is known of every code, or that there is none', () => {
    const known = [...Object.keys(mistakes), ...withoutRepair, ...ofTeamSchemas, ...ofRedirections].sort();
    assert.deepEqual(known, Object.keys(codes).sort());
  });
});
