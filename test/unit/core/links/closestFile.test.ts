import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { closestFile } from '../../../../src/core/links/closestFile';

describe('The closest file', () => {
  it('has the ending of what is missing, also when others were looked for before', () => {
    const names = ['diagram.png', 'diagran.svg', 'set-up.md'];
    const files = { namesIn: () => names, named: () => [] };
    const closest = ['diagrams.png', 'diagram2.svg', 'setup.md', 'Set_Up.md'].map((name) =>
      closestFile(`m/${name}`, files),
    );
    assert.deepEqual(closest, ['m/diagram.png', 'm/diagran.svg', 'm/set-up.md', 'm/set-up.md']);
  });

  it('is none where only the ending is alike', () => {
    const files = { namesIn: () => ['a.md', 'a2.png', 'faq.yml'], named: () => [] };
    const closest = ['b.md', 'bad.md', 'b2.png', 'fax.yml'].map((name) => closestFile(name, files));
    assert.deepEqual(closest, [undefined, undefined, undefined, 'faq.yml']);
  });
});
