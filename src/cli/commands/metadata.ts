import { entryJson, type EffectiveEntry } from '../../core/metadata/effective';
import type { JsonValue } from '../../core/text/locatedNode';
import { oneBased } from '../../core/text/position';
import { shownValue } from '../../features/metadata/shownValue';
import { UsageError, type ExitCode, type Io } from '../io';
import { openRepository, shownPath } from '../target';

export interface MetadataOptions {
  readonly format: string;
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
  if (options.format !== 'text' && options.format !== 'json')
    throw new UsageError(`There is no format '${options.format}'. Choose one of: text, json.`);
  const { root, repository, targets } = await openRepository(io.cwd, [file], { mustExist: false });
  const target = targets[0];
  if (target === undefined || target.isFolder) throw new UsageError(`'${file}' is a folder. Name a file.`);
  const { metadata: effective, frontMatter, context } = await repository.metadataOf(target.path);
  const entries = [...effective.values()].map((entry) => [entry.key, toEntry(entry)] as const);
  if (options.format === 'json') {
    const docset = context.docset?.path ?? null;
    io.stdout(`${JSON.stringify({ file: target.path, docset, metadata: Object.fromEntries(entries) })}\n`);
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
