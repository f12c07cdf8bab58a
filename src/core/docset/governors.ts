import { basename, isInFolder } from '../text/path';
import type { Baselines } from './baselines';
import { configurationName, type ConfigurationSettings } from './configuration';
import { configurationFailure } from './configurationFindings';
import type { Contexts } from './contexts';
import { docfxName, publishConfigName } from './fileKinds';
import type { IncludeIndex } from './includeIndex';
import type { LinkIndex } from './linkIndex';
import type { Membership } from './membership';
import type { Sources } from './sources';

export interface GovernorParts {
  readonly baselines: Baselines;
  readonly contexts: Contexts;
  readonly includes: IncludeIndex;
  readonly links: LinkIndex;
  readonly membership: Membership;
  readonly sources: Sources;
  /** Called when what the build takes may have changed: results of files that it does not take any more must not stay. */
  dropUnchecked(): void;
}

/** What governs the files of a repository: docfx.json, configurations, schemas, baselines and redirections. */
export class Governors {
  constructor(private readonly parts: GovernorParts) {}

  /** Reads all of them among the files that there are. */
  async load(files: readonly string[]): Promise<void> {
    const { contexts, includes, links, membership } = this.parts;
    await contexts.load(files);
    await this.loadBaselines();
    // Whoever asked meanwhile got an answer without the docsets.
    membership.contextsChanged();
    await includes.load();
    await links.load();
  }

  /** Whether there is documentation at all: a docset, or a team's configuration. */
  holdDocumentation(): boolean {
    const { contexts } = this.parts;
    return (
      contexts.allDocsets().length > 0 ||
      contexts.allConfigurations().some(({ configuration }) => configuration.document !== undefined)
    );
  }

  /** Whether a file is one of them: its change can change the findings of others. */
  include(path: string): boolean {
    const { baselines, contexts, links } = this.parts;
    const name = basename(path);
    return (
      name === docfxName ||
      name === configurationName ||
      path === publishConfigName ||
      links.isRedirectionFile(path) ||
      contexts.namesFile(path) ||
      baselines.has(path)
    );
  }

  /** Reads one of them again. Returns the files to validate again. */
  async reload(path: string): Promise<readonly string[]> {
    const { baselines, contexts, includes, links, membership } = this.parts;
    if (links.isRedirectionFile(path))
      return [...(await links.reloadRedirections(path))].filter((file) => membership.isChecked(file));
    const hadDocsets = contexts.allDocsets().length > 0;
    if (baselines.has(path)) await baselines.reload(path);
    const folders = await contexts.reload(path);
    if (basename(path) === configurationName) await this.loadBaselines();
    // The first docset of a repository, and the last one to go, decide about every file.
    const everywhere = hadDocsets !== contexts.allDocsets().length > 0;
    // A docset may take its content from outside of its folder.
    const isConcerned = (file: string): boolean => {
      const docset = contexts.of(file).docset?.folder;
      return everywhere || folders.some((folder) => folder === docset || isInFolder(file, folder));
    };
    this.parts.dropUnchecked();
    await includes.contextsChanged();
    await links.contextsChanged();
    return membership.articlesAndIncludes().filter(isConcerned);
  }

  async setSettings(settings: ConfigurationSettings): Promise<void> {
    await this.parts.contexts.setSettings(settings);
    await this.loadBaselines();
    this.parts.dropUnchecked();
  }

  /** Why nothing can be checked: a configuration or a schema that cannot be used. One sentence. */
  failure(): string | undefined {
    const { baselines, contexts, sources } = this.parts;
    return configurationFailure(contexts, baselines, sources.problems());
  }

  private loadBaselines(): Promise<void> {
    const { baselines, contexts } = this.parts;
    return baselines.load(contexts.allConfigurations().map((ready) => contexts.baselineOf(ready)));
  }
}
