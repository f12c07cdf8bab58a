import { bundledSchemaName } from '../../core/schema/metadataSchema';
import { readJson } from '../../core/text/jsonDocument';
import type { TextEdit } from '../../core/text/edit';
import { childOf, stringsOf } from '../../core/text/locatedNode';
import { basename, join } from '../../core/text/path';
import { addTo, newJson, setJson } from '../json/jsonEdits';

/** Files with this end get completion and validation as metadata schemas in VS Code. */
const extension = '.metadata-schema.json';

/**
 * A path for a new schema file beside the docset's docfx.json that no file has.
 *
 * @param docset its folder, root-relative
 */
export function freeSchemaPath(docset: string, files: ReadonlySet<string>): string {
  const name = docset === '' ? 'team' : basename(docset);
  for (let number = 1; ; number++) {
    const path = join(docset, `${name}${number === 1 ? '' : `-${number}`}${extension}`);
    if (!files.has(path)) return path;
  }
}

/** The text of a new configuration that checks with the bundled schema and another one. */
export function configurationNaming(schema: string): string {
  return newJson({ metadataSchema: [bundledSchemaName, schema] });
}

/**
 * Names a schema in a configuration besides those that it names, comments kept. `undefined` where it is no JSON object.
 *
 * @param schema relative to the configuration
 */
export function nameSchema(configuration: string, schema: string): readonly TextEdit[] | undefined {
  const { node, errors } = readJson(configuration);
  if (node?.kind !== 'map' || errors.length > 0) return undefined;
  const value = childOf(node, 'metadataSchema');
  const named = stringsOf(value).map(({ text }) => text);
  if (named.includes(schema)) return [];
  // One more item leaves the comments between the others where they are.
  if (value?.kind === 'sequence' && named.length > 0) return addTo(configuration, value, schema);
  return setJson(configuration, ['metadataSchema'], [...(named.length === 0 ? [bundledSchemaName] : named), schema]);
}
