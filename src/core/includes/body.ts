import { locateHeader, type HeaderLocation } from '../frontMatter/locate';

/** Offset at which a file's body starts. */
export function bodyStart(text: string): number {
  return bodyStartAfter(locateHeader(text).header);
}

/** Offset behind a header; 0 where the build sees none: then the header is body. */
export function bodyStartAfter(header: HeaderLocation | undefined): number {
  return header?.seenByBuild === true ? (header.close?.end ?? 0) : 0;
}
