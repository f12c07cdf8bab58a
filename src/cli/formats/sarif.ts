import type {
  ArtifactLocation,
  Fix,
  Invocation,
  Location,
  Log,
  Region,
  ReportingConfiguration,
  ReportingDescriptor,
  Result,
} from 'sarif';
import { version } from '../../../package.json';
import { fingerprintsIn } from '../../core/docset/fingerprints';
import type { Repository } from '../../core/docset/repository';
import { codes, defaultSetting, isCode, type Code } from '../../core/rules/codes';
import type { Diagnostic, RelatedPlace } from '../../core/rules/diagnostic';
import { projectPage, rulePage } from '../../core/rules/pages';
import type { Severity } from '../../core/rules/severity';
import type { Range } from '../../core/text/position';
import { certainFixes, type CertainFix } from '../commands/fix';
import type { Report } from './format';
import type { RulePage } from './generated/rulePages';

/** Stands for the root of the repository, whose place is left out: the same check gives the same log on every machine. */
const sourceRoot = '%SRCROOT%';

/** Changes when fingerprints of the same findings do. */
const fingerprintName = 'dynamicsDocsFingerprint/v1';

/** The report as a SARIF 2.1.0 log: what GitHub code scanning and other dashboards take. */
export async function sarifFormat(report: Report, repository: Repository): Promise<string> {
  const { diagnostics, all } = report;
  const { rulePages } = await import('./generated/rulePages');
  const paths = new Set(diagnostics.map(({ path }) => path));
  const fingerprints = await fingerprintsIn(
    repository.sources,
    all.filter(({ path }) => paths.has(path)),
  );
  const fixes = await certainFixes(repository, diagnostics);
  const rules = new Map<string, { readonly index: number; readonly rule: ReportingDescriptor }>();
  const results = diagnostics.map((diagnostic): Result => {
    const known = rules.get(diagnostic.code);
    const { index } = known ?? { index: rules.size };
    if (known === undefined) rules.set(diagnostic.code, { index, rule: ruleOf(diagnostic, rulePages) });
    const fix = fixes.get(diagnostic);
    return {
      ruleId: diagnostic.code,
      ruleIndex: index,
      level: levelOf(diagnostic.severity),
      message: { text: diagnostic.message },
      locations: [locationOf(diagnostic)],
      ...(diagnostic.related.length === 0 ? {} : { relatedLocations: diagnostic.related.map(relatedLocationOf) }),
      partialFingerprints: { [fingerprintName]: fingerprints.get(diagnostic) ?? '' },
      ...(fix === undefined ? {} : { fixes: [fixOf(diagnostic.path, fix)] }),
    };
  });
  const driver = {
    name: 'dynamics-docs',
    version,
    informationUri: projectPage,
    rules: [...rules.values()].map(({ rule }) => rule),
  };
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        invocations: [invocationOf(report)],
        originalUriBaseIds: { [sourceRoot]: { description: { text: 'The root of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        results,
      },
    ],
  };
  return `${JSON.stringify(log)}\n`;
}

/** A code that a metadata schema named is explained by the one that it stands for. */
function ruleOf({ code, finding }: Diagnostic, pages: Readonly<Record<string, RulePage>>): ReportingDescriptor {
  const explained = isCode(code) ? code : finding?.code;
  const page = explained === undefined ? undefined : pages[explained];
  if (explained === undefined || page === undefined) return { id: code };
  return {
    id: code,
    shortDescription: { text: codes[explained].summary },
    fullDescription: { text: page.description },
    help: { text: page.text, markdown: page.text },
    helpUri: rulePage(explained),
    ...(isCode(code) ? { defaultConfiguration: configurationOf(code) } : {}),
  };
}

function configurationOf(code: Code): ReportingConfiguration {
  return { level: levelOf(codes[code].severity), ...(defaultSetting(code) === 'off' ? { enabled: false } : {}) };
}

function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

function locationOf({ path, range }: Pick<Diagnostic, 'path' | 'range'>): Location {
  return { physicalLocation: { artifactLocation: artifactOf(path), region: regionOf(range) } };
}

function relatedLocationOf(place: RelatedPlace): Location {
  return { ...locationOf(place), message: { text: place.message } };
}

function artifactOf(path: string): ArtifactLocation {
  // Windows allows half a character in a name, which no URI can hold.
  const parts = path.replaceAll(/\p{Cs}/gu, '\ufffd').split('/');
  return { uri: parts.map(encodeURIComponent).join('/'), uriBaseId: sourceRoot };
}

function regionOf({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function fixOf(path: string, { title, changes }: CertainFix): Fix {
  const replacements = changes.map(({ range, newText }) => ({
    deletedRegion: regionOf(range),
    insertedContent: { text: newText },
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: artifactOf(path), replacements }] };
}

function invocationOf({ failure }: Report): Invocation {
  if (failure === undefined) return { executionSuccessful: true };
  return {
    executionSuccessful: false,
    toolConfigurationNotifications: [{ level: 'error', message: { text: failure } }],
  };
}
