import { severities } from '../../core/rules/severity';
import { t } from '../../core/text/localize';
import { patterns } from './charts/svg';
import { element, textElement } from './html';
import type { HealthReport } from './model';
import { sectionsOf } from './sections';
import { table, type PlaceLinks } from './table';
import { dayInWords, inDigits, severityHeading } from './words';

export function reportTitle({ name }: HealthReport): string {
  return t('Health report of {0}', name);
}

/** What whoever shows a report does for it. */
export interface ReportActions extends PlaceLinks {
  /** Whether the history is read when it is asked for. */
  readonly offersHistory?: boolean;
}

/** What the body of the page holds, without its script. The same report gives the same text. */
export function reportBody(report: HealthReport, actions: ReportActions): string {
  const sections = sectionsOf(report);
  const offersHistory = actions.offersHistory === true && report.history.length === 0;
  return [
    patterns(),
    element(
      'header',
      {},
      textElement('h1', {}, reportTitle(report)),
      textElement('p', {}, summaryOf(report)),
      offersHistory ? textElement('button', { type: 'button', class: 'history' }, t('Show History')) : '',
    ),
    element(
      'nav',
      { 'aria-label': t('Sections') },
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
          ...tables.map((content) => table(content, actions)),
        ),
      ),
    ),
  ].join('');
}

function summaryOf({ date, files, articles, known }: HealthReport): string {
  const sentences = [
    t('As of {0}.', dayInWords(date)),
    files === 1 ? t('1 file was checked.') : t('{0} files were checked.', inDigits(files)),
    articles === 1 ? t('1 article is among them.') : t('{0} articles are among them.', inDigits(articles)),
  ];
  if (known === 1) sentences.push(t('1 finding more is in the baseline.'));
  else if (known > 1) sentences.push(t('{0} findings more are in the baseline.', inDigits(known)));
  return sentences.join(' ');
}

function tiles({ counts, articles }: HealthReport): string {
  return element(
    'dl',
    { class: 'tiles' },
    element('div', {}, textElement('dt', {}, t('Articles')), textElement('dd', {}, inDigits(articles))),
    ...severities.map((severity) =>
      element(
        'div',
        { class: `tile-${severity}` },
        textElement('dt', {}, severityHeading(severity)),
        textElement('dd', {}, inDigits(counts[severity])),
      ),
    ),
  );
}
