import { severities } from '../../core/rules/severity';
import { patterns } from './charts/svg';
import { element, textElement } from './html';
import type { HealthReport } from './model';
import { sectionsOf } from './sections';
import { table, type PlaceLinks } from './table';
import { counted } from './words';

export function reportTitle({ name }: HealthReport): string {
  return `Health report of ${name}`;
}

/** What the body of the page holds, without its script. The same report gives the same text. */
export function reportBody(report: HealthReport, links: PlaceLinks): string {
  const sections = sectionsOf(report);
  return [
    patterns(),
    element('header', {}, textElement('h1', {}, reportTitle(report)), textElement('p', {}, summaryOf(report))),
    element(
      'nav',
      { 'aria-label': 'Sections' },
      element(
        'ul',
        {},
        ...sections.map(({ id, title: name }) => element('li', {}, textElement('a', { href: `#${id}` }, name))),
      ),
    ),
    element(
      'main',
      {},
      tiles(report),
      ...sections.map(({ id, title: name, text, chart, tables }) =>
        element(
          'section',
          { 'aria-labelledby': id },
          textElement('h2', { id }, name),
          textElement('p', {}, text),
          chart === undefined ? '' : element('figure', {}, chart),
          ...tables.map((content) => table(content, links)),
        ),
      ),
    ),
  ].join('');
}

function summaryOf({ date, files, articles, known }: HealthReport): string {
  const baseline = known === 0 ? '' : ` ${counted(known, 'finding')} more in the baseline.`;
  return `${date}. ${counted(files, 'file')} checked, ${counted(articles, 'article')} among them.${baseline}`;
}

function tiles({ counts, articles }: HealthReport): string {
  const items = severities.map((severity) => ({ severity, name: severity === 'info' ? 'info' : `${severity}s` }));
  return element(
    'dl',
    { class: 'tiles' },
    element('div', {}, textElement('dt', {}, 'articles'), textElement('dd', {}, String(articles))),
    ...items.map(({ severity, name }) =>
      element(
        'div',
        { class: `tile-${severity}` },
        textElement('dt', {}, name),
        textElement('dd', {}, String(counts[severity])),
      ),
    ),
  );
}
