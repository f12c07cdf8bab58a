import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { composeArticle, type NewArticle } from '../../../../src/features/templates/newArticle';
import { templatesFor } from '../../../../src/features/templates/templates';
import { examine } from '../../../../src/features/fixes/examine';
import type { Author } from '../../../../src/features/completion/metadata';
import { docfx, open } from '../../core/support/repository';
import type { Files } from '../../core/support/memoryHost';

const title = 'Restore a backup of a sandbox';
const author = { author: 'contoso-writer', alias: 'contosowriter' };
const inDocset = (files: Files = {}): Files => ({
  'docfx.json': docfx({ globalMetadata: { 'ms.service': 'dynamics-365-finance' } }),
  ...files,
});

interface Asked {
  readonly template: string;
  readonly title?: string;
  readonly product?: string;
  readonly author?: Author;
}

async function compose(files: Files, asked: Asked): Promise<NewArticle & { findings: string[] }> {
  const { repository } = await open(files);
  const path = 'guide/new.md';
  const { templates } = await templatesFor(repository, path, true);
  const template = templates.find(({ name }) => name === asked.template);
  assert.ok(template !== undefined, asked.template);
  const composed = await composeArticle(repository, { path, title, product: '', author, ...asked, template });
  const { diagnostics } = examine(repository, path, composed.text);
  return { ...composed, findings: diagnostics.map(({ code, message }) => `${code} ${message}`) };
}

describe('A new article', () => {
  for (const template of ['support', 'troubleshooting', 'how-to', 'concept', 'overview']) {
    it(`has no finding and no blank at a line's end: ${template}`, async () => {
      for (const files of [inDocset(), { 'docfx.json': docfx() }]) {
        const { text, findings } = await compose(files, { template, product: 'Dynamics 365 Finance' });
        assert.deepEqual(findings, []);
        assert.doesNotMatch(text, /[ \t]$|\{\{|\n\n\n|\n\n$/m);
        assert.ok(text.endsWith('\n'));
      }
    });
  }

  it('has what docfx.json does not supply, the heading, the banner and the sections', async () => {
    const banner = (path: string): string => `---\ntitle: A\n---\n# A\n\n[!include [banner](${path})]\n\nText\n`;
    const { text, snippet } = await compose(
      inDocset({
        'guide/a.md': banner('../includes/banner.md'),
        'guide/b.md': banner('../includes/banner.md'),
        'guide/c.md': banner('../includes/other.md'),
        'guide/index.md': '# Start\n',
        'includes/banner.md': 'Banner\n',
        'includes/other.md': 'Other\n',
      }),
      { template: 'support' },
    );
    assert.equal(
      text,
      [
        '---',
        `title: ${title}`,
        'description: \'Learn how to solve the issue "Restore a backup of a sandbox": where it occurs, what to do about it now, and what will change.\'',
        'author: contoso-writer',
        'ms.author: contosowriter',
        'ms.date: 03/10/2026',
        'ms.topic: troubleshooting-general',
        '---',
        '',
        `# ${title}`,
        '',
        '[!include [banner](../includes/banner.md)]',
        '',
        '**Environment details**',
        '',
        '<!-- Product, version and deployment in which the issue occurs. Leave out what makes no difference. -->',
        '',
        'Dynamics 365 Finance, version',
        '',
        '**Issue**',
        '',
        '<!-- The problem, or the question, in the words of the customer: what they tried, what happened and what they expected. -->',
        '',
        'Describe what customers see or ask.',
        '',
        '**Solution**',
        '',
        '<!-- What readers do to solve it, in numbered steps, with how they can tell that it worked. -->',
        '',
        'Describe what to do about it now.',
        '',
        '**Long-term solution**',
        '',
        '<!-- What is planned, or what readers can change, so that the issue does not come back. -->',
        '',
        'Describe what will keep it from coming back.',
        '',
      ].join('\n'),
    );
    assert.match(snippet, /^description: '\$\{1:Learn how/m);
    assert.match(snippet, /^\$\{5:Describe what will keep it from coming back\.\}$/m);
  });

  it('leaves to the writer what nobody knows', async () => {
    const { text, snippet, findings } = await compose(
      { 'docfx.json': docfx() },
      { template: 'how-to', author: { author: undefined, alias: undefined } },
    );
    assert.match(text, /^author:\nms\.author:\nms\.date: 03\/10\/2026\nms\.topic: how-to\nms\.service:\n---$/m);
    assert.match(snippet, /^author: \$2\nms\.author: \$3$/m);
    assert.deepEqual(
      findings.map((finding) => finding.split(' ')[0]),
      ['author-missing', 'ms-author-missing', 'ms-service-missing'],
    );
  });

  it('writes a title as YAML and as Markdown that read as the title', async () => {
    const awkward = "Sync fails: 'a < b' with *stars*, #1 {{title}}";
    const { text } = await compose(inDocset(), { template: 'concept', title: awkward });
    assert.match(text, /^title: "Sync fails: 'a < b' with \*stars\*, #1 \{\{title\}\}"$/m);
    assert.match(text, /^# Sync fails: 'a \\< b' with \\\*stars\\\*, #1 \{\{title\}\}$/m);
  });

  it('has the line breaks of the articles beside it', async () => {
    const { text } = await compose(inDocset({ 'guide/a.md': '---\r\ntitle: A\r\n---\r\n# A\r\n' }), {
      template: 'overview',
    });
    assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
    assert.ok(text.includes('\r\n'));
  });
});

describe('Templates of a team', () => {
  const configuration = (more: object): Files => ({ '.dynamics-docs.json': JSON.stringify(more) });

  it('lie in the folder that the configuration names, and are filled in', async () => {
    const files = inDocset({
      ...configuration({ templates: '.templates' }),
      '.templates/release-note.md':
        '\uFEFF---\r\ntitle: "What is new: {{title}}"\r\nms.topic: whats-new\r\nms.service: {{service}}\r\n# ms.author:\r\n---\r\n# {{title}}\r\n\r\n{{banner}}\r\n\r\n- {{? A change }} in {{product}}, {{ user }}\r\n',
      '.templates/how-to.md': '# {{title}}\n',
      '.templates/notes.txt': 'no template',
    });
    const { repository } = await open(files);
    const { templates, problem } = await templatesFor(repository, 'guide/new.md', true);
    assert.equal(problem, undefined);
    assert.deepEqual(
      templates.map(({ name, label, isOwn }) => [name, label, isOwn]),
      [
        ['how-to', 'How to', true],
        ['release-note', 'Release note', true],
        ['support', 'Support article', false],
        ['troubleshooting', 'Troubleshooting article', false],
        ['concept', 'Concept article', false],
        ['overview', 'Overview', false],
      ],
    );
    const { text } = await compose(files, { template: 'release-note' });
    assert.equal(
      text,
      [
        '---',
        `title: "What is new: ${title}"`,
        'description:',
        'author:',
        'ms.topic: whats-new',
        'ms.author:',
        'ms.date: 03/10/2026',
        '---',
        `# ${title}`,
        '',
        '- A change in Dynamics 365 Finance, {{ user }}',
        '',
      ].join('\n'),
    );
    assert.deepEqual(
      (await templatesFor(repository, 'guide/new.md', false)).templates.filter(({ isOwn }) => isOwn),
      [],
    );
  });

  it('are one for each profile, too', async () => {
    const files = inDocset(
      configuration({
        articleProfiles: [
          {
            name: 'faq-entry',
            sections: [
              { id: 'q', titles: ['Question'] },
              { id: 'a', titles: ['Answer'], guidance: 'Short -- one idea.' },
            ],
          },
        ],
      }),
    );
    const { text } = await compose(files, { template: 'faq-entry' });
    assert.equal(
      text.slice(text.indexOf('# Restore')),
      "# Restore a backup of a sandbox\n\n## Question\n\nWrite the section 'Question'.\n\n## Answer\n\n<!-- Short - - one idea. -->\n\nWrite the section 'Answer'.\n",
    );
    assert.match(text, /^ms\.topic:$/m);
  });

  it('are missed where the folder is not there, and are not checked where it is', async () => {
    const files = inDocset({ ...configuration({ templates: 'kinds' }), 'a.md': '# A\n' });
    const { repository } = await open(files);
    assert.equal(
      (await templatesFor(repository, 'guide/new.md', true)).problem,
      "There is no folder 'kinds', which the configuration names for templates.",
    );
    const { repository: other } = await open({ ...files, 'kinds/a.md': '# {{title}}\n' });
    assert.deepEqual(other.files.articlesAndIncludes(), ['a.md']);
  });

  it('must lie in a folder of their own inside the repository', async () => {
    for (const [templates, message] of [
      ['../x', "'../x' lies outside of the repository."],
      ['.', 'Name a folder of its own for templates: what lies in it is not checked.'],
    ] as const) {
      const { repository } = await open(inDocset(configuration({ templates })));
      assert.deepEqual(
        repository.diagnosticsOf('.dynamics-docs.json').map(({ code, message: found }) => [code, found]),
        [['config-invalid', message]],
      );
    }
  });
});
