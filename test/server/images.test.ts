import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { imagePlacesRequest, type ImagePlaces, type ImagePlacesParams } from '../../src/server/imageProtocol';
import type { Refused } from '../../src/server/protocol';
import { startClient, uriOf } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';

const folder = createFolder({
  ...rootMark,
  'docs/docfx.json': docfx(),
  'docs/sales/a.md': `${article()}\n\n\`code\`\n`,
  'docs/sales/b.md': `${article()}\n:::image type="content" source="media/my b/1.png" alt-text="One":::\n`,
  'docs/sales/media/my b/1.png': '',
  'docs/sales/media/my b/time.png': '',
  'docs/plain/c.md': article(),
  'docs/toc.md': '# [C](plain/c.md)\n',
  'notes/d.md': '# D\n',
});
const uri = (path: string): string => uriOf(folder.at(path));
/** The last empty line of an article. */
const line = article().split('\n').length - 1;

async function ask(path: string, params: Partial<ImagePlacesParams> = {}): Promise<ImagePlaces | Refused | null> {
  const client = await startClient({ folders: [uriOf(folder.path)] });
  await client.open(uri(path));
  const given = { uri: uri(path), position: { line, character: 0 }, images: [], folder: '', ...params };
  return client.connection.sendRequest(imagePlacesRequest, given);
}

describe('server: where new images belong', () => {
  it('is beside the images of the other articles, under names that no file has', async () => {
    const images = [{ name: 'Time.png' }, { name: 'time.PNG' }, { name: 'image.gif' }];
    const at = (name: string): object => ({ uri: uri(`docs/sales/media/my b/${name}`), link: `media/my%20b/${name}` });
    assert.deepEqual(await ask('docs/sales/a.md', { images }), {
      form: 'block',
      places: [
        { ...at('time-2.png'), isThere: false, others: [at('time.png')] },
        { ...at('time-3.png'), isThere: false, others: [at('time.png'), at('time-2.png')] },
        { ...at('a-1.gif'), isThere: false, others: [] },
      ],
    });
  });

  it('is where they are when they are in the repository', async () => {
    const own = uri('docs/sales/media/my b/1.png');
    const images = [
      { name: '1.png', uri: own },
      { name: '1.png', uri: 'file:///elsewhere/1.png' },
    ];
    const link = '../sales/media/my%20b/1.png';
    assert.deepEqual(await ask('docs/plain/c.md', { images }), {
      form: 'block',
      places: [
        { uri: own, link, isThere: true, others: [] },
        { uri: uri('docs/plain/media/my b/1.png'), link: 'media/my%20b/1.png', isThere: false, others: [] },
      ],
    });
  });

  it('is where the writer wants them, inside of the repository', async () => {
    const images = [{ name: 'x.png' }];
    const place = { uri: uri('docs/images/a/x.png'), link: '../images/a/x.png', isThere: false, others: [] };
    assert.deepEqual(await ask('docs/sales/a.md', { images, folder: '~/images/{article}' }), {
      form: 'block',
      places: [place],
    });
    assert.deepEqual(await ask('docs/sales/a.md', { images, folder: '../../../x' }), {
      refused: "'../../../x' lies outside of the repository.",
    });
  });

  it('is nowhere in front matter and code, in tables of contents and outside of docsets', async () => {
    const images = [{ name: 'x.png' }];
    assert.equal(await ask('docs/sales/a.md', { images, position: { line: 1, character: 0 } }), null);
    assert.equal(await ask('docs/sales/a.md', { images, position: { line: line + 2, character: 3 } }), null);
    assert.equal(await ask('docs/toc.md', { images, position: { line: 1, character: 0 } }), null);
    assert.equal(await ask('notes/d.md', { images, position: { line: 1, character: 0 } }), null);
  });
});
