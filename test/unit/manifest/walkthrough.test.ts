import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { walkthroughId } from '../../../src/extension/names';
import { contributes, translated } from './manifest';

describe('manifest: walkthrough', () => {
  const [walkthrough, ...others] = contributes.walkthroughs;
  const steps = walkthrough?.steps ?? [];
  /** Commands of VS Code that the steps may use. */
  const builtIn = [
    'markdown.showPreview',
    'markdown.showPreviewToSide',
    'workbench.action.files.openFolder',
    'workbench.action.quickOpen',
    'workbench.actions.view.problems',
  ];
  const commands: readonly string[] = [...contributes.commands.map(({ command }) => command), ...builtIn];

  it('is the one that the command opens', () => {
    assert.deepStrictEqual([walkthrough?.id, others], [walkthroughId, []]);
    translated(walkthrough?.title);
    translated(walkthrough?.description);
  });

  it('has five steps, with a folder and without', () => {
    for (const hidden of ['workspaceFolderCount == 0', 'workspaceFolderCount != 0'])
      assert.strictEqual(steps.filter(({ when }) => when !== hidden).length, 5);
  });

  for (const { id, title, description, media, completionEvents } of steps) {
    it(`${id} has its words, a picture, and commands that exist`, () => {
      translated(title);
      translated(media.altText);
      assert.ok(existsSync(media.svg));
      const linked = [...translated(description).matchAll(/\]\(command:([\w.]+)/g)].map((match) => match[1] ?? '');
      assert.ok(linked.length > 0, 'no button');
      const completing = completionEvents.flatMap((event) => /^onCommand:(.+)$/.exec(event)?.[1] ?? []);
      assert.deepStrictEqual(
        [...linked, ...completing].filter((command) => !commands.includes(command)),
        [],
      );
    });
  }

  it('draws with the colours of the theme alone, in what VS Code lets through', () => {
    for (const { media } of steps) {
      const svg = readFileSync(media.svg, 'utf8');
      // Its policy for the content of the page stops styles and what is loaded from elsewhere.
      assert.ok(!/<style|\sstyle=|<script|href=|<image/.test(svg), media.svg);
      const colours = [...svg.matchAll(/\s(?:fill|stroke)="([^"]*)"/g)].map((match) => match[1] ?? '');
      assert.deepStrictEqual(
        colours.filter((colour) => colour !== 'none' && !colour.startsWith('var(--vscode-')),
        [],
        media.svg,
      );
    }
  });
});
