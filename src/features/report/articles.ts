import type { Repository } from '../../core/docset/repository';
import { inheritedBy, type FileContext } from '../../core/docset/contexts';
import { parseFrontMatter } from '../../core/frontMatter/parse';
import { effectiveMetadata, type EffectiveEntry, type EffectiveMetadata } from '../../core/metadata/effective';
import { oneBased } from '../../core/text/position';
import { createSourceDocument } from '../../core/text/sourceDocument';
import type { ReportPlace } from './model';

/** What a report asks of an article. */
export interface ReportArticle {
  /** Root-relative. */
  readonly path: string;
  /** With the front matter that was meant, as a check judges it. */
  readonly metadata: EffectiveMetadata;
  readonly context: FileContext;
}

/** The articles among some files, one after the other: a report keeps none of their texts. */
export async function* eachArticle(
  repository: Repository,
  files: readonly string[],
): AsyncGenerator<ReportArticle, void, undefined> {
  for (const path of [...files].sort()) {
    const { kind, context } = repository.files.infoOf(path);
    const text = kind === 'article' ? await repository.sources.textOf(path) : undefined;
    if (text === undefined) continue;
    const inherited = inheritedBy(context, path).metadata;
    const own = parseFrontMatter(text).map;
    yield { path, metadata: effectiveMetadata(inherited, own, createSourceDocument(path, text)), context };
  }
}

/** Where a key is written. */
export function keyPlace({ origin, keySpan }: EffectiveEntry): ReportPlace {
  return placeIn(origin.document.path, origin.document.rangeOf(keySpan).start);
}

export function placeIn(path: string, position: { readonly line: number; readonly character: number }): ReportPlace {
  return { path, ...oneBased(position) };
}
