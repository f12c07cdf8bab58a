import { hashOf } from '../text/hash';
import { lineEndOf, lineStartOf } from '../text/lines';
import { isMarkdown } from '../text/path';
import type { SourceDocument } from '../text/sourceDocument';
import type { Code } from './codes';
import type { Diagnostic } from './diagnostic';

/** Findings on a file as a whole: what stands at their place says nothing about them. */
const ofWholeFile: ReadonlySet<string> = new Set<Code>([
  'front-matter-missing',
  'h1-missing',
  'section-missing',
  'include-unused',
  'file-unreadable',
  'file-not-utf8',
  'symlink-loop',
]);

/**
 * What tells each finding of one file from the others, and is the same in a later check: however the rest of the file
 * changes, and whatever the file is called. Neither lines nor messages count, but what the finding is about: its key, or else
 * the text at its place. Where several are about the same, they are numbered from the top: `cbf29ce484222325:1`.
 *
 * The file itself is left out, so that whoever compares can look in the file of that name first, and then in others.
 *
 * @param diagnostics all findings of the file, sorted
 * @param document `undefined` where its text cannot be read
 */
export function fingerprintsOf(
  diagnostics: readonly Diagnostic[],
  document: SourceDocument | undefined,
): ReadonlyMap<Diagnostic, string> {
  const counts = new Map<string, number>();
  return new Map(
    diagnostics.map((diagnostic) => {
      const hash = hashOf(JSON.stringify([diagnostic.code, ...subjectOf(diagnostic, document)]));
      const count = (counts.get(hash) ?? 0) + 1;
      counts.set(hash, count);
      return [diagnostic, `${hash}:${count}`];
    }),
  );
}

/** An article has a key once, so that its value may change; docfx.json gives one to many files, each in its line. */
function subjectOf(diagnostic: Diagnostic, document: SourceDocument | undefined): readonly string[] {
  const { code, path, finding } = diagnostic;
  if (ofWholeFile.has(code)) return [];
  const key = finding?.property ?? '';
  return key !== '' && isMarkdown(path) ? [key] : [key, textAt(diagnostic, document)];
}

/** The text that a finding marks, or the whole line where it marks none. White space counts as one space. */
function textAt({ range }: Diagnostic, document: SourceDocument | undefined): string {
  if (document === undefined) return '';
  const { text } = document;
  const { start, end } = document.spanOf(range);
  const marked = withSingleSpaces(text.slice(start, end));
  return marked === '' ? withSingleSpaces(text.slice(lineStartOf(text, start), lineEndOf(text, start))) : marked;
}

function withSingleSpaces(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}
