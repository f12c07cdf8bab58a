import type { FrontMatter } from '../../core/frontMatter/parse';
import { entryJson, type EffectiveEntry } from '../../core/metadata/effective';
import type { JsonValue } from '../../core/text/locatedNode';
import { oneBased } from '../../core/text/position';
import { t } from '../../core/text/localize';

/** One effective key as scripts and agents get it. `file` is root-relative; line and column count from 1. */
export interface MetadataEntryJson {
  readonly value: JsonValue;
  readonly source: EffectiveEntry['origin']['source'];
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly pattern?: string;
}

/** The effective metadata of a file, each key with its source. */
export interface MetadataJson {
  /** Root-relative. */
  readonly file: string;
  /** The docfx.json of its docset, root-relative. */
  readonly docset: string | null;
  readonly metadata: Readonly<Record<string, MetadataEntryJson>>;
}

/** @param docset its docfx.json, root-relative */
export function metadataJson(
  file: string,
  docset: string | undefined,
  entries: readonly EffectiveEntry[],
): MetadataJson {
  const metadata = Object.fromEntries(entries.map((entry) => [entry.key, metadataEntryJson(entry)]));
  return { file, docset: docset ?? null, metadata };
}

export function metadataEntryJson(entry: EffectiveEntry): MetadataEntryJson {
  const { source, document, pattern } = entry.origin;
  return {
    value: entryJson(entry),
    source,
    file: document.path,
    ...oneBased(document.rangeOf(entry.value.span).start),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

/** Why the build does not read the front matter that a file has; one sentence. */
export function whyIgnored(frontMatter: FrontMatter | undefined): string | undefined {
  const [problem] = frontMatter?.problems ?? [];
  return frontMatter === undefined || frontMatter.readByBuild || problem === undefined
    ? undefined
    : t("The build ignores this file's front matter: {0}", problem.message);
}
