import type { ConfigurationSettings } from '../../src/core/docset/configuration';

/** A repository and all that is to be said about it, as one Markdown file tells. */
export interface Scenario {
  readonly title: string;
  /** Whether a line `Open: …` says that this is not so yet. */
  readonly open: boolean;
  readonly files: Readonly<Record<string, string>>;
  readonly settings: ConfigurationSettings | undefined;
  /** The findings in order, each with its related places below it. */
  readonly findings: readonly string[];
  /** The Markdown of files with their includes in place, and the HTML, by path. */
  readonly expanded: Readonly<Record<string, string>>;
  readonly html: Readonly<Record<string, string>>;
}

const block = /^````([a-z]+)(?: (.+))?\n([\s\S]*?)^````$/gm;

/**
 * Reads a scenario: a heading, and blocks fenced by four backticks. `file PATH` holds a file of the repository, `settings`
 * what VS Code's settings say, `findings` everything that is reported, a line each: place, severity, code, message; a
 * related place stands indented below its finding. `expanded PATH` and `html PATH` hold what `render` makes of a file.
 */
export function readScenario(source: string): Scenario {
  const text = source.replaceAll('\r\n', '\n');
  const title = /^# (.+)$/m.exec(text)?.[1];
  if (title === undefined) throw new Error('The scenario has no heading.');
  const files: Record<string, string> = {};
  const byPath: Record<string, Record<string, string>> = { file: files, expanded: {}, html: {} };
  let settings: ConfigurationSettings | undefined;
  let findings: string[] | undefined;
  for (const [, kind, path, content = ''] of text.matchAll(block)) {
    const group = byPath[kind ?? ''];
    if (group !== undefined && path !== undefined && group[path] === undefined) group[path] = content;
    else if (kind === 'settings' && settings === undefined) settings = JSON.parse(content) as ConfigurationSettings;
    else if (kind === 'findings' && findings === undefined) findings = splitFindings(content);
    else throw new Error(`The scenario has a block too many or one of no kind: ${kind ?? ''} ${path ?? ''}`);
  }
  if (findings === undefined) throw new Error('The scenario does not say what is found.');
  if (text.replaceAll(block, '').includes('````')) throw new Error('The scenario has a block that does not end.');
  const { expanded = {}, html = {} } = byPath;
  return { title, open: /^Open: /m.test(text.replaceAll(block, '')), files, settings, findings, expanded, html };
}

function splitFindings(content: string): string[] {
  return content.split(/\n(?! )/).filter((line) => line !== '');
}
