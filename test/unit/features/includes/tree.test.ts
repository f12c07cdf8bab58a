import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { includedFiles, includingFiles, type IncludeTreeNode } from '../../../../src/features/includes/tree';
import { open } from '../../core/support/repository';

const files = {
  '.openpublishing.publish.config.json': '{ "dependent_repositories": [{ "path_to_root": "shared" }] }',
  'a.md':
    '[!include [x](includes/x.md)]\n\n[!include [y](includes/y.md)] and [!include [x](includes/x.md)]\n\n' +
    '[!include [gone](gone.md)] [!include [o](../../out.md)] [!include [s](shared/s.md)] [!include [p](p.png)] ' +
    '[!include [o](../../out.md)]\n',
  'b.md': '[!include [y](includes/y.md)]\n',
  'p.png': '',
  'includes/x.md': '[!include [y](y.md)]\n',
  'includes/y.md': '[!include [x](x.md)]\n',
};

function shown(nodes: readonly IncludeTreeNode[]): string[] {
  return nodes.map(({ path, status, exists, from, places, count }) => {
    const at = places.map(({ start }) => `${start.line}:${start.character}`).join(' ');
    return `${path} ${status}${exists ? '' : ' absent'} ${from} ${at} (${count})`;
  });
}

describe('tree of includes', () => {
  it('lists what a file includes, each file once', async () => {
    const { graph } = (await open(files)).repository.includes;
    assert.deepEqual(shown(includedFiles(graph, ['a.md'])), [
      'includes/x.md ok a.md 0:0 2:34 (1)',
      'includes/y.md ok a.md 2:0 (1)',
      'gone.md not-found absent a.md 4:0 (0)',
      '../../out.md outside-root absent a.md 4:27 4:106 (0)',
      'shared/s.md unavailable absent a.md 4:56 (0)',
      'p.png not-markdown a.md 4:84 (0)',
    ]);
    assert.deepEqual(shown(includedFiles(graph, ['a.md', 'includes/x.md', 'includes/y.md'])), [
      'includes/x.md circular includes/y.md 0:0 (0)',
    ]);
    assert.deepEqual(includedFiles(graph, ['unknown.md']), []);
  });

  it('lists who includes a file, up to the articles', async () => {
    const { graph } = (await open(files)).repository.includes;
    assert.deepEqual(shown(includingFiles(graph, ['includes/x.md'])), [
      'a.md ok a.md 0:0 2:34 (0)',
      'includes/y.md ok includes/y.md 0:0 (3)',
    ]);
    assert.deepEqual(shown(includingFiles(graph, ['includes/x.md', 'includes/y.md'])), [
      'a.md ok a.md 2:0 (0)',
      'b.md ok b.md 0:0 (0)',
      'includes/x.md circular includes/x.md 0:0 (0)',
    ]);
    assert.deepEqual(includingFiles(graph, ['a.md']), []);
  });
});
