import { childOf, type LocatedNode } from '../text/locatedNode';

/** Keywords whose schemas look at the same value as the schema that holds them. */
const branches = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependencies', 'dependentSchemas'];

/**
 * The first `$ref` that leads back to a schema that holds it without going into a key or an item of the value: a check
 * would follow it without end. One that goes into the value ends with the value.
 */
export function endlessReference(root: LocatedNode, schemas: Iterable<LocatedNode>): LocatedNode | undefined {
  const finished = new Set<LocatedNode>();
  const following = new Set<LocatedNode>();
  const follow = (schema: LocatedNode): LocatedNode | undefined => {
    if (finished.has(schema)) return undefined;
    following.add(schema);
    const reference = childOf(schema, '$ref');
    const target = reference === undefined ? undefined : targetOf(root, reference);
    if (target !== undefined && following.has(target)) return reference;
    for (const next of [...(target === undefined ? [] : [target]), ...branchesOf(schema)]) {
      const found = follow(next);
      if (found !== undefined) return found;
    }
    following.delete(schema);
    finished.add(schema);
    return undefined;
  };
  for (const schema of schemas) {
    const found = follow(schema);
    if (found !== undefined) return found;
  }
  return undefined;
}

function branchesOf(schema: LocatedNode): LocatedNode[] {
  return branches.flatMap((keyword) => {
    const node = childOf(schema, keyword);
    if (node === undefined) return [];
    if (node.kind === 'sequence') return [...node.items];
    const isMap = keyword === 'dependencies' || keyword === 'dependentSchemas';
    return isMap && node.kind === 'map' ? node.entries.map((entry) => entry.value) : [node];
  });
}

/** The schema that a `$ref` names by a pointer into its own file; others are not known here. */
export function targetOf(root: LocatedNode, reference: LocatedNode): LocatedNode | undefined {
  if (reference.kind !== 'scalar' || typeof reference.value !== 'string') return undefined;
  // ajv takes '#/', which would be the key '', for the root too.
  if (reference.value === '#' || reference.value === '#/') return root;
  const [empty, ...parts] = reference.value.replace(/^#/, '').split('/');
  if (!reference.value.startsWith('#') || empty !== '') return undefined;
  let node: LocatedNode | undefined = root;
  for (const part of parts.map(unescaped)) {
    node = node?.kind === 'sequence' ? node.items[Number(part)] : childOf(node, part);
  }
  return node;
}

/** A part of a JSON pointer in a URI. */
function unescaped(part: string): string {
  const text = part.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone per cent sign: taken as it stands.
    return text;
  }
}
