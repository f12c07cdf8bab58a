import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './paths.mjs';

/** The command line speaks English, so that what reads its output can rely on it. */
const layers = ['core', 'features', 'server', 'extension'];

/** What a bundled schema tells writers of each key. */
const schema = 'schemas/dynamics-article.schema.json';

/**
 * Every English text that users see, and what is wrong with how the sources word some.
 *
 * A text is the first argument of `t`, or of `marked` where it is kept as data, which `localized` says later.
 */
export function collectTexts() {
  const { properties, rules } = JSON.parse(read(schema));
  const texts = new Set(schemaTexts({ properties, rules }));
  const problems = [];
  for (const path of sources()) {
    const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
    const report = (node, message) => {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      problems.push(`${path}:${line + 1}: ${message}`);
    };
    visit(file, { texts, report, depth: 0, isShown: !ofOthers.test(path) });
  }
  return { texts: [...texts].sort(), problems };
}

function read(path) {
  return readFileSync(join(root, path), 'utf8');
}

function sources() {
  return layers.flatMap((layer) =>
    readdirSync(join(root, 'src', layer), { recursive: true })
      .map((path) => `src/${layer}/${path.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.ts') && !path.includes('/generated/'))
      .sort(),
  );
}

function schemaTexts(node) {
  if (typeof node !== 'object' || node === null) return [];
  const own = [node.title, node.description, node.message, node.additionalMessage].filter(
    (text) => typeof text === 'string',
  );
  return [...own, ...Object.values(node).flatMap(schemaTexts)];
}

/**
 * @param state `depth`: how many functions are around the node, outside of which no language is set yet; `isShown`: whether
 *   users see the words that stand here
 */
function visit(node, state) {
  const { texts, report } = state;
  const name = nameOfCall(node);
  if (name === 't' || name === 'marked') {
    const [text, ...values] = node.arguments;
    if (text === undefined || !ts.isStringLiteralLike(text)) report(node, `${name} takes the text itself.`);
    else texts.add(text.text);
    if (name === 't' && state.depth === 0)
      report(node, 'No language is set while a module is loaded. Mark the text, and localize it later.');
    for (const value of values) visit(value, state);
    return;
  }
  if (state.isShown && isProse(node)) report(node, `Users of other languages cannot read this: ${node.getText()}`);
  const inner = {
    ...state,
    depth: ts.isFunctionLike(node) ? state.depth + 1 : state.depth,
    isShown: state.isShown && !isForOthers(node),
  };
  ts.forEachChild(node, (child) => visit(child, inner));
}

/** Of `t(…)`, `vscode.l10n.t(…)` or another call. */
function nameOfCall(node) {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
  return node.expression.getText().replace(/^(?:vscode\.)?l10n\./, '');
}

/** Properties that hold what users see, be it one word. */
const shownProperties = /^(?:label|title|detail|description|tooltip|prompt|placeHolder|placeholder|message)$/;

/** Words with spaces between them; of a template, what stands between its values. */
function isProse(node) {
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return false;
  const parts = ts.isTemplateExpression(node)
    ? [node.head, ...node.templateSpans.map(({ literal }) => literal)]
    : [node];
  // Of markup, what stands between its tags.
  const text = parts
    .map((part) => part.text)
    .join('0')
    .replaceAll(/<[^<>]*>/g, ' ');
  if (names.has(text)) return false;
  const isShown = ts.isPropertyAssignment(node.parent) && shownProperties.test(node.parent.name.getText());
  return (isShown ? /[A-Za-z]{2}/ : /[A-Za-z]{2,}[,:;.]? ['(]?[A-Za-z0-9]{2,}/).test(text);
}

/** Whether what stands in a node is for a log, for a machine, or becomes part of a file. */
function isForOthers(node) {
  if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return true;
  if (ts.isPropertyAssignment(node)) return propertiesOfOthers.test(node.name.getText());
  if (ts.isVariableDeclaration(node)) return variablesOfOthers.test(node.name.getText());
  return callsForOthers.test(nameOfCall(node) ?? '');
}

/** Labels of sections, what a template puts into an article, and names in style sheets. */
const propertiesOfOthers = /^(?:titles|translations|summary|text|class)$/;

/** What the log is told, and content security policies. */
const variablesOfOthers = /^(?:words|policy)$/;

const callsForOthers =
  /^(?:guarded|logFailure|header|mistake|RegExp|(?:Git|Range)?Error|.*\.(?:failed|appendLine|trace|debug|info|log|warn|error))$/;

/** Rules in English (`docs/rules`), code, what is written into articles, formats of dates, files of a team, what agents read. */
const ofOthers = new RegExp(
  `^src/(?:${[
    'core/rules/codes',
    'core/directives/codeLanguages',
    'features/completion/blockTemplates',
    'core/schema/(?:keywords|dotnetDate)',
    'features/(?:agents|configuration|schema)/.+',
    'features/metadata/metadataJson',
    'server/agents',
  ].join('|')})\\.ts$`,
);

const names = new Set([
  'Dynamics Docs',
  'Dynamics Docs Authoring',
  '[!INCLUDE [label](path)]',
  // Of ajv, of a setting, and a part of a line in the log.
  'false schema',
  'as found',
  ' as process 0',
  'The connection to the language server closed.',
]);
