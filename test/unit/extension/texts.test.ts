import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summarize } from '../../../src/extension/commands/summary';
import type { StatusInput } from '../../../src/extension/status/statusText';
import { statusText } from '../../../src/extension/status/statusText';

/** What `vscode.l10n.t` does without a translation. */
const t = (message: string, ...args: (string | number | boolean)[]): string =>
  message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

const result = (files: number, error: number, warning: number, suggestion: number, info = 0, cancelled = false) => ({
  files,
  counts: { error, warning, suggestion, info },
  known: 0,
  durationMs: 1,
  cancelled,
});

describe('summary of Validate Workspace', () => {
  it('counts files and severities', () => {
    assert.equal(summarize(result(931, 0, 3, 40), t), 'Validated 931 files: 0 errors, 3 warnings, 40 suggestions.');
  });

  it('knows one from many, and names hints only where there are any', () => {
    assert.equal(summarize(result(1, 1, 1, 1, 1), t), 'Validated 1 file: 1 error, 1 warning, 1 suggestion, 1 hint.');
  });

  it('tells what the baseline holds apart', () => {
    assert.equal(
      summarize({ ...result(2, 0, 1, 0), known: 40 }, t),
      'Validated 2 files: 0 errors, 1 warning, 0 suggestions; 40 in the baseline.',
    );
  });

  it('says how far a cancelled run came', () => {
    assert.equal(
      summarize(result(12, 0, 0, 2, 0, true), t),
      'Validation cancelled after 12 files: 0 errors, 0 warnings, 2 suggestions.',
    );
  });
});

describe('language status item', () => {
  const article: StatusInput = {
    server: 'running',
    work: { state: 'ready', message: '931 articles.' },
    document: {
      kind: 'article',
      docset: 'articles/docfx.json',
      schemas: ['dynamics'],
      configuration: '.dynamics-docs.json',
    },
  };

  it('names the docset, the schema and what the server is doing', () => {
    assert.deepEqual(statusText(article, t), {
      text: 'Docset articles/docfx.json',
      detail: 'Schema dynamics · Configuration .dynamics-docs.json · 931 articles.',
      busy: false,
      severity: 'information',
    });
  });

  it('says so where no docfx.json governs the document', () => {
    const shown = statusText(
      { ...article, document: { kind: 'other', docset: null, schemas: [], configuration: null } },
      t,
    );
    assert.equal(shown.text, 'No docset');
    assert.equal(shown.detail, '931 articles.');
  });

  it('is busy while the server starts and while it reads the docset', () => {
    assert.equal(statusText({ ...article, server: 'starting' }, t).busy, true);
    assert.equal(statusText({ ...article, work: { state: 'indexing', message: 'Reading.' } }, t).busy, true);
  });

  it('shows an error where there is no server, or the server reports one', () => {
    assert.equal(statusText({ ...article, server: 'failed' }, t).severity, 'error');
    assert.equal(statusText({ ...article, work: { state: 'error', message: 'No schema.' } }, t).severity, 'error');
  });
});
