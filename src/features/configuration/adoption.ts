import { applyEdits } from '../../core/text/edit';
import { readJson } from '../../core/text/jsonDocument';
import { childOf, stringsOf } from '../../core/text/locatedNode';
import { addTo, setJson } from '../json/jsonEdits';
import { newConfiguration } from './newConfiguration';

/** A file by which a repository takes the product up. */
export interface AdoptionFile {
  /** Root-relative. */
  readonly path: string;
  /** What it is for, as an answer to "Write it?". */
  readonly purpose: string;
  /** What it is to hold, from what it holds; `undefined` where nothing need be done, or nothing can be for what stands there. */
  readonly text: (current: string | undefined) => string | undefined;
}

export const extensionId = 'dynamics-docs.dynamics-docs';

/**
 * What `init` writes.
 *
 * @param version of the program: the workflow names the action of the same one
 */
export function adoptionFiles(version: string): readonly AdoptionFile[] {
  return [
    {
      path: '.dynamics-docs.json',
      purpose: 'what the team checks, for everyone the same',
      text: (current) => (current === undefined ? newConfiguration : undefined),
    },
    {
      path: '.github/workflows/dynamics-docs.yml',
      purpose: 'a workflow that checks pull requests on GitHub',
      text: (current) => (current === undefined ? workflow(version) : undefined),
    },
    {
      path: '.vscode/extensions.json',
      purpose: 'VS Code recommends the extension to everyone who opens the repository',
      text: withRecommendation,
    },
  ];
}

/** Comments and all else are kept. */
function withRecommendation(current = ''): string | undefined {
  const { node, errors } = readJson(current);
  const recommendations = childOf(node, 'recommendations');
  if (recommendations !== undefined && errors.length > 0) return undefined;
  if (stringsOf(recommendations).some(({ text }) => text.toLowerCase() === extensionId)) return undefined;
  const edits =
    recommendations === undefined
      ? setJson(current, ['recommendations'], [extensionId])
      : addTo(current, recommendations, extensionId);
  return edits && applyEdits(current, edits);
}

function workflow(version: string): string {
  return `# Checks what a pull request changes, and what depends on it. See docs/enforcement.md of Dynamics Docs Authoring.
name: Dynamics Docs

on:
  pull_request:

permissions:
  contents: read
  # For findings in the Security tab and beside the lines of pull requests.
  security-events: write

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          # The commit where the branch began must be there to compare with.
          fetch-depth: 0
      - uses: dynamics-docs/dynamics-docs@v${version}
        with:
          fail-on: warning
`;
}
