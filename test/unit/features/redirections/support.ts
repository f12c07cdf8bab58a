import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/text/edit';
import {
  planRedirections,
  type RedirectionPlan,
  type WantedRedirection,
} from '../../../../src/features/redirections/plan';
import { redirectionsOf } from '../../../../src/features/redirections/view';
import { open } from '../../core/support/repository';

export const redirectionFile = '.openpublishing.redirection.json';

/** Entries that tell below which path the docset at the root is published. */
export const known = ['one', 'two', 'three'].map(
  (name) => `    { "source_path": "old-${name}.md", "redirect_url": "/Contoso/docs/${name}" }`,
);

export const docset = {
  'docfx.json': '{ "build": { "content": [{ "files": "**/*.md" }] } }',
  'one.md': '# One\n',
  'two.md': '# Two\n',
  'three.md': '# Three\n',
  'folder/index.md': '# Folder\n',
} as const;

/** A file of redirections with these entries, each a line. */
export function fileOf(entries: readonly string[]): string {
  return `{\n  "redirections": [\n${entries.join(',\n')}\n  ]\n}\n`;
}

/** Plans redirections, source to page or address, and gives the files as they are afterwards. */
export async function planned(
  files: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>>,
): Promise<{ readonly plan: RedirectionPlan; readonly after: Readonly<Record<string, string>> }> {
  const { repository } = await open(files);
  const entries = Object.entries(wanted).map(([source, to]): WantedRedirection => ({
    source,
    target: /^(?:\/|https?:)/.test(to) ? { url: to } : { page: to },
  }));
  const plan = planRedirections(redirectionsOf(repository), entries);
  const after = plan.files.map(({ document, isNew, edits }) => {
    assert.equal(files[document.path] === undefined, isNew);
    return [document.path, applyEdits(document.text, edits)] as const;
  });
  return { plan, after: Object.fromEntries(after) };
}
