/**
 * No header that people write nests deeper. A parser that descends with the nesting must be kept from the end of the
 * stack: where the engine compiles a regular expression down there, the whole process ends, and nothing can catch that.
 */
export const deepestNesting = 200;

/**
 * An upper bound of how deep the collections of a YAML text nest: its brackets, whether in a text or not, the steps of its
 * indentation, and the signs of collections that begin on one line.
 */
export function nestingBound(text: string): number {
  const indents: number[] = [];
  let brackets = 0;
  let deepest = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [lead = ''] = /^ *(?:[-?:] +)*/.exec(line) ?? [];
    while ((indents.at(-1) ?? -1) >= lead.length) indents.pop();
    indents.push(lead.length);
    const signs = lead.replaceAll(' ', '').length;
    let inLine = brackets;
    for (let i = lead.length; i < line.length; i++) {
      const char = line.charCodeAt(i);
      if (char === 0x5b || char === 0x7b) inLine = Math.max(inLine, ++brackets);
      else if ((char === 0x5d || char === 0x7d) && brackets > 0) brackets--;
    }
    deepest = Math.max(deepest, indents.length + signs + inLine);
  }
  return deepest;
}
