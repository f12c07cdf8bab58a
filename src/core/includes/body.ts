import { locateHeader } from '../frontMatter/locate';

/** Offset at which a file's body starts: a header that the build does not see is body. */
export function bodyStart(text: string): number {
  const { header } = locateHeader(text);
  return header?.seenByBuild === true ? (header.close?.end ?? 0) : 0;
}
