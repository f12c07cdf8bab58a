import { blockTemplates } from '../completion/blockTemplates';
import { snippetText } from '../snippetText';

/** `![alt](path)`, or `:::image`. */
export type ImageForm = 'markdown' | 'block';

/**
 * A snippet that shows images. Their alternative texts are places to fill in and empty until then, so that one that is
 * forgotten is found.
 *
 * @param links the paths as they are written
 * @param before what stands before it on its line
 */
export function imageSnippet(form: ImageForm, links: readonly string[], before: string): string {
  const isInTable = /^\s*\|/.test(before);
  const images = links.map((link, index) => {
    const path = snippetText(link);
    const stop = `$${index + 1}`;
    if (form === 'markdown') return `![${stop}](${path})`;
    return blockTemplates.image((place) => (place === 1 ? path : stop)).join('');
  });
  return images.join(form === 'block' && !isInTable ? '\n' : ' ');
}
