import type { BlockName } from '../../directives/blocks';
import type { Code } from '../codes';

const codes: Readonly<Partial<Record<BlockName, Code>>> = {
  image: 'invalid-image',
  video: 'invalid-video',
  code: 'invalid-code',
  zone: 'invalid-zone',
  moniker: 'invalid-moniker-range',
  row: 'invalid-row',
  column: 'invalid-nested-column',
};

/** Under which code the Learn build reports what is wrong with an element; `undefined` for those that are not judged. */
export function codeOfBlock(name: BlockName): Code | undefined {
  return codes[name];
}

/** Where the build warns although it refuses other mistakes of the element: it shows something all the same. */
export function asWarning(code: Code): { readonly code: string; readonly severity: 'warning' } {
  return { code, severity: 'warning' };
}
