import { UsageError, type ExitCode, type Io } from '../io';
import { metadata, type MetadataOptions } from './metadata';
import type { MetadataAllOptions } from './metadataAll';
import type { MetadataApplyOptions } from './metadataApply';

export interface MetadataCommandOptions extends MetadataOptions, MetadataAllOptions, MetadataApplyOptions {
  readonly all?: boolean;
  readonly apply?: string;
}

/** Options that go with one way of asking for metadata alone. */
const ofAll = { keys: '--keys', withSource: '--with-source', output: '--output', force: '--force' } as const;

/** `metadata`: of one file, of all articles, or back into the articles. */
export async function metadataCommand(
  paths: readonly string[],
  options: MetadataCommandOptions,
  io: Io,
): Promise<ExitCode> {
  const { all, apply, dryRun } = options;
  if (all === true && apply !== undefined) throw new UsageError('--all and --apply do not go together.');
  if (apply === undefined && dryRun === true) throw new UsageError('--dry-run goes with --apply.');
  if (all !== true)
    for (const [name, option] of Object.entries(ofAll))
      if (name in options) throw new UsageError(`${option} goes with --all.`);
  // The ways over many articles are loaded where they are asked for alone.
  if (all === true) {
    const { metadataAll } = await import('./metadataAll');
    return metadataAll(paths, options, io);
  }
  if (apply !== undefined) {
    if (paths.length > 0) throw new UsageError('--apply takes no path: the CSV names the files.');
    if (options.format !== undefined) throw new UsageError('--format does not go with --apply, which reads CSV.');
    const { metadataApply } = await import('./metadataApply');
    return metadataApply(apply, options, io);
  }
  const [file, ...others] = paths;
  if (file === undefined) throw new UsageError('Name a file, or all articles with --all.');
  if (others.length > 0) throw new UsageError('Name one file. For several, use --all.');
  return metadata(file, options, io);
}
