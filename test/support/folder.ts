import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'mocha';

/** Paths with `/` and what stands in them. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A temporary folder that is removed when all tests are done. */
export interface Folder {
  /** Absolute, links resolved. */
  readonly path: string;
  /** Absolute path of something in it. */
  at(path: string): string;
  write(files: Files): void;
  remove(path: string): void;
}

const created: string[] = [];

export function createFolder(files: Files = {}): Folder {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'dynamics-docs-'));
  created.push(path);
  const at = (relative: string): string => join(path, relative);
  const write = (more: Files): void => {
    for (const [name, content] of Object.entries(more)) {
      mkdirSync(dirname(at(name)), { recursive: true });
      writeFileSync(at(name), content);
    }
  };
  write(files);
  return {
    path,
    at,
    write,
    remove: (relative) => {
      rmSync(at(relative), { recursive: true });
    },
  };
}

after(() => {
  for (const path of created) rmSync(path, { recursive: true, force: true });
});
