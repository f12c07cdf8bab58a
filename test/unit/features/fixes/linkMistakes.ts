import type { Code } from '../../../../src/core/rules/codes';
import type { Mistake } from './support';

/** What there is to be linked to. */
export const aroundLinks = {
  'guide/set-up.md': '# Set up\n\n## Before you begin\n\n## Frequently asked: what now?\n\n<a name="Costs"></a>\n',
  'guide/media/list.png': '',
  '.openpublishing.redirection.json': JSON.stringify({
    redirections: [
      { source_path: 'old.md', redirect_url: 'older' },
      { source_path: 'older.md', redirect_url: 'guide/set-up#before-you-begin' },
      { source_path: 'gone.md', redirect_url: '/contoso/elsewhere' },
    ],
  }),
};

const text = (link: string): string => `---\ntitle: A\n---\n\n# H\n\nSee ${link} for more.\n`;

/** The destination in a link: what is preferred, and what stands there then. */
function slips(...list: readonly (readonly [written: string, preferred: string])[]): readonly Mistake[] {
  return list.map(([written, preferred]): Mistake => {
    const meant = preferred.replace(/^! /, '');
    const mark = preferred === meant ? '' : '! ';
    return [written, text(`[it](${written})`), `${mark}Change to '${meant}'`, text(`[it](${meant})`)];
  });
}

export const linkMistakes: Partial<Record<Code, readonly Mistake[]>> = {
  'file-not-found': slips(
    ['guide/set-up', 'guide/set-up.md'],
    ['guide/set-up.html#before-you-begin', 'guide/set-up.md#before-you-begin'],
    ['./setup/set-up.md', './guide/set-up.md'],
    ['guide/setup.md?tabs=one', 'guide/set-up.md?tabs=one'],
    ['media/list.png', 'guide/media/list.png'],
    ['~/media/list.png', '~/guide/media/list.png'],
    ['www.contoso.com/products', 'https://www.contoso.com/products'],
  ),
  'bookmark-not-found': slips(
    ['guide/set-up.md#befor-you-begin', 'guide/set-up.md#before-you-begin'],
    ['guide/set-up.md#frequently-asked:-what-now?', 'guide/set-up.md#frequently-asked-what-now'],
  ),
  'link-case-mismatch': slips(
    ['Guide/Set-Up.md#before-you-begin', '! guide/set-up.md#before-you-begin'],
    ['guide/set-up.md#Before-you-begin', '! guide/set-up.md#before-you-begin'],
    ['guide/set-up.md#costs', '! guide/set-up.md#Costs'],
    ['guide/media/List.PNG', '! guide/media/list.png'],
  ),
  'redirected-link': slips(['old.md', 'guide/set-up.md#before-you-begin'], ['gone.md#part', '/contoso/elsewhere']),
  'hard-coded-locale': slips(
    ['https://learn.microsoft.com/en-us/contoso/', '! https://learn.microsoft.com/contoso/'],
    ['/de-de/contoso/a#b', '! /contoso/a#b'],
  ),
  'docs-link-absolute': slips(
    ['https://docs.microsoft.com/contoso/a?x=1#b', '/contoso/a?x=1#b'],
    ['https://learn.microsoft.com/en-us/contoso/a', '/contoso/a'],
  ),
  'insecure-link': slips(['http://www.contoso.com/a', 'https://www.contoso.com/a']),
};
