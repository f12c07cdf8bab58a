import { configurationName } from './configuration';
import { docfxName, publishConfigName } from './fileKinds';

/** What root finding asks of the world, with paths in the host's own form. */
export interface FolderProbe {
  /** The folder above; `undefined` at the top. */
  parent(folder: string): string | undefined;
  exists(folder: string, name: string): Promise<boolean>;
}

/**
 * The repository root of a folder: the nearest one upward with `.openpublishing.publish.config.json` or `.git`; without
 * either, the topmost with `.dynamics-docs.json` or `docfx.json`. Nothing outside it is read. `undefined` where no folder
 * upward has any of them: the caller knows which folder was meant.
 */
export async function findRoot(folder: string, probe: FolderProbe): Promise<string | undefined> {
  let topmost: string | undefined;
  for (let current = folder; ;) {
    const [publish, git, configuration, docfx] = await Promise.all(
      [publishConfigName, '.git', configurationName, docfxName].map((name) => probe.exists(current, name)),
    );
    if (publish === true || git === true) return current;
    if (configuration === true || docfx === true) topmost = current;
    const above = probe.parent(current);
    if (above === undefined) return topmost;
    current = above;
  }
}
