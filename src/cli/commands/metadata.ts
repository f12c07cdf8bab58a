import type { EffectiveEntry } from '../../core/metadata/effective';
import { metadataEntryJson, metadataJson, whyIgnored } from '../../features/metadata/metadataJson';
import { shownValue } from '../../features/metadata/shownValue';
import { UsageError, type ExitCode, type Io } from '../io';
import { shownPath } from '../paths';
import { openRepository } from '../openRepository';

export interface MetadataOptions {
  readonly format?: string;
}

/** `metadata <file>`: what the build will see, each key with its source. */
export async function metadata(file: string, options: MetadataOptions, io: Io): Promise<ExitCode> {
  const { format = 'text' } = options;
  if (format !== 'text' && format !== 'json')
    throw new UsageError(`There is no format '${format}'. Choose one of: text, json.`);
  const { root, repository, targets } = await openRepository(io.cwd, [file], { mustExist: false });
  const target = targets[0];
  if (target === undefined || target.isFolder) throw new UsageError(`'${file}' is a folder. Name a file.`);
  const { metadata: effective, frontMatter, context } = await repository.metadataOf(target.path);
  if (format === 'json')
    io.stdout(`${JSON.stringify(metadataJson(target.path, context.docset?.path, [...effective.values()]))}\n`);
  else {
    const show = (path: string): string => shownPath(io.cwd, root, path);
    io.stdout([...effective.values()].map((entry) => line(entry, show)).join(''));
    if (effective.size === 0) io.stderr(`Neither docfx.json nor front matter supplies metadata of '${file}'.\n`);
  }
  for (const { code, message } of repository.diagnosticsOf(target.path))
    if (code === 'file-unreadable' || code === 'file-not-utf8') io.stderr(`${message}\n`);
  const ignored = whyIgnored(frontMatter);
  if (ignored !== undefined) io.stderr(`${ignored} Run 'dynamics-docs check ${file}'.\n`);
  return 0;
}

function line(effective: EffectiveEntry, show: (path: string) => string): string {
  const entry = metadataEntryJson(effective);
  const pattern = entry.pattern === undefined ? '' : ` "${entry.pattern}"`;
  const place = `${show(entry.file)}:${entry.line}:${entry.column}`;
  return `${effective.key}: ${shownValue(effective)}  (${entry.source}${pattern}, ${place})\n`;
}
