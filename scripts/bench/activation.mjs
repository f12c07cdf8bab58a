import { run } from '../lib/processes.mjs';
import { root } from '../lib/paths.mjs';
import { join } from 'node:path';
import { runVsixSuite } from '../vscode/suites.mjs';
import { median } from './statistics.mjs';

const runs = 3;

/** What the installed package costs the extension host when it starts, as its suite measures it. */
export async function measureActivation() {
  const { code, output } = await run(process.execPath, [join(root, 'scripts', 'package.mjs')]);
  if (code !== 0) throw new Error(output);
  await run(process.execPath, [join(root, 'scripts', 'build-tests.mjs')]);
  const loads = [];
  const activations = [];
  for (let i = 0; i < runs; i++) {
    await runVsixSuite({
      print(line) {
        const [, load, activate] = /activation: load ([\d.]+) ms, activate ([\d.]+) ms/.exec(line) ?? [];
        if (load === undefined) return;
        loads.push(Number(load));
        activations.push(Number(activate));
      },
    });
  }
  const [load, activate] = [median(loads), median(activations)];
  return [
    '| activation in VS Code 1.139, our own time | median |',
    '|---|---|',
    `| loading the script | ${load.toFixed(0)} ms |`,
    `| \`activate\` | ${activate.toFixed(0)} ms |`,
    `| together (goal: under 50 ms) | ${(load + activate).toFixed(0)} ms |`,
  ];
}
