// Writes docs/rules/README.md, the list of all codes, from src/core/rules/codes.ts; --print shows it instead.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { root } from './lib/paths.mjs';

/** The codes as the program knows them: their module needs nothing but itself. */
async function readCodes() {
  const source = readFileSync(join(root, 'src/core/rules/codes.ts'), 'utf8');
  const { code } = await transform(source, { loader: 'ts', format: 'esm' });
  const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return module.codes;
}

function write(codes) {
  const rows = Object.entries(codes).map(
    ([code, { severity, isOff, summary }]) =>
      `| [${code}](${code}.md) | ${isOff ? 'off' : severity} | ${summary.replaceAll('|', '\\|')} |`,
  );
  return `# Rules

Every code that Dynamics Docs reports, with its default severity. A metadata schema of a team can name and grade the codes
of its keywords otherwise, and \`.dynamics-docs.json\` changes the severity of any code.

| Code | Default severity | What is wrong |
| --- | --- | --- |
${rows.join('\n')}
`;
}

const index = write(await readCodes());
if (process.argv.includes('--print')) process.stdout.write(index);
else writeFileSync(join(root, 'docs/rules/README.md'), index);
