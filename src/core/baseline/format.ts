import { compareText } from '../rules/diagnostic';
import { readJson } from '../text/jsonDocument';
import { objectOf, stringsOf } from '../text/jsonValue';
import { toJson } from '../text/locatedNode';
import { startOfFile, type Range } from '../text/position';
import type { SourceDocument } from '../text/sourceDocument';
import type { BaselineEntries, BaselineEntry } from './baseline';
import { t } from '../text/localize';

/** Name of the file where a configuration names none. */
export const baselineName = '.dynamics-docs.baseline.json';

const version = 1;

const remedy = (): string => t('Restore the file, or remove it and record the findings anew.');

/** Why a baseline cannot be used, and where. */
export interface BaselineProblem {
  readonly message: string;
  readonly range: Range;
}

/**
 * A baseline as its file holds it: sorted, and a line for each code of a file, so that changes of several people seldom
 * meet in a line.
 */
export function writeBaseline(entries: BaselineEntries): string {
  const files = [...entries]
    .filter(([, { findings }]) => findings.size > 0)
    .sort(([a], [b]) => compareText(a, b))
    .map(([path, entry]) => [path, writtenEntry(entry)] as const);
  const text = JSON.stringify({ version, files: Object.fromEntries(files) }, undefined, 2);
  // The fingerprints of one code share a line.
  return `${text.replaceAll(/\[\s+("[^\]]*")\s+\]/g, (_list, items: string) => `[${items.replaceAll(/\s+/g, ' ')}]`)}\n`;
}

function writtenEntry({ id, findings }: BaselineEntry): object {
  const sorted = [...findings].sort(([a], [b]) => compareText(a, b));
  return { ...(id === '' ? {} : { id }), findings: Object.fromEntries(sorted) };
}

/** Reads a baseline. */
export function readBaseline(document: SourceDocument): BaselineEntries | BaselineProblem {
  // A comma too many is what merges leave behind.
  const { node, errors } = readJson(document.text);
  const [error] = errors;
  if (error !== undefined) {
    const message = `${error.message} ${remedy()}`;
    return { message, range: document.rangeOf(error.span) };
  }
  const { version: found, files } = objectOf(node === undefined ? undefined : toJson(node));
  if (found !== version) {
    const message = `${t('This is no baseline of version {0}.', version)} ${remedy()}`;
    return { message, range: startOfFile };
  }
  return new Map(Object.entries(objectOf(files)).map(([path, entry]) => [path, readEntry(entry)]));
}

function readEntry(entry: unknown): BaselineEntry {
  const { id, findings } = objectOf(entry);
  return {
    id: typeof id === 'string' ? id : '',
    findings: new Map(
      Object.entries(objectOf(findings)).map(([code, fingerprints]) => [code, stringsOf(fingerprints)]),
    ),
  };
}
