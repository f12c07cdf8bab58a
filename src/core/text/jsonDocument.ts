import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { resolvePlainScalar } from '../frontMatter/scalar';
import type { LocatedEntry, LocatedNode } from './locatedNode';
import type { Span } from './position';
import { t } from './localize';

/** A JSON file read with comments and trailing commas allowed. */
export interface JsonReading {
  /** What could be read, even where something is wrong; `undefined` for an empty file. */
  readonly node: LocatedNode | undefined;
  readonly errors: readonly { readonly message: string; readonly span: Span }[];
}

/** No file that people write nests deeper. What walks over the values can then be recursive. */
const maxDepth = 200;

export function readJson(text: string): JsonReading {
  const errors: ParseError[] = [];
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const json = bom === 1 ? text.slice(1) : text;
  try {
    const tree = parseTree(json, errors, { allowTrailingComma: true, disallowComments: false });
    return {
      node: tree === undefined ? undefined : convert(tree, json, bom, 0),
      errors: upToSingleQuote(errors, json).map((error) => describe(error, json, bom)),
    };
  } catch (error) {
    // The parser descends with the nesting, too: only a file made to break it runs out of stack.
    if (!(error instanceof RangeError)) throw error;
    return {
      node: undefined,
      errors: [{ message: t('This JSON is nested too deeply to be read.'), span: { start: 0, end: 0 } }],
    };
  }
}

/** After a string in single quotes nothing is where the parser expects it. */
function upToSingleQuote(errors: readonly ParseError[], json: string): readonly ParseError[] {
  const quoted = errors.findIndex((error) => isSingleQuote(error, json));
  return quoted < 0 ? errors : errors.slice(0, quoted + 1);
}

function isSingleQuote({ offset }: ParseError, json: string): boolean {
  return json[offset] === "'";
}

function describe(error: ParseError, json: string, base: number): { message: string; span: Span } {
  const name = printParseErrorCode(error.error)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return {
    message: isSingleQuote(error, json)
      ? t('This is not JSON: write strings in double quotes.')
      : t('This is not JSON: {0}.', name),
    span: { start: error.offset + base, end: error.offset + base + Math.max(error.length, 0) },
  };
}

function convert(node: Node, json: string, base: number, depth: number): LocatedNode {
  if (depth > maxDepth) throw new RangeError('Nested too deeply');
  const span = { start: node.offset + base, end: node.offset + base + node.length };
  if (node.type === 'object') {
    const entries = (node.children ?? []).flatMap((child) => convertProperty(child, json, base, depth + 1));
    return { kind: 'map', entries, span };
  }
  if (node.type === 'array')
    return {
      kind: 'sequence',
      items: (node.children ?? []).map((child) => convert(child, json, base, depth + 1)),
      span,
    };
  const value: unknown = node.value;
  if (typeof value === 'string') return { kind: 'scalar', value, source: value, span };
  const source = json.slice(node.offset, node.offset + node.length);
  return { kind: 'scalar', value: resolvePlainScalar(source), source, span };
}

function convertProperty(property: Node, json: string, base: number, depth: number): LocatedEntry[] {
  const [key, value] = property.children ?? [];
  if (key === undefined || value === undefined) return [];
  // The place of a key is its text without the quotes, as in YAML.
  const keySpan = { start: key.offset + base + 1, end: key.offset + base + Math.max(key.length - 1, 1) };
  return [{ key: String(key.value), keySpan, value: convert(value, json, base, depth) }];
}
