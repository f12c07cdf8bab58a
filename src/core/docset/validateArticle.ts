import type { FrontMatter } from '../frontMatter/parse';
import { nothingInherited, withInheritedJson, type Inherited } from '../metadata/effective';
import { bodyStartAfter } from '../includes/body';
import { bodyFindings } from '../rules/body';
import { formFindings } from '../rules/forms/registry';
import { defaultSetting } from '../rules/codes';
import { shortened, type Diagnostic } from '../rules/diagnostic';
import { frontMatterRules } from '../rules/registry';
import type { RuleFinding } from '../rules/rule';
import type { Severity } from '../rules/severity';
import { ruleFor, type GradedFinding, type RuleSubject } from '../schema/customRules';
import type { SchemaFinding } from '../schema/findings';
import type { MetadataSchema } from '../schema/metadataSchema';
import { entryOf, hasValue, nodeAt, toJson, type JsonValue } from '../text/locatedNode';
import { relativePath } from '../text/path';
import { createSourceDocument, type SourceDocument } from '../text/sourceDocument';
import { severityOf, type Configuration } from './configuration';
import { MetadataPlaces } from './metadataPlaces';
import { groupOf, type UniqueValue } from './uniqueness';
import { t } from '../text/localize';

/** What an article is checked against. Shared by all articles of a folder. */
export interface ArticleContext {
  /** Folder of its docset, '' without one. */
  readonly docsetFolder: string;
  /** Whether it is an article to the build; else its front matter alone is checked, and compared with no other. */
  readonly isArticle: boolean;
  readonly configuration: Configuration;
  readonly schemas: readonly MetadataSchema[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What is known of one article after its check. */
export interface ArticleResult {
  /** Findings in the article itself. */
  readonly own: readonly Diagnostic[];
  /** Findings that hold unless an include brings in what is missed. */
  readonly unlessIncluded: readonly Diagnostic[];
  /** Findings on inherited values, at their place in docfx.json. */
  readonly inherited: readonly Diagnostic[];
  /** Values that must be unique in the docset. */
  readonly unique: readonly UniqueValue[];
  /** Offset behind the front matter: where the build begins to read Markdown. */
  readonly bodyStart: number;
}

/** Of a file that is not checked itself. */
export const noResult: ArticleResult = { own: [], unlessIncluded: [], inherited: [], unique: [], bodyStart: 0 };

/** Checks the front matter of an article with what it inherits. */
export function validateArticle(
  path: string,
  text: string,
  frontMatter: FrontMatter,
  inherited: Inherited,
  context: ArticleContext,
): ArticleResult {
  const document = createSourceDocument(path, headOf(text, frontMatter));
  const check = new ArticleCheck(document, frontMatter, inherited, context);
  check.header();
  check.schemas();
  check.rules();
  if (context.isArticle) check.body(text);
  return {
    own: check.own,
    unlessIncluded: check.unlessIncluded,
    inherited: check.elsewhere,
    unique: context.isArticle ? check.unique : [],
    bodyStart: bodyStartAfter(text, frontMatter.header),
  };
}

/** An include file owes nothing to the schema, but what is wrong with it shows in every article. */
export function validateIncludeFile(
  path: string,
  text: string,
  frontMatter: FrontMatter,
  context: ArticleContext,
): ArticleResult {
  const check = new ArticleCheck(
    createSourceDocument(path, headOf(text, frontMatter)),
    frontMatter,
    nothingInherited,
    context,
  );
  check.problems();
  check.forms(text);
  return {
    own: check.own,
    unlessIncluded: [],
    inherited: [],
    unique: [],
    bodyStart: bodyStartAfter(text, frontMatter.header),
  };
}

const inheritedDiagnostics = new WeakMap<Inherited, Map<string, Diagnostic>>();

/** A finding on an inherited value is the same one for every article that inherits it: made once, then shared. */
function inheritedDiagnostic(
  inherited: Inherited,
  {
    path,
    place,
    code,
    severity,
    message,
  }: Pick<SchemaFinding, 'path' | 'place'> & Pick<Diagnostic, 'code' | 'severity' | 'message'>,
  create: () => Diagnostic,
): Diagnostic {
  const known = inheritedDiagnostics.get(inherited) ?? new Map<string, Diagnostic>();
  inheritedDiagnostics.set(inherited, known);
  const key = [code, severity, place, message, ...path].join('\n');
  let diagnostic = known.get(key);
  if (diagnostic === undefined) known.set(key, (diagnostic = create()));
  return diagnostic;
}

/** The part of a text that positions of front matter can lie in: a body of 200 KB is not looked at. */
function headOf(text: string, { header, problems }: FrontMatter): string {
  const last = Math.max(header?.close?.end ?? header?.content.end ?? 0, ...problems.map((problem) => problem.span.end));
  return text.slice(0, last + 2);
}

class ArticleCheck {
  readonly own: Diagnostic[] = [];
  readonly unlessIncluded: Diagnostic[] = [];
  readonly elsewhere: Diagnostic[] = [];
  readonly unique: UniqueValue[] = [];
  private readonly places: MetadataPlaces;
  private readonly json: Record<string, JsonValue>;
  private readonly subject: RuleSubject;

  constructor(
    private readonly document: SourceDocument,
    private readonly frontMatter: FrontMatter,
    private readonly inherited: Inherited,
    private readonly context: ArticleContext,
  ) {
    this.places = new MetadataPlaces(document, frontMatter, inherited);
    this.json = withInheritedJson(inherited, frontMatter.map, () => this.places.effective);
    this.subject = { path: relativePath(context.docsetFolder, document.path), metadata: this.json };
  }

  header(): void {
    if (this.frontMatter.header === undefined && this.frontMatter.problems.length === 0) {
      const message = t(
        "The article has no front matter. Add it at the top: a line '---', one 'key: value' a line, and a line '---'.",
      );
      this.add({ code: 'front-matter-missing', message, span: { start: 0, end: 0 } });
    }
    this.problems();
  }

  problems(): void {
    for (const problem of this.frontMatter.problems) this.add(problem);
  }

  rules(): void {
    const { document, frontMatter } = this;
    const inherited = this.inherited.metadata;
    for (const rule of frontMatterRules) {
      for (const finding of rule({
        document,
        frontMatter,
        inherited,
        schemas: this.context.schemas,
        subject: this.subject,
      }))
        this.add(finding);
    }
  }

  schemas(): void {
    for (const schema of this.context.schemas) {
      for (const graded of schema.check(this.json, this.subject, { now: this.context.now })) this.addGraded(graded);
      for (const property of schema.unique) this.collectUnique(schema, property);
    }
  }

  /** Where the header is not one to the build, nobody knows where the body starts. */
  body(text: string): void {
    const { header } = this.frontMatter;
    if (header?.seenByBuild === false) return;
    const title = typeof this.json.title === 'string' && hasValue(this.json.title) ? this.json.title : undefined;
    const document = createSourceDocument(this.document.path, text);
    const { folder, profiles } = this.context.configuration;
    const path = relativePath(folder, document.path);
    for (const finding of bodyFindings(document, bodyStartAfter(text, header), title, profiles, path))
      this.add(finding, document);
  }

  /** What is wrong in any text that readers see, whoever includes it. */
  forms(text: string): void {
    const { header } = this.frontMatter;
    if (header?.seenByBuild === false) return;
    const found = formFindings(text, bodyStartAfter(text, header));
    const document = found.length === 0 ? this.document : createSourceDocument(this.document.path, text);
    for (const finding of found) this.add(finding, document);
  }

  private add(
    { code: name, graded, message, span, related, tag, unlessIncluded, fixes = [] }: RuleFinding,
    document = this.document,
  ): void {
    const code = graded?.code ?? name;
    const severity =
      graded?.severity === 'off'
        ? 'off'
        : severityOf(this.context.configuration, code, graded?.severity ?? defaultSetting(name));
    if (severity === 'off') return;
    (unlessIncluded === true ? this.unlessIncluded : this.own).push({
      path: document.path,
      range: document.rangeOf(span),
      severity,
      code,
      message: shortened(message),
      related:
        related === undefined
          ? []
          : [{ path: related.document.path, range: related.document.rangeOf(related.span), message: related.message }],
      ...(tag === undefined ? {} : { tag }),
      ...(fixes.length === 0 ? {} : { fixes }),
    });
  }

  private addGraded({ finding, code, severity: graded, message }: GradedFinding): void {
    const severity = severityOf(this.context.configuration, code, graded);
    if (severity === 'off') return;
    const create = (): Diagnostic => {
      const place = this.places.locate(finding.path, finding.place);
      return {
        path: place.document.path,
        range: place.range,
        severity,
        code,
        message: shortened(message),
        related: [],
        finding,
        ...(finding.code === 'attribute-deprecated' ? { tag: 'deprecated' as const } : {}),
      };
    };
    const key = String(finding.path[0]);
    if (this.inherited.metadata.has(key) && entryOf(this.frontMatter.map, key) === undefined) {
      this.elsewhere.push(inheritedDiagnostic(this.inherited, { ...finding, message, code, severity }, create));
      return;
    }
    const diagnostic = create();
    (diagnostic.path === this.document.path ? this.own : this.elsewhere).push(diagnostic);
  }

  private collectUnique(schema: MetadataSchema, property: readonly string[]): void {
    const name = property.join('.');
    // A value that docfx.json supplies has one place, however many articles inherit it: only own values count.
    const [key = '', ...rest] = property;
    const node = nodeAt(entryOf(this.frontMatter.map, key)?.value, rest);
    const value = node === undefined ? undefined : toJson(node);
    if (node === undefined || value === undefined || !hasValue(value)) return;
    const rule = ruleFor(schema.rules, name, 'duplicate-attribute', this.subject);
    const severity = rule.severity === 'off' ? 'off' : severityOf(this.context.configuration, rule.code, rule.severity);
    if (severity === 'off') return;
    this.unique.push({
      property: name,
      group: groupOf(this.context.docsetFolder, schema.name, name, value),
      range: this.document.rangeOf(node.span),
      code: rule.code,
      severity: severity satisfies Severity,
      suffix: rule.suffix,
    });
  }
}
