import { severities, type Severity } from '../../core/rules/severity';
import { t } from '../../core/text/localize';
import { element, escapeHtml, textElement } from './html';
import type { ReportPlace } from './model';
import { dayInWords, inDigits, severityName } from './words';

/** How places in files are shown: as links, as buttons or as words alone. */
export interface PlaceLinks {
  /** Of a place on the web; `undefined` where there is none. */
  readonly hrefOf?: (place: ReportPlace) => string;
  /** Whether an editor opens what is clicked. */
  readonly opens?: boolean;
}

export type Cell =
  | string
  | number
  | { readonly place: ReportPlace; readonly showsLine?: boolean }
  | { readonly severity: Severity }
  /** `YYYY-MM-DD` */
  | { readonly date: string }
  | { readonly text: string; readonly href: string };

export interface TableContent {
  /** Unique on the page. */
  readonly id: string;
  /** What the table lists. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Nobody reads on beyond this, and a browser grows slow. */
const maxRows = 3000;
/** Fewer are seen at a glance. */
const filterFrom = 10;

/** A table that can be sorted by every column and, where it is long, filtered. */
export function table({ id, caption, columns, rows }: TableContent, links: PlaceLinks): string {
  const shown = rows.slice(0, maxRows);
  const rest = rows.length - shown.length;
  const isNumeric = columns.map((_column, index) => typeof rows[0]?.[index] === 'number');
  const headings = columns.map((column, index) =>
    element(
      'th',
      { scope: 'col', class: isNumeric[index] === true ? 'number' : undefined },
      textElement('button', { type: 'button', class: 'sort' }, column),
    ),
  );
  return element(
    'div',
    { class: 'listing' },
    rows.length < filterFrom ? '' : filter(id, caption, shown.length),
    rest === 0
      ? ''
      : textElement('p', {}, t('The first {0} of {1} are listed.', inDigits(shown.length), inDigits(rows.length))),
    element(
      'div',
      { class: 'scrolling', role: 'region', tabindex: 0, 'aria-label': caption },
      element(
        'table',
        { id },
        textElement('caption', {}, caption),
        element('thead', {}, element('tr', {}, ...headings)),
        element('tbody', {}, ...shown.map((row) => element('tr', {}, ...row.map((cell) => cellOf(cell, links))))),
      ),
    ),
  );
}

function filter(id: string, caption: string, count: number): string {
  const all = inDigits(count);
  return element(
    'p',
    { class: 'filter' },
    textElement('label', { for: `${id}-filter` }, t('Filter: {0}', caption)),
    element('input', { id: `${id}-filter`, type: 'search', 'data-filters': id, autocomplete: 'off' }).replace(
      '</input>',
      '',
    ),
    // The page has no texts of its own: it fills in its numbers.
    textElement('span', { role: 'status', 'data-text': t('{0} of {1}', '{0}', '{1}') }, t('{0} of {1}', all, all)),
  );
}

function cellOf(cell: Cell, links: PlaceLinks): string {
  if (typeof cell === 'number') return textElement('td', { class: 'number', 'data-value': cell }, inDigits(cell));
  if (typeof cell === 'string') return textElement('td', {}, cell);
  if ('severity' in cell) {
    const { severity } = cell;
    const mark = element('span', { class: `mark series-${severity}`, 'aria-hidden': 'true' });
    return element(
      'td',
      { 'data-value': severities.indexOf(severity), class: 'severity' },
      mark,
      escapeHtml(severityName(severity)),
    );
  }
  if ('date' in cell) return textElement('td', { 'data-value': Date.parse(cell.date) }, dayInWords(cell.date));
  if ('href' in cell) return element('td', {}, textElement('a', { href: cell.href }, cell.text));
  return element('td', { class: 'place' }, placeOf(cell.place, cell.showsLine !== false, links));
}

function placeOf(place: ReportPlace, showsLine: boolean, { hrefOf, opens = false }: PlaceLinks): string {
  const { path, line, column } = place;
  const shown = showsLine ? `${path}:${line}` : path;
  if (opens) {
    const data = { 'data-path': path, 'data-line': line, 'data-column': column };
    return textElement('button', { type: 'button', class: 'open', ...data }, shown);
  }
  return hrefOf === undefined ? escapeHtml(shown) : textElement('a', { href: hrefOf(place) }, shown);
}
