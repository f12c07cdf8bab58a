/* global document, axe */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * What axe finds in a page, as `impact rule: element`. Its code is run in the page, past the policy that lets no other in.
 *
 * @param frame of playwright
 * @param selector the part of the page that is ours
 * @param fewest rules that must have had something to look at, so that an empty page does not pass
 */
export async function violations(frame, { selector = 'html', fewest = 15 } = {}) {
  await frame.evaluate(readFileSync(axePath, 'utf8'));
  return frame.evaluate(
    async ([within, least]) => {
      const { violations: found, passes } = await axe.run(document.querySelector(within));
      if (passes.length < least) return [`axe looked at ${passes.length} rules alone`];
      return found.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0].html}`);
    },
    [selector, fewest],
  );
}
