import { vscodeVersion, webVersion } from '../vscode/install.mjs';
import { features, hosts } from './features.mjs';

const introduction = `# Where what works

Written by \`node scripts/compatibility.mjs --write\` from the results of \`npm test\`, which fails when this page says something else.
✓: the tests of the feature ran there and passed. Empty: the feature has no tests of its own there.

- **Node**, **Web worker**: VS Code ${vscodeVersion} with its workbench in a browser, the extension in either extension host. In the web worker
  files are read through the workbench, and VS Code's own Markdown extension, which makes the preview, runs in the other host.
- **Installed package**: the same VS Code with the \`.vsix\`.
- **For the web**: VS Code ${webVersion}, the oldest that is supported, without any server, as vscode.dev and github.dev are.
- **Restricted Mode**: a folder that is not trusted, and the same once trust is given, without a reload.
- **Several folders**: a \`.code-workspace\` of folders with configurations of their own.
- **As it looks**: what a browser draws of the preview and of the report.
- **Language server**, **Command line**: \`dynamics-docs lsp\` over stdio, and the other commands.

In Restricted Mode the schema that settings of the folder name is left out, as are its templates, git's word on who writes and on the
history of the health report, and tasks.
A schema or an include outside of the repository is never read, trusted or not.
`;

/** The page, from the results of every suite. Throws where a group of tests belongs to no feature. */
export function compatibilityPage(results) {
  const suites = hosts.flatMap((host) => host.suites);
  const missing = suites.filter((suite) => results[suite] === undefined);
  if (missing.length > 0) throw new Error(`There are no results of ${missing.join(', ')}: run npm test.`);
  for (const suite of suites) checkAllClaimed(suite, results[suite]);
  const rows = features.map((feature) => [
    feature.name,
    ...hosts.map((host) => cell(groupsOf(feature, host, results))),
  ]);
  return `${introduction}\n${table(['Feature', ...hosts.map(({ name }) => name)], rows)}`;
}

function groupsOf(feature, { suites }, results) {
  return suites.flatMap((suite) => keysOf(feature, suite).map((key) => results[suite][key])).filter(Boolean);
}

function keysOf({ titles = [], server = [], cli = [] }, suite) {
  return { server, cli }[suite] ?? titles;
}

function checkAllClaimed(suite, groups) {
  const claimed = new Set(features.flatMap((feature) => keysOf(feature, suite)));
  const others = Object.keys(groups).filter((key) => !claimed.has(key));
  if (others.length > 0) {
    const names = others.map((key) => `'${key}' (${suite})`).join(', ');
    throw new Error(`Say in scripts/lib/features.mjs which feature ${names} tests.`);
  }
}

function cell(found) {
  if (found.some(({ failed }) => failed > 0)) return '✗';
  if (found.some(({ passed }) => passed > 0)) return '✓';
  const needs = found.flatMap(({ needs }) => needs ?? []);
  return needs.length > 0 ? `needs ${[...new Set(needs)].join(', ')}` : '';
}

function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((text, column) => text.padEnd(widths[column])).join(' | ')} |\n`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('');
}
