import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { branchText, fileText } from '../../../src/extension/includesView/texts';
import type { IncludeChild } from '../../../src/server/protocol';

/** What `vscode.l10n.t` does without a translation. */
const t = (message: string, ...args: (string | number | boolean)[]): string =>
  message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

const place = (line: number): IncludeChild['places'][number] => ({
  start: { line, character: 0 },
  end: { line, character: 9 },
});

const child: IncludeChild = {
  path: 'docs/includes/name.md',
  status: 'ok',
  exists: true,
  from: 'docs/a.md',
  places: [place(4)],
  count: 2,
};

describe('texts of the view of includes', () => {
  it('name the branches', () => {
    assert.deepEqual(branchText('includes', undefined, t), { label: 'Includes', spoken: 'Includes' });
    assert.deepEqual(branchText('dependents', 1, t), { label: 'Included By', spoken: 'Included By, 1 file' });
    assert.deepEqual(branchText('dependents', 2462, t), { label: 'Included By', spoken: 'Included By, 2462 files' });
  });

  it('name a file, its folder and where the directive is', () => {
    assert.deepEqual(fileText(child, 'includes', t), {
      label: 'name.md',
      description: 'docs/includes',
      tooltip: 'docs/includes/name.md\nDirective in docs/a.md, line 5',
      spoken: 'name.md, docs/includes',
    });
  });

  it('count who includes it in turn', () => {
    const text = fileText(
      { ...child, path: 'name.md', from: 'name.md', places: [place(0), place(7)] },
      'dependents',
      t,
    );
    assert.deepEqual(text, {
      label: 'name.md',
      description: '2 times · included by 2',
      tooltip: 'name.md\nDirective in name.md, line 1, 8\n2 times\nincluded by 2',
      spoken: 'name.md, 2 times, included by 2',
    });
  });

  it('say what is wrong', () => {
    const said = (status: IncludeChild['status']): string =>
      fileText({ ...child, status, count: 0, path: 'x.md' }, 'includes', t).description;
    assert.deepEqual((['not-found', 'circular', 'unavailable', 'outside-root', 'not-markdown'] as const).map(said), [
      'not found',
      'circular',
      'in another repository',
      'outside of the repository',
      'no Markdown file',
    ]);
  });

  it('name ten lines at most', () => {
    const places = Array.from({ length: 635 }, (_, line) => place(line));
    const { tooltip, description } = fileText({ ...child, places }, 'includes', t);
    assert.equal(
      tooltip,
      'docs/includes/name.md\nDirective in docs/a.md, line 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …\n635 times',
    );
    assert.equal(description, '635 times · docs/includes');
  });
});
