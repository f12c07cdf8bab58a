import { underlineEnd, type Heading } from '../../structure/headings';
import type { TextEdit } from '../../text/edit';

/** Gives a heading another level. One that is underlined gets marks in front, and loses its underline. */
export function changeLevel(text: string, { span, level }: Heading, wanted: number): TextEdit {
  const marks = '#'.repeat(wanted);
  if (text.charAt(span.start) === '#') return { span: { start: span.start, end: span.start + level }, newText: marks };
  const written = text.slice(span.start, span.end).replaceAll(/[ \t]*[\r\n]+[ \t]*/g, ' ');
  return { span: { start: span.start, end: underlineEnd(text, span.end) }, newText: `${marks} ${written}` };
}
