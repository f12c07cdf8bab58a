import { scanIncludes } from '../../../../src/core/includes/scan';

/** The includes of a text, each as `form label → path`. */
export function directivesOf(text: string, from = 0): string[] {
  return scanIncludes(text, from).directives.map(
    ({ form, label, path, marker }) => `${form}${marker} ${label} → ${path}`,
  );
}

/** What is malformed in a text: the stretch, what is said of it, and what mends it. */
export function malformedOf(text: string): { written: string; message: string; replacement: string | undefined }[] {
  return scanIncludes(text, 0).malformed.map(({ span, message, replacement }) => ({
    written: text.slice(span.start, span.end),
    message: message.replace('The build does not expand this include. ', ''),
    replacement,
  }));
}
