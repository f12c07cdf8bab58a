import { resolve } from 'node:path';
import { readConfiguration, schemaReference, type Configuration } from '../core/docset/configuration';
import type { ContextOverrides } from '../core/docset/contexts';
import { Repository } from '../core/docset/repository';
import { HostError } from '../core/host';
import { bundledSchemaName } from '../core/schema/metadataSchema';
import { atOnce, NodeHost } from '../server/node/nodeHost';
import { RecordingHost } from './cache/recordingHost';
import { UsageError } from './io';
import { readNamedFile, toRootRelative } from './paths';

/** What the command line says instead of the configuration. */
export interface OverrideOptions {
  readonly config?: string | undefined;
  readonly schemas?: readonly string[] | undefined;
  /** File of a baseline. */
  readonly baseline?: string | undefined;
}

/** What a repository is made from. Plain data: a thread can make the same one. */
export interface Opening {
  /** Absolute. */
  readonly cwd: string;
  /** Absolute. */
  readonly root: string;
  readonly options: OverrideOptions;
}

/** A repository that is not loaded yet. */
export async function createRepository({
  cwd,
  root,
  options,
}: Opening): Promise<{ repository: Repository; host: RecordingHost }> {
  const alsoRead = new Set<string>();
  const overrides = await readOverrides(cwd, root, options, alsoRead);
  const host = new RecordingHost(new NodeHost(root, alsoRead, atOnce));
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
