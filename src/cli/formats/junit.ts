import { compareText, groupedByPath, type Diagnostic } from '../../core/rules/diagnostic';
import { shownPosition } from '../../core/text/position';
import type { Report } from './format';

/** Test results in the XML of JUnit: a suite for each file that was checked, in it a failure for each finding. */
export function junitFormat({ files, diagnostics }: Report): string {
  const found = groupedByPath(diagnostics);
  const paths = [...new Set([...files, ...found.keys()])].sort(compareText);
  const suites = paths.map((path) => suiteOf(path, found.get(path) ?? []));
  const tests = suites.reduce((sum, { cases }) => sum + cases.length, 0);
  const counts = { tests, failures: diagnostics.length, errors: 0 };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'dynamics-docs check', ...counts })}>`,
    ...suites.flatMap(({ name, cases, failures }) => [
      `  <testsuite${attributes({ name, tests: cases.length, failures, errors: 0 })}>`,
      ...cases,
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Suite {
  readonly name: string;
  readonly failures: number;
  /** Each as XML. */
  readonly cases: readonly string[];
}

/** A file without findings is a test that passes. Of several with one code, each has a name of its own. */
function suiteOf(path: string, found: readonly Diagnostic[]): Suite {
  if (found.length === 0) {
    return { name: path, failures: 0, cases: [`    <testcase${attributes({ name: 'check', classname: path })}/>`] };
  }
  const counts = new Map<string, number>();
  const cases = found.map((diagnostic) => {
    const count = (counts.get(diagnostic.code) ?? 0) + 1;
    counts.set(diagnostic.code, count);
    return caseOf(diagnostic, count === 1 ? diagnostic.code : `${diagnostic.code} ${count}`);
  });
  return { name: path, failures: found.length, cases };
}

function caseOf({ path, range, severity, code, message }: Diagnostic, name: string): string {
  const text = `${path}:${shownPosition(range.start)}: ${severity} ${code} ${message}`;
  return [
    `    <testcase${attributes({ name, classname: path })}>`,
    `      <failure${attributes({ message, type: severity })}>${escaped(text)}</failure>`,
    '    </testcase>',
  ].join('\n');
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** For texts and attributes. What XML 1.0 cannot hold, such as control characters, becomes U+FFFD. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll(/[&<>"\t\n\r]/g, (character) => entities[character] ?? character);
}
