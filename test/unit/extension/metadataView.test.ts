import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { groupText, keyText } from '../../../src/extension/metadataView/texts';
import type { MetadataTreeItem } from '../../../src/server/metadataProtocol';

/** What `vscode.l10n.t` does without a translation. */
const t = (message: string, ...args: (string | number | boolean)[]): string =>
  message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

const range = { start: { line: 6, character: 0 }, end: { line: 6, character: 3 } };
const own: MetadataTreeItem = {
  key: 'author',
  state: 'own',
  value: 'me',
  isScalar: true,
  requirement: 'required',
  source: 'frontMatter',
  place: { uri: 'file:///r/a.md', path: 'a.md', range },
  pattern: undefined,
  problem: undefined,
  title: 'Author',
  description: 'The GitHub ID of the author.',
  values: [],
};

describe('texts of the view of metadata', () => {
  it('name the groups and count their keys', () => {
    assert.deepEqual(groupText({ requirement: 'required', items: [own] }, t), {
      label: 'Required',
      spoken: 'Required, 1 key',
    });
    assert.deepEqual(groupText({ requirement: 'optional', items: [own, own] }, t), {
      label: 'Other',
      spoken: 'Other, 2 keys',
    });
  });

  it('say what a key has and where from', () => {
    assert.deepEqual(keyText(own, t), {
      description: 'me',
      paragraphs: ['Author', 'The GitHub ID of the author.', 'In the front matter, line 7'],
      spoken: 'author, me, In the front matter, line 7',
    });
    const place = { uri: 'file:///r/docfx.json', path: 'docfx.json', range };
    const inherited: MetadataTreeItem = { ...own, state: 'inherited', source: 'fileMetadata', place, pattern: '**.md' };
    assert.equal(keyText(inherited, t).spoken, 'author, me, From docfx.json, line 7: fileMetadata for **.md');
    const global: MetadataTreeItem = { ...inherited, source: 'globalMetadata', pattern: undefined };
    assert.equal(keyText(global, t).spoken, 'author, me, From docfx.json, line 7: globalMetadata');
  });

  it('say what is missing, empty or wrong', () => {
    const missing: MetadataTreeItem = { ...own, state: 'missing', value: '', source: undefined, place: null };
    assert.deepEqual(keyText({ ...missing, title: undefined, description: undefined }, t), {
      description: 'missing',
      paragraphs: ['This key is missing.'],
      spoken: 'author, missing',
    });
    assert.equal(keyText({ ...own, value: '' }, t).description, 'empty');
    const wrong: MetadataTreeItem = { ...own, state: 'invalid', problem: { severity: 'warning', message: 'Not so.' } };
    assert.equal(keyText(wrong, t).spoken, 'author, me, In the front matter, line 7, Not so.');
  });
});
