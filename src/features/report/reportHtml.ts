import { severities } from '../../core/rules/severity';
import { patterns } from './charts/svg';
import { scriptHash, script, style, styleHash } from './generated/page';
import { element, textElement } from './html';
import type { HealthReport } from './model';
import { sectionsOf } from './sections';
import { table, type PlaceLinks } from './table';
import { counted } from './words';

/** Nothing is loaded, and only what we wrote runs. */
const policy = [
  "default-src 'none'",
  `script-src '${scriptHash}'`,
  `style-src '${styleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The report as one page that needs nothing else. The same report gives the same page. */
export function reportHtml(report: HealthReport, links: PlaceLinks = {}): string {
  const title = `Health report of ${report.name}`;
  const sections = sectionsOf(report);
  const head = [
    '<meta charset="utf-8">',
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }).replace('</meta>', ''),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    textElement('title', {}, title),
    `<style>${style}</style>`,
  ];
  const body = [
    patterns(),
    element('header', {}, textElement('h1', {}, title), textElement('p', {}, summaryOf(report))),
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
    `<script>${script}</script>`,
  ];
  return [
    '<!DOCTYPE html>',
    element('html', { lang: 'en' }, element('head', {}, ...head), element('body', {}, ...body)),
    '',
  ].join('\n');
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
