import type { ImageForm } from './imageSnippet';
import type { ImageWorld } from './folderHabit';

/** The form that a file writes its images in, else that of its siblings, else that of the docset. */
export function imageForm(path: string, { siblings, docset, pageOf }: ImageWorld): ImageForm {
  for (const files of [[path], siblings, docset]) {
    const blocks = files.reduce((sum, file) => sum + (pageOf(file)?.imageBlocks ?? 0), 0);
    if (blocks !== 0) return blocks > 0 ? 'block' : 'markdown';
  }
  return 'markdown';
}
