import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { bundleOf } from '../support/pseudo';

type Texts = Readonly<Record<string, string>>;

// Tests run from the repository root.
const manifest = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Texts;
const germanManifest = JSON.parse(readFileSync('package.nls.de.json', 'utf8')) as Texts;
const german: readonly (readonly [english: string, german: string])[] = [
  ...Object.entries(bundleOf('de')),
  ...Object.entries(manifest).map(([key, english]) => [english, germanManifest[key] ?? ''] as const),
];

describe('translations', () => {
  it('are complete, with the same placeholders, and every text can be translated: run `node scripts/l10n.mjs`', () => {
    // What is wrong goes to standard error, and fails this.
    execFileSync(process.execPath, ['scripts/l10n.mjs', '--check'], { stdio: 'pipe' });
  });

  it('say everything in the manifest', () => {
    const { contributes, displayName, description } = JSON.parse(readFileSync('package.json', 'utf8')) as Texts;
    const keys = [...JSON.stringify([contributes, displayName, description]).matchAll(/"%([^"%]+)%"/g)];
    assert.ok(keys.length > 50);
    assert.deepEqual(
      keys.map(([, key = '']) => key).filter((key) => manifest[key] === undefined),
      [],
    );
    // What tools take is described to language models.
    const shown = JSON.stringify(contributes, (key, value: unknown) => (key === 'inputSchema' ? undefined : value));
    const named = shown.matchAll(/"(?:title|description|label|category|markdownDescription)":"([^%"][^"]*)"/g);
    assert.deepEqual(
      [...named].map(([, text]) => text),
      [],
    );
  });

  it('have a plural wherever there is a singular', () => {
    const keys = Object.keys(bundleOf());
    const singulars = keys.filter((key) => /(?:^|\s)1 \w/.test(key) && !/level 1|1 to /.test(key));
    assert.ok(singulars.length > 5);
    const verbs: Readonly<Record<string, string>> = { is: 'are', was: 'were', has: 'have' };
    const plurals = singulars.map((key) =>
      key
        .replace(/(^|\s)1 (\w+)/, (_all, before: string, noun: string) => `${before}{0} ${noun}s`)
        .replace(/ (is|was|has) (?:a )?/, (all, verb: string) => all.replace(verb, verbs[verb] ?? verb)),
    );
    const known = new Set([...keys, ...keys.map((key) => key.replaceAll('{1}', '{0}'))]);
    assert.deepEqual(
      plurals.map((key) => key.replace('{0}, {0}', '{0}, {0}')).filter((key) => !known.has(key)),
      [],
    );
  });
});

describe('the German translation', () => {
  const withoutNames = (text: string): string =>
    text.replaceAll(/`[^`]*`|„[^“]*“|\*\*[^*]*\*\*|\([^)]*\)|\S+[./:_-]\S+/g, ' ');

  it('holds no English', () => {
    const words = /\b(?:the|and|or|of|is|are|not|with|from|this|that|which|your|you|file|key|value|heading|there)\b/i;
    assert.deepEqual(
      german.map(([, text]) => text).filter((text) => words.test(withoutNames(text))),
      [],
    );
  });

  it('translates every sentence', () => {
    const same = german.filter(([english, text]) => english === text && /\w \w/.test(english));
    assert.deepEqual(
      same.map(([english]) => english),
      ['Dynamics Docs Authoring', 'Dynamics Docs'],
    );
  });

  it('has German quotation marks', () => {
    const wrong = german.filter(([english, text]) => {
      const opening = text.split('„').length;
      return (
        opening !== text.split('“').length ||
        (/(?:^|\s)'[^']*\{\d\}[^']*'/.test(english) && opening === 1) ||
        /”|‘|‚/.test(text)
      );
    });
    assert.deepEqual(wrong, []);
  });

  it('says Sie to its readers', () => {
    assert.deepEqual(
      german.map(([, text]) => text).filter((text) => /\b(?:du|dein|deine|dich|dir)\b/i.test(text)),
      [],
    );
  });

  it('ends its sentences as the English ones end', () => {
    const end = (text: string): string =>
      text.endsWith('.') ? '.' : text.endsWith('…') ? '…' : text.endsWith('?') ? '?' : '';
    assert.deepEqual(
      german.filter(([english, text]) => end(english) !== end(text)),
      [],
    );
  });
});
