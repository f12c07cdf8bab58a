import { nothingInherited } from '../../../../src/core/metadata/effective';
import { descriptionOf } from '../../../../src/features/metadata/descriptions';
import type { ExplainedMetadata } from '../../../../src/features/metadata/explain';
import { open, plainConfiguration } from '../../core/support/repository';
import type { Files } from '../../core/support/memoryHost';

/** A docfx.json that is written line by line, so that tests can name its lines. */
export const docfxLines = [
  '{',
  '  "build": {',
  '    "content": [{ "files": "**/*.md" }],',
  '    "globalMetadata": {',
  '      "service": "sales",',
  '      "owner": "",',
  '      "tags": ["one", "two"],',
  '      "extra": true',
  '    },',
  '    "fileMetadata": {',
  '      "topic": {',
  '        "guide/**": "how-to"',
  '      }',
  '    }',
  '  }',
  '}',
].join('\n');

const schema = {
  strictRequired: ['topic', 'owner'],
  recommended: ['tags'],
  properties: {
    owner: { title: 'Owner', description: 'Who keeps it *right*.', examples: ['ann', 'bob', 'cy', 'dee'] },
    topic: {
      title: 'Kind',
      enum: ['how-to', 'overview', 'former', 'gone'],
      deprecatedValues: { former: 'overview', gone: '' },
    },
    tags: { title: 'Tags', type: 'array', items: { enum: ['one', 'two'] } },
    many: { enum: Array.from({ length: 22 }, (_, index) => `v${index}`) },
    date: { title: 'Day', dateFormat: 'MM/dd/yyyy', examples: ['01/02/2026'] },
    old_key: { title: 'Retired', replacedBy: 'topic' },
    gone: { replacedBy: '' },
  },
};

/** What governs an article of a docset with that docfx.json and schema. */
export async function metadataOf(path: string, files: Files = {}): Promise<ExplainedMetadata> {
  const { repository } = await open({
    'docfx.json': docfxLines,
    '.dynamics-docs.json': plainConfiguration,
    'schema.json': JSON.stringify(schema),
    ...files,
  });
  const { context } = repository.files.infoOf(path);
  return {
    schemas: context.schemas.map(descriptionOf),
    inherited: (context.inheritance?.of(path) ?? nothingInherited).metadata,
    linkTo: (target, line) => `root:${target}#L${line + 1}`,
  };
}
