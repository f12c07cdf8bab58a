import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml';
import type { LocatedEntry, LocatedNode } from '../text/locatedNode';
import type { Span } from '../text/position';
import { deepestNesting, nestingBound } from './nesting';
import type { FrontMatterProblem } from './problem';
import { resolvePlainScalar } from './scalar';
import { t } from '../text/localize';

/** What the `yaml` package made of a stretch of text. */
export interface YamlReading {
  /** The value, or `undefined` where the text is empty or not YAML. */
  readonly node: LocatedNode | undefined;
  /** The parser's first complaint; offsets in the file. */
  readonly error: { readonly message: string; readonly span: Span } | undefined;
  /** Findings on YAML that does parse. */
  readonly problems: readonly FrontMatterProblem[];
}

/** A header that expands (through aliases) to more values than this is an attack, not an article. */
const maxNodes = 20_000;

/**
 * Reads YAML with the `yaml` package. Scalars are resolved by DocFX's rules, not by YAML's: the package is asked for
 * strings only.
 *
 * @param base offset of `text` in its file, added to every span
 */
export function readYaml(text: string, base: number): YamlReading {
  const tooDeep = (): YamlReading =>
    failure(t('The front matter is nested too deeply to be read'), { start: base, end: base });
  if (nestingBound(text) > deepestNesting) return tooDeep();
  try {
    return readDocument(text, base);
  } catch (error) {
    // A chain of aliases nests, too.
    if (!(error instanceof RangeError)) throw error;
    return tooDeep();
  }
}

function readDocument(text: string, base: number): YamlReading {
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  const first = document.errors[0];
  if (first !== undefined) {
    const span = { start: base + first.pos[0], end: base + Math.max(first.pos[1], first.pos[0]) };
    return failure(first.message, span);
  }
  const converter = new Converter(document, text, base);
  const node = document.contents === null ? undefined : converter.convert(document.contents);
  if (converter.exhausted)
    return failure(t('The front matter expands to more than {0} values through its aliases', maxNodes), {
      start: base,
      end: base,
    });
  if (converter.unresolved !== undefined)
    return failure(t('A value that starts with * refers to an anchor that is not there'), converter.unresolved);
  return { node, error: undefined, problems: converter.problems };
}

function failure(message: string, span: Span): YamlReading {
  return { node: undefined, error: { message, span }, problems: [] };
}

class Converter {
  readonly problems: FrontMatterProblem[] = [];
  exhausted = false;
  /** Place of the first `*name` that names no anchor. */
  unresolved: Span | undefined;
  private count = 0;
  private depth = 0;

  constructor(
    private readonly document: Document,
    private readonly text: string,
    private readonly base: number,
  ) {}

  convert(node: unknown, at = 0): LocatedNode {
    if (++this.count > maxNodes) this.exhausted = true;
    if (this.exhausted) return emptyAt(this.base + at);
    if (++this.depth > deepestNesting) throw new RangeError('Nested too deeply');
    const located = this.convertNode(node, at);
    this.depth--;
    return located;
  }

  private convertNode(node: unknown, at: number): LocatedNode {
    if (isAlias(node)) {
      const target = node.resolve(this.document);
      if (target === undefined) this.unresolved ??= this.spanOf(node);
      // What is said of the value, and written in its place, is this key's: the anchor may be that of another one.
      return { ...this.convert(target, at), span: this.spanOf(node) };
    }
    if (isMap(node)) return this.convertMap(node);
    if (isSeq(node)) return { kind: 'sequence', items: this.convertItems(node.items, node), span: this.spanOf(node) };
    if (!isScalar(node) || node.range === undefined || node.range === null) return emptyAt(this.base + at);
    const value = typeof node.value === 'string' ? node.value : '';
    const span = this.spanOf(node);
    if (node.type !== 'PLAIN') return { kind: 'scalar', value, source: value, span };
    // An empty value has no text of its own: the package places it after the white space that follows the colon.
    if (value === '') return emptyAt(this.base + at);
    return { kind: 'scalar', value: resolvePlainScalar(value), source: value, span };
  }

  private convertMap(map: YAMLMap): LocatedNode {
    const entries: LocatedEntry[] = [];
    const seen = new Map<string, Span>();
    for (const pair of map.items) {
      const keySpan = this.spanOf(pair.key as Node);
      const key = isScalar(pair.key)
        ? String(pair.key.value)
        : this.text.slice(keySpan.start - this.base, keySpan.end - this.base);
      const keyEnd = keySpan.end - this.base;
      // `? key` and `{ key }` have no colon: the next one is that of another key.
      const colon = pair.value === null ? -1 : this.text.indexOf(':', keyEnd);
      entries.push({ key, keySpan, value: this.convert(pair.value, colon === -1 ? keyEnd : colon + 1) });
      if (seen.has(key)) this.problems.push(duplicateKey(key, keySpan));
      seen.set(key, keySpan);
    }
    return { kind: 'map', entries, span: this.spanOf(map) };
  }

  private convertItems(items: readonly unknown[], parent: Node): LocatedNode[] {
    const nodes = items.map((item) => ({ node: this.convert(item, itemOffset(item, parent)), item }));
    for (const { node } of nodes) {
      if (isNull(node))
        this.problems.push({
          code: 'null-array-value',
          message: t('A list item is empty. Give it a value or remove it: DocFX drops it.'),
          span: node.span,
        });
    }
    return nodes.filter(({ node }) => !isNull(node)).map(({ node }) => node);
  }

  private spanOf(node: Node): Span {
    const [start] = node.range ?? [0, 0, 0];
    return { start: this.base + start, end: this.base + trimmedEnd(this.text, start, endOf(node)) };
  }
}

/** Where a node ends. The package has a list or map of several lines go on over the comments behind its last part. */
function endOf(node: Node): number {
  const [start, end] = node.range ?? [0, 0, 0];
  if ((!isMap(node) && !isSeq(node)) || node.flow === true) return end;
  const last = node.items.at(-1);
  const part = isPair(last) ? (last.value ?? last.key) : last;
  return isNode(part) ? Math.max(start, endOf(part)) : end;
}

export function duplicateKey(key: string, span: Span): FrontMatterProblem {
  const message = t("The key '{0}' is already there. The last one counts: remove one of them.", key);
  return { code: 'yaml-duplicate-key', message, span };
}

function emptyAt(offset: number): LocatedNode {
  return { kind: 'scalar', value: null, source: '', span: { start: offset, end: offset } };
}

function isNull(node: LocatedNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function itemOffset(item: unknown, parent: Node): number {
  const range = isScalar(item) || isMap(item) || isSeq(item) ? item.range : undefined;
  return range?.[0] ?? parent.range?.[0] ?? 0;
}

/** Block collections end after their last line break: their span should not. */
function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /[ \t\r\n]/.test(text.charAt(last - 1))) last--;
  return last;
}
