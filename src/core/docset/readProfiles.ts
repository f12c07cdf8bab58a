import { compileGlob } from '../metadata/glob';
import { bundledProfiles, type Profile, type Section } from '../structure/profile';
import { childOf, stringsOf, toJson, type LocatedNode } from '../text/locatedNode';

/**
 * Reads `articleProfiles`. A bundled profile keeps its sections where none are given, and stays in force where it is not
 * named. What has a wrong shape is left out here and reported by the schema of the configuration.
 */
export function readProfiles(node: LocatedNode | undefined): readonly Profile[] {
  const own = node?.kind === 'sequence' ? node.items.flatMap((item) => readProfile(item) ?? []) : [];
  if (own.length === 0) return bundledProfiles;
  return [...own, ...bundledProfiles.filter(({ name }) => own.every((profile) => profile.name !== name))];
}

function readProfile(node: LocatedNode): Profile | undefined {
  const [name] = stringsOf(childOf(node, 'name'));
  if (name === undefined) return undefined;
  const bundled = bundledProfiles.find((profile) => profile.name === name.text);
  const written = childOf(node, 'sections');
  const sections = written?.kind === 'sequence' ? written.items.flatMap((item) => readSection(item) ?? []) : [];
  return {
    name: name.text,
    files: stringsOf(childOf(node, 'files')).map(({ text }) => compileGlob(text)),
    detect: valueOf(node, 'detect') !== false,
    sections: sections.length > 0 ? sections : (bundled?.sections ?? []),
  };
}

function readSection(node: LocatedNode): Section | undefined {
  const [id] = stringsOf(childOf(node, 'id'));
  const titles = stringsOf(childOf(node, 'titles')).map(({ text }) => text);
  if (id === undefined || titles.length === 0) return undefined;
  const [guidance] = stringsOf(childOf(node, 'guidance'));
  return {
    id: id.text,
    titles,
    isRequired: valueOf(node, 'required') === true,
    ...(guidance === undefined ? {} : { guidance: guidance.text }),
  };
}

function valueOf(node: LocatedNode, key: string): unknown {
  const child = childOf(node, key);
  return child === undefined ? undefined : toJson(child);
}
