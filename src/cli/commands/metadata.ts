import { entryJson, type EffectiveEntry } from '../../core/metadata/effective';
import type { JsonValue } from '../../core/text/locatedNode';
import { oneBased } from '../../core/text/position';
import { shownValue } from '../../features/metadata/shownValue';
import { UsageError, type ExitCode, type Io } from '../io';
import { openRepository, shownPath } from '../target';

export interface MetadataOptions {
  readonly format?: string;
}

/** One effective key as the contract shapes it. */
interface MetadataEntry {
  readonly value: JsonValue;
  readonly source: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly pattern?: string;
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
  if (format === 'json') {
    io.stdout(`${metadataJson(target.path, context.docset?.path, [...effective.values()])}\n`);
  } else {
    const show = (path: string): string => shownPath(io.cwd, root, path);
    io.stdout([...effective.values()].map((entry) => line(entry, show)).join(''));
    if (effective.size === 0) io.stderr(`Neither docfx.json nor front matter supplies metadata of '${file}'.\n`);
  }
  for (const { code, message } of repository.diagnosticsOf(target.path))
    if (code === 'file-unreadable' || code === 'file-not-utf8') io.stderr(`${message}\n`);
  const [problem] = frontMatter?.problems ?? [];
  if (frontMatter !== undefined && !frontMatter.readByBuild && problem !== undefined) {
    io.stderr(`The build ignores this file's front matter: ${problem.message} Run 'dynamics-docs check ${file}'.\n`);
  }
  return 0;
}

/** The metadata of one file as the contract shapes it, on one line. */
export function metadataJson(file: string, docset: string | undefined, entries: readonly EffectiveEntry[]): string {
  const metadata = Object.fromEntries(entries.map((entry) => [entry.key, toEntry(entry)]));
  return JSON.stringify({ file, docset: docset ?? null, metadata });
}

function toEntry(entry: EffectiveEntry): MetadataEntry {
  const { source, document, pattern } = entry.origin;
  return {
    value: entryJson(entry),
    source,
    file: document.path,
    ...oneBased(document.rangeOf(entry.value.span).start),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

function line(effective: EffectiveEntry, show: (path: string) => string): string {
  const entry = toEntry(effective);
  const pattern = entry.pattern === undefined ? '' : ` "${entry.pattern}"`;
  const place = `${show(entry.file)}:${entry.line}:${entry.column}`;
  return `${effective.key}: ${shownValue(effective)}  (${entry.source}${pattern}, ${place})\n`;
}
