import { groupedByPath, type Diagnostic } from '../rules/diagnostic';
import { fingerprintsOf } from '../rules/fingerprint';
import { createSourceDocument } from '../text/sourceDocument';
import type { Sources } from './sources';

/**
 * The fingerprint of each finding.
 *
 * @param diagnostics all findings of each of their files, sorted
 */
export async function fingerprintsIn(
  sources: Sources,
  diagnostics: readonly Diagnostic[],
): Promise<ReadonlyMap<Diagnostic, string>> {
  const fingerprints = new Map<Diagnostic, string>();
  for (const [path, found] of groupedByPath(diagnostics)) {
    const text = await sources.textOf(path);
    const document = text === undefined ? undefined : createSourceDocument(path, text);
    for (const [diagnostic, fingerprint] of fingerprintsOf(found, document)) fingerprints.set(diagnostic, fingerprint);
  }
  return fingerprints;
}
