import { bodyStart } from '../../core/includes/body';
import { withoutEscapes } from '../../core/includes/destinations';
import { decodePercent } from '../../core/text/percent';
import { expandedText, expandIncludes } from '../../core/includes/expand';
import type { IncludeSource } from '../../core/includes/follow';
import { scanLinks } from '../../core/includes/links';
import { isExpandedAt, scanIncludes } from '../../core/includes/scan';
import { dirname, resolvePath } from '../../core/text/path';

/** Longer content is cut: a hover is for a glance. */
const maxLines = 40;
const maxLength = 6000;

/** How places of the repository are named to an editor, which knows neither its root nor its docsets. */
export interface Addresses {
  /** The address of a file. */
  readonly linkTo: (path: string) => string;
  /** The folder that `~/` stands for. */
  readonly docsetFolder: string;
}

/**
 * The content of an include file as Markdown for a hover: its includes in place, its links with addresses that mean
 * something there, cut where it is long.
 *
 * @param path root-relative, of the include file
 * @param text its whole text
 */
export function includePreview(path: string, text: string, source: IncludeSource, addresses: Addresses): string {
  const body = expandedText(expandIncludes(path, text.slice(bodyStart(text)), source));
  const shown = shortened(
    body
      .replaceAll(/\r\n?/g, '\n')
      .trimEnd()
      .replace(/^(?:[ \t]*\n)+/, ''),
  );
  return withPlainAlerts(withAddresses(shown, path, addresses));
}

function shortened(text: string): string {
  const lines = text.slice(0, maxLength + 1).split('\n');
  const fits = lines.length <= maxLines && text.length <= maxLength;
  if (fits) return text;
  const isLong = text.length > maxLength && lines.length <= maxLines;
  // The last line may have been cut in the middle, of a link for instance; a first one has nothing before it.
  const kept = isLong && lines.length > 1 ? lines.slice(0, -1) : lines.slice(0, maxLines);
  return `${closed(kept)}\n\n…`;
}

/** Lines that were cut from a text, with the code block closed in which the cut came. HTML that is open goes. */
function closed(lines: readonly string[]): string {
  const isOpen = (count: number): boolean => {
    const text = `${lines.slice(0, count).join('\n')}\n\n`;
    return !isExpandedAt(`${text}[!include [x](x.md)]`, 0, text.length);
  };
  let opening = lines.length;
  while (opening > 0 && isOpen(opening)) opening--;
  const text = lines.join('\n');
  if (opening === lines.length) return text;
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(lines[opening] ?? '')?.[1];
  return fence === undefined ? lines.slice(0, opening).join('\n').trimEnd() : `${text}\n${fence}`;
}

/** Markdown of a hover knows no notes: their names would stand there in brackets. */
function withPlainAlerts(text: string): string {
  return text.replaceAll(
    /^([ \t>*+\d.-]{0,40}>[ \t]{0,9})\[!(note|tip|important|caution|warning)\][ \t]{0,9}$/gim,
    (_match, quote: string, name: string) =>
      `${quote}**${name.charAt(0).toUpperCase()}${name.slice(1).toLowerCase()}**  `,
  );
}

function withAddresses(text: string, path: string, addresses: Addresses): string {
  // What the build would leave as text stays as it is written.
  const { directives } = scanIncludes(text, 0);
  let result = '';
  let at = 0;
  for (const { span } of scanLinks(text, 0)) {
    if (directives.some((directive) => directive.span.start <= span.start && span.start < directive.span.end)) continue;
    result += text.slice(at, span.start) + addressOf(text.slice(span.start, span.end), path, addresses);
    at = span.end;
  }
  return result + text.slice(at);
}

/** A link as it works anywhere; what is no path of a file comes back as it is. Unlike those of includes, links are encoded. */
function addressOf(link: string, path: string, { linkTo, docsetFolder }: Addresses): string {
  const [, file = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(link) ?? [];
  if (file === '' || /^(?:[\\/]|[a-z][a-z0-9+.-]*:)/i.test(file)) return link;
  const written = decodePercent(withoutEscapes(file));
  const isFromDocset = written.startsWith('~/');
  const target = isFromDocset ? resolvePath(docsetFolder, written.slice(2)) : resolvePath(dirname(path), written);
  return target === undefined ? link : `${linkTo(target)}${suffix}`;
}
