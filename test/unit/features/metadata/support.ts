import { lineBreakOf } from '../../../../src/core/text/lines';
import { applyEdits, type TextEdit } from '../../../../src/core/text/edit';
import { withLineBreak } from '../../../../src/core/rules/fix';
import { examine } from '../../../../src/features/fixes/examine';
import type { Examination } from '../../../../src/features/fixes/fixAll';
import { docfx, open } from '../../core/support/repository';
import type { Files } from '../../core/support/memoryHost';

/** An article of a docset that supplies a service to all, and a topic to those of one folder. */
export async function examined(text: string, more: Files = {}): Promise<Examination> {
  const supplied = docfx({
    globalMetadata: { 'ms.service': 'dynamics-365', 'ms.search.scope': 'Core' },
    fileMetadata: { 'ms.topic': { 'guide/**.md': 'how-to' } },
  });
  const { repository } = await open({ 'docfx.json': supplied, 'guide/a.md': text, ...more });
  return examine(repository, 'guide/a.md', text);
}

export function applied(text: string, edits: readonly TextEdit[]): string {
  return applyEdits(text, withLineBreak(edits, lineBreakOf(text)));
}
