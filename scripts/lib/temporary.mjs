import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './processes.mjs';

/** A folder for one run, a copy of `from` if given. `remove` is called at the end of this process at the latest. */
export function temporaryFolder(name, from) {
  // The real path: macOS reaches its own through a link, and VS Code reports what is behind it.
  const path = mkdtempSync(join(realpathSync(tmpdir()), `dynamics-docs-${name}-`));
  const remove = () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  const cancel = atExit(remove);
  if (from !== undefined) cpSync(from, path, { recursive: true });
  return {
    path,
    remove: () => {
      cancel();
      remove();
    },
  };
}
