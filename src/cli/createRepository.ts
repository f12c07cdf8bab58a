import { resolve } from 'node:path';
import { readConfiguration, schemaReference, type Configuration } from '../core/docset/configuration';
import type { ContextOverrides } from '../core/docset/contexts';
import { Repository } from '../core/docset/repository';
import { HostError } from '../core/host';
import { bundledSchemaName } from '../core/schema/metadataSchema';
import type { NodeHost } from '../server/node/nodeHost';
import { RecordingHost } from './cache/recordingHost';
import { UsageError } from './io';
import { readNamedFile, toRootRelative } from './paths';
import type { Opening, OverrideOptions } from './target';

/**
 * A repository that is not loaded yet.
 *
 * @param files of the root
 */
export async function createRepository(
  { cwd, root, options }: Opening,
  files: NodeHost,
): Promise<{ repository: Repository; host: RecordingHost }> {
  const alsoRead = new Set<string>();
  const overrides = await readOverrides(cwd, root, options, alsoRead);
  const host = new RecordingHost(files.with(alsoRead));
  return { repository: new Repository(host, overrides), host };
}

async function readOverrides(
  cwd: string,
  root: string,
  options: OverrideOptions,
  alsoRead: Set<string>,
): Promise<ContextOverrides> {
  const overrides: { configuration?: Configuration; schemas?: Configuration['schemas']; baseline?: string } = {};
  if (options.baseline !== undefined) {
    overrides.baseline = toRootRelative(root, resolve(cwd, options.baseline));
    alsoRead.add(overrides.baseline);
  }
  if (options.config !== undefined) {
    overrides.configuration = await readConfigurationFile(cwd, root, options.config);
    for (const { name } of overrides.configuration.schemas) if (name !== undefined) alsoRead.add(name);
  }
  if (options.schemas !== undefined && options.schemas.length > 0) {
    const names = options.schemas.map((written) =>
      written === bundledSchemaName ? written : toRootRelative(root, resolve(cwd, written)),
    );
    for (const name of names) alsoRead.add(name);
    overrides.schemas = names.map((name, index) => ({
      ...schemaReference(bundledSchemaName, '', undefined),
      name,
      written: options.schemas?.[index] ?? name,
    }));
  }
  return overrides;
}

/** A configuration named on the command line governs the whole repository; its own paths start from its folder. */
async function readConfigurationFile(cwd: string, root: string, file: string): Promise<Configuration> {
  const absolute = resolve(cwd, file);
  try {
    const { text } = await readNamedFile(absolute);
    return { ...readConfiguration(toRootRelative(root, absolute), text), folder: '' };
  } catch (error) {
    if (error instanceof HostError)
      throw new UsageError(`The configuration '${file}' cannot be read: ${error.message}.`);
    throw error;
  }
}
