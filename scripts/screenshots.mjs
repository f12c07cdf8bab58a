// Takes the pictures of the README anew, in VS Code from npm: `node scripts/screenshots.mjs [problems|preview|…]`. The suite
// `pictures` takes the same ones for nobody, so that each can still be taken.
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { sentence } from './lib/steps.mjs';
import { runPicturesSuite } from './vscode/picturesSuite.mjs';
import { scenes } from './vscode/scenes.mjs';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(scenes, name));
if (unknown.length > 0) {
  console.error(`There is no scene ${unknown.join(', ')}. There are: ${Object.keys(scenes).join(', ')}.`);
  process.exit(2);
}
const counts = await runPicturesSuite({ into: join(root, 'docs', 'images'), ...(wanted.length > 0 ? { wanted } : {}) });
console.log(sentence(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;
