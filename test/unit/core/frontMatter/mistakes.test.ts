import { describe } from 'mocha';
import { itSays } from './read';

const syntax = 'yaml-header-syntax-error';

/** The mistakes in the history of real articles, each with what to type instead. The other keys are read all the same. */
describe('front matter: mistakes in a line', () => {
  itSays('a key that is written twice before its value', {
    lines: 'ms.date: ms.date: 05/09/2026',
    metadata: { 'ms.date': '05/09/2026' },
    problems: [`3:10-3:18 ${syntax} The key is written twice. Type 'ms.date: 05/09/2026'.`],
  });
  itSays('two keys on one line', {
    lines: 'ms.date: 04/09/2024ms.topic: article',
    metadata: { 'ms.date': '04/09/2024', 'ms.topic': 'article' },
    problems: [`3:20-3:29 ${syntax} A line break is missing before 'ms.topic:'.`],
  });
  itSays('two keys on one line with a space between', {
    lines: 'ms.service: projects ms.author: you',
    metadata: { 'ms.service': 'projects', 'ms.author': 'you' },
    problems: [`3:22-3:32 ${syntax} A line break is missing before 'ms.author:'.`],
  });
  itSays('the name of its own key in a value, with a colon', {
    lines: 'description: Write the description: how to',
    metadata: { description: 'Write the description: how to' },
    problems: [
      `3:35-3:36 ${syntax} A value with a colon and a space in it must be in quotes. Type 'description: "Write the description: how to"'.`,
    ],
  });
  itSays('a colon in a value', {
    lines: 'description: Fix this: the sync stops',
    metadata: { description: 'Fix this: the sync stops' },
    problems: [
      `3:22-3:23 ${syntax} A value with a colon and a space in it must be in quotes. Type 'description: "Fix this: the sync stops"'.`,
    ],
  });
  itSays('a colon in a value that holds double quotes', {
    lines: 'description: The "sync" says: it\'s over',
    metadata: { description: 'The "sync" says: it\'s over' },
    problems: [
      `3:29-3:30 ${syntax} A value with a colon and a space in it must be in quotes. Type 'description: 'The "sync" says: it''s over''.`,
    ],
  });
  itSays('a colon at the end of a value', {
    lines: 'description: These are the steps:',
    metadata: { description: 'These are the steps:' },
    problems: [
      `3:33-3:34 ${syntax} A value with a colon and a space in it must be in quotes. Type 'description: "These are the steps:"'.`,
    ],
  });
  itSays('no space after the colon', {
    lines: 'ms.date:10/29/2025',
    metadata: { 'ms.date': '10/29/2025' },
    problems: [`3:8-3:9 ${syntax} A space is missing after the colon. Type 'ms.date: 10/29/2025'.`],
  });
  itSays('a value that goes on in the next line without indent', {
    lines: ['description: The first line', 'and the second'],
    metadata: { description: 'The first line' },
    problems: [
      `4:1-4:15 ${syntax} This line is no key. If it continues the line above, join the two; else write it as 'key: value'.`,
    ],
  });
  itSays('a word without a colon', {
    lines: 'ms.service',
    metadata: {},
    problems: [`3:1-3:11 ${syntax} 'ms.service' has no colon. Type 'ms.service:' and its value, or remove the line.`],
  });
  itSays('an include as the value', {
    lines: 'description: [!INCLUDE[prod](includes/prod.md)] rocks',
    metadata: { description: '[!INCLUDE[prod](includes/prod.md)] rocks' },
    problems: [`3:14-3:54 ${syntax} An include is not expanded in front matter. Write the text itself.`],
  });
  itSays('a quote inside double quotes', {
    lines: 'description: "Use the "Approve" button"',
    metadata: { description: '"Use the "Approve" button"' },
    problems: [
      `3:23-3:24 ${syntax} The value ends at this quote, but the line goes on: put the whole value in single quotes, or write '\\"' for a quote inside it.`,
    ],
  });
  itSays('an apostrophe inside single quotes', {
    lines: "description: 'It's the button'",
    metadata: { description: "'It's the button'" },
    problems: [
      `3:17-3:18 ${syntax} The value ends at this quote, but the line goes on: write '' for an apostrophe inside the value.`,
    ],
  });
  itSays('double quotes that never close', {
    lines: 'description: "Use the button',
    metadata: { description: '"Use the button' },
    problems: [`3:14-3:29 ${syntax} The closing " is missing at the end of the value.`],
  });
  itSays('single quotes that never close', {
    lines: "description: 'Use the button",
    metadata: { description: "'Use the button" },
    problems: [`3:14-3:29 ${syntax} The closing ' is missing at the end of the value.`],
  });
  itSays('an escape that means nothing', {
    lines: 'description: "See C:\\Media Files"',
    metadata: { description: '"See C:\\Media Files"' },
    problems: [
      `3:21-3:23 ${syntax} '\\M' means nothing in double quotes. Type '\\\\M', or put the value in single quotes.`,
    ],
  });
  itSays('an escape that means nothing behind one that does', {
    lines: 'description: "A \\\\ and \\" and \\d"',
    metadata: { description: '"A \\\\ and \\" and \\d"' },
    problems: [
      `3:31-3:33 ${syntax} '\\d' means nothing in double quotes. Type '\\\\d', or put the value in single quotes.`,
    ],
  });
  itSays('a value in bold', {
    lines: 'description: **Important** steps',
    metadata: { description: '**Important** steps' },
    problems: [
      `3:14-3:33 ${syntax} A value cannot start with '**' in YAML. Put it in quotes: 'description: "**Important** steps"'.`,
    ],
  });
  for (const [sign, rest] of [
    ['*', 'star'],
    ['`', 'code`'],
    [',', 'comma'],
    ['@', 'someone'],
    ['%', 'percent'],
    [']', 'x'],
    ['}', 'x'],
    ['&', ''],
  ] as const)
    itSays(`a value that starts with ${sign}`, {
      lines: `description: ${sign}${rest}`,
      metadata: { description: `${sign}${rest}` },
      problems: [
        `3:14-3:${14 + sign.length + rest.length} ${syntax} A value cannot start with '${sign}' in YAML. Put it in quotes: 'description: "${sign}${rest}"'.`,
      ],
    });
  for (const value of ['[one, two', '[one, [two]', '{a: one'])
    itSays(`a list or map on one line that never closes: ${value}`, {
      lines: `ms.custom: ${value}`,
      metadata: { 'ms.custom': value },
      problems: [
        `3:12-3:${12 + value.length} ${syntax} The closing ${value.startsWith('[') ? ']' : '}'} is missing. If the value is text, put it in quotes: 'ms.custom: "${value}"'.`,
      ],
    });
  itSays('an indented key', {
    lines: ['ms.author: you', '  ms.topic: how-to'],
    metadata: { 'ms.author': 'you', 'ms.topic': 'how-to' },
    problems: [
      `4:1-4:3 ${syntax} The key 'ms.topic' is indented, so it belongs to 'ms.author'. Remove the spaces before it.`,
    ],
  });
  itSays('two indented keys', {
    lines: ['ms.author: you', '  ms.topic: how-to', '  ms.service: projects'],
    metadata: { 'ms.author': 'you', 'ms.topic': 'how-to', 'ms.service': 'projects' },
    problems: [
      `4:1-4:3 ${syntax} The key 'ms.topic' is indented, so it belongs to 'ms.author'. Remove the spaces before it.`,
      `5:1-5:3 ${syntax} The key 'ms.service' is indented, so it belongs to 'ms.author'. Remove the spaces before it.`,
    ],
  });
  itSays('a tab before a value below its key', {
    lines: ['ms.custom:', '\t- one'],
    metadata: { 'ms.custom': '- one' },
    problems: [`4:1-4:2 ${syntax} YAML is not indented by tabs. Type spaces instead.`],
  });
  itSays('several broken lines, each said', {
    lines: ['ms.date:10/29/2025', 'description: a: b', 'ms.service: projects', 'ms.topic: "how-to'],
    metadata: { 'ms.date': '10/29/2025', description: 'a: b', 'ms.service': 'projects', 'ms.topic': '"how-to' },
    problems: [
      `3:8-3:9 ${syntax} A space is missing after the colon. Type 'ms.date: 10/29/2025'.`,
      `4:15-4:16 ${syntax} A value with a colon and a space in it must be in quotes. Type 'description: "a: b"'.`,
      `6:11-6:18 ${syntax} The closing " is missing at the end of the value.`,
    ],
  });
  itSays('a broken line among lists, comments and empty lines', {
    lines: ['# comment: here', '', 'ms.custom:', '  - one', '  - two', 'bad:value', '# end'],
    metadata: { 'ms.custom': ['one', 'two'], bad: 'value' },
    problems: [`8:4-8:5 ${syntax} A space is missing after the colon. Type 'bad: value'.`],
  });
});

describe('front matter: merge conflicts', () => {
  const conflict =
    "merge-conflict A merge conflict was left here. Keep one side and delete the lines '<<<<<<<', '=======' and '>>>>>>>'.";
  itSays('in the header', {
    lines: ['<<<<<<< HEAD', 'ms.date: 1/1/2026', '=======', 'ms.date: 2/2/2026', '>>>>>>> main'],
    metadata: { 'ms.date': '2/2/2026' },
    problems: [`3:1-7:13 ${conflict}`],
  });
  itSays('with the common ancestor', {
    lines: ['<<<<<<< ours', 'a: 1', '||||||| base', 'a: 0', '=======', 'a: 2', '>>>>>>> theirs'],
    metadata: { a: 2 },
    problems: [`3:1-9:15 ${conflict}`],
  });
  itSays('twice', {
    lines: ['<<<<<<< HEAD', 'a: 1', '=======', '>>>>>>> x', 'b: 1', '<<<<<<< HEAD', '=======', 'c: 1', '>>>>>>> x'],
    metadata: { a: 1, b: 1, c: 1 },
    problems: [`3:1-6:10 ${conflict}`, `8:1-11:10 ${conflict}`],
  });
  itSays('without its end', {
    lines: ['<<<<<<< HEAD', 'a: 1'],
    metadata: { a: 1 },
    problems: [`3:1-3:13 ${conflict}`],
  });
});
