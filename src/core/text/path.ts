/** Root-relative paths: `/` separated, no `.` or `..`, '' for the root. */

export function dirname(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether the name says that a file is Markdown. */
export function isMarkdown(path: string): boolean {
  return /\.md$/i.test(path);
}

/** Whether the name says that a file is YAML as DocFX takes it. */
export function isYaml(path: string): boolean {
  return /\.yml$/i.test(path);
}

/** Whether the name says that a file is a table of contents. */
export function isTableOfContents(path: string): boolean {
  return /^toc\.(?:md|yml)$/i.test(basename(path));
}

/** The media types of pictures that a page can show. */
const imageTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** The media type of a picture that a page can show, by its name; `undefined` for any other file. */
export function imageTypeOf(path: string): string | undefined {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(imageTypes, ending) ? imageTypes[ending] : undefined;
}

/** Whether the name says that a file is an image that pages show. */
export function isImage(path: string): boolean {
  return imageTypeOf(path) !== undefined;
}

export function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Resolves `relative` (which may hold `.`, `..` and backslashes) against a folder; `undefined` outside the root. */
export function resolvePath(folder: string, relative: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split(/[\\/]/)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** `path` seen from `folder`; starts with `../` where it is not below it. */
export function relativePath(folder: string, path: string): string {
  if (folder === '') return path;
  if (path.startsWith(`${folder}/`)) return path.slice(folder.length + 1);
  const from = folder.split('/');
  const to = path.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

/** A file as another one links to it. */
export function relativeLink(fromPath: string, toPath: string): string {
  return relativePath(dirname(fromPath), toPath);
}

export function isInFolder(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/** Every folder above a path, the nearest first, the root last. */
export function* foldersUpward(path: string): Generator<string> {
  let folder = dirname(path);
  for (;;) {
    yield folder;
    if (folder === '') return;
    folder = dirname(folder);
  }
}
