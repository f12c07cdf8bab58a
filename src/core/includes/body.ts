import { locateHeader, type HeaderLocation } from '../frontMatter/locate';

/** Offset at which a file's body starts. */
export function bodyStart(text: string): number {
  return bodyStartAfter(text, locateHeader(text).header);
}

/** Offset behind a header; that of the first character where the build sees none: then the header is body. */
export function bodyStartAfter(text: string, header: HeaderLocation | undefined): number {
  const first = text.startsWith('\ufeff') ? 1 : 0;
  return header?.seenByBuild === true ? (header.close?.end ?? first) : first;
}
