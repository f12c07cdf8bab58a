import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createSourceDocument } from '../../../../src/core/text/sourceDocument';
import { readEntryList } from '../../../../src/features/redirections/entryList';
import { fileOf, known, redirectionFile } from './support';

describe('The list of the entries of a file of redirections', () => {
  it('is read once for a document, and anew for another text of the file', () => {
    const document = createSourceDocument(redirectionFile, fileOf(known));
    const read = readEntryList(document);
    assert.equal(readEntryList(document), read);
    const counts = [document, createSourceDocument(redirectionFile, fileOf(known.slice(1)))].map((file) => {
      const list = readEntryList(file);
      return typeof list === 'string' ? list : list.entries.length;
    });
    assert.deepEqual(counts, [3, 2]);
  });
});
