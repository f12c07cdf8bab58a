import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Setting {
  readonly type?: string | readonly string[];
  readonly default?: unknown;
  readonly scope?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
}

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly when?: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly displayName: string;
  readonly engines: { readonly vscode: string };
  readonly icon: string;
  readonly main: string;
  readonly browser: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly virtualWorkspaces: boolean;
    readonly untrustedWorkspaces: { readonly supported: string; readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly views: {
      readonly explorer: readonly { readonly id: string; readonly name: string; readonly when: string }[];
    };
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly title: string;
      readonly description: string;
      readonly steps: readonly Step[];
    }[];
    readonly menus: { readonly commandPalette: readonly { readonly command: string; readonly when?: string }[] };
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly jsonValidation: readonly { readonly fileMatch: string | readonly string[]; readonly url: string }[];
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
    readonly problemMatchers: readonly {
      readonly name: string;
      readonly owner: string;
      readonly severity: string;
      readonly pattern: { readonly regexp: string };
    }[];
    readonly languageModelTools: readonly {
      readonly name: string;
      readonly toolReferenceName: string;
      readonly displayName: string;
      readonly userDescription: string;
      readonly modelDescription: string;
      readonly icon: string;
      readonly canBeReferencedInPrompt: boolean;
      readonly when: string;
      readonly inputSchema: { readonly required: readonly string[]; readonly properties: object };
    }[];
    readonly taskDefinitions: readonly {
      readonly type: string;
      readonly required: readonly string[];
      readonly properties: Readonly<Record<string, { readonly description: string }>>;
      readonly when: string;
    }[];
  };
}

// Tests run from the repository root.
export const manifestText = readFileSync('package.json', 'utf8');
export const manifest = JSON.parse(manifestText) as Manifest;
export const strings = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
export const { contributes } = manifest;
export const settings = Object.entries(contributes.configuration.properties);

/** The text behind `%key%`; anything else is a string that cannot be translated. */
export function translated(value: string | undefined): string {
  const key = /^%(.+)%$/.exec(value ?? '')?.[1];
  assert.ok(key !== undefined, `${String(value)} is not a key of package.nls.json`);
  const text = strings[key];
  assert.ok(text !== undefined && text.trim() !== '', `package.nls.json has no text for ${key}`);
  return text;
}
