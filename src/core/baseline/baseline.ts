import type { Diagnostic } from '../rules/diagnostic';
import { fingerprintsOf } from '../rules/fingerprint';
import { hashOf } from '../text/hash';
import { isMarkdown } from '../text/path';
import type { SourceDocument } from '../text/sourceDocument';

/** The findings of one file that a team knows of. */
export interface BaselineEntry {
  /** By which the file is known again under another name; '' where nothing in it tells. */
  readonly id: string;
  /** Fingerprints by code, sorted; one that several findings share is there as often. */
  readonly findings: ReadonlyMap<string, readonly string[]>;
}

/** By the root-relative path of the file. */
export type BaselineEntries = ReadonlyMap<string, BaselineEntry>;

/** As many digits as tell the findings of one code in one file apart. */
const digits = 8;

/** What a baseline says of a file with these findings. */
export function baselineEntry(diagnostics: readonly Diagnostic[], document: SourceDocument | undefined): BaselineEntry {
  const findings = new Map<string, string[]>();
  for (const [{ code }, fingerprint] of shortFingerprints(diagnostics, document)) {
    const known = findings.get(code);
    if (known === undefined) findings.set(code, [fingerprint]);
    else known.push(fingerprint);
  }
  for (const fingerprints of findings.values()) fingerprints.sort();
  return { id: document === undefined ? '' : identityOf(document), findings };
}

/** Those of the findings of a file that an entry holds; of several that are alike as many as it holds, from the top. */
export function knownAmong(
  { findings }: BaselineEntry,
  diagnostics: readonly Diagnostic[],
  document: SourceDocument | undefined,
): ReadonlySet<Diagnostic> {
  const left = new Map([...findings].map(([code, fingerprints]) => [code, [...fingerprints]]));
  const known = new Set<Diagnostic>();
  for (const [diagnostic, fingerprint] of shortFingerprints(diagnostics, document)) {
    const fingerprints = left.get(diagnostic.code) ?? [];
    const index = fingerprints.indexOf(fingerprint);
    if (index === -1) continue;
    fingerprints.splice(index, 1);
    known.add(diagnostic);
  }
  return known;
}

export function countOf({ findings }: BaselineEntry): number {
  return [...findings.values()].reduce((sum, fingerprints) => sum + fingerprints.length, 0);
}

/** Without the number among those that are alike: it changes with the others. */
function shortFingerprints(
  diagnostics: readonly Diagnostic[],
  document: SourceDocument | undefined,
): readonly (readonly [Diagnostic, string])[] {
  return [...fingerprintsOf(diagnostics, document)].map(([diagnostic, fingerprint]) => [
    diagnostic,
    fingerprint.slice(0, digits),
  ]);
}

/** Front matter and the first paragraphs of a long article. */
const searched = 8000;

/** What stays when an article is renamed: its title, else its heading, else how it begins. */
export function identityOf({ path, text }: SourceDocument): string {
  if (!isMarkdown(path)) return '';
  const start = text.slice(0, searched);
  const title = /^title:[ \t]*(\S.*?)[ \t]*$/m.exec(start)?.[1] ?? /^#[ \t]+(\S.*?)[ \t]*$/m.exec(start)?.[1];
  const told = title ?? start.slice(0, 200).replaceAll(/\s+/g, ' ').trim();
  return told === '' ? '' : hashOf(told).slice(0, digits);
}
