// The floor that `check` is measured against: a script that reads the same files, parses each front matter with `yaml`,
// validates it with ajv on the same schema and works out a position for each error, and does nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { LineCounter, parseDocument } from 'yaml';

const [root, schemaFile] = process.argv.slice(2);

const ajv = new Ajv({ allErrors: true, strict: false, validateSchema: false });

const schema = JSON.parse(readFileSync(schemaFile, 'utf8'));

const validate = ajv.compile(schema);

let files = 0;
const lines = [];
for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith('.md')) continue;
  const path = join(entry.parentPath ?? entry.path, entry.name);
  const text = readFileSync(path, 'utf8');
  files++;
  const header = /^\ufeff?---[ \t]*\r?\n([^]*?)^---[ \t]*$/m.exec(text);
  if (header === null) continue;
  const counter = new LineCounter();
  const document = parseDocument(header[1], { lineCounter: counter });
  if (validate(document.toJS())) continue;
  for (const error of validate.errors) {
    const keys = error.instancePath.split('/').slice(1);
    const node = keys.length > 0 ? document.getIn(keys, true) : document.contents;
    const { line, col } = counter.linePos(node?.range?.[0] ?? 0);
    lines.push(`${path}:${line + 1}:${col}: ${error.keyword} ${error.message}`);
  }
}
console.log(lines.join('\n'));
console.error(`${files} files`);
