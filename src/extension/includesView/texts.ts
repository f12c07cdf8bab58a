import type { IncludeChild } from '../../server/protocol';
import type { Localize } from '../localize';
import type { Direction } from './elements';

/** What the view writes about a file. */
export interface FileText {
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
}

/** The name of a branch of the view and what is said of it aloud. */
export function branchText(
  direction: Direction,
  count: number | undefined,
  t: Localize,
): Pick<FileText, 'label' | 'spoken'> {
  const label = direction === 'includes' ? t('Includes') : t('Included By');
  if (count === undefined) return { label, spoken: label };
  return { label, spoken: count === 1 ? t('{0}, 1 file', label) : t('{0}, {1} files', label, count) };
}

export function fileText(
  { path, status, from, places, count }: IncludeChild,
  direction: Direction,
  t: Localize,
): FileText {
  const slash = path.lastIndexOf('/');
  const label = path.slice(slash + 1);
  const remarks = [
    ...(status === 'ok' ? [] : [statusText(status, t)]),
    ...(places.length > 1 ? [t('{0} times', places.length)] : []),
    ...(direction === 'dependents' && count > 0 ? [t('included by {0}', count)] : []),
  ];
  const folder = slash === -1 ? [] : [path.slice(0, slash)];
  const lines = places.map(({ start }) => start.line + 1).slice(0, maxLines);
  const more = places.length > maxLines ? ', …' : '';
  return {
    label,
    description: [...remarks, ...folder].join(' · '),
    tooltip: [path, t('Directive in {0}, line {1}', from, lines.join(', ') + more), ...remarks].join('\n'),
    spoken: [label, ...remarks, ...folder].join(', '),
  };
}

/** A file may be included hundreds of times by one article. */
const maxLines = 10;

function statusText(status: Exclude<IncludeChild['status'], 'ok'>, t: Localize): string {
  switch (status) {
    case 'not-found':
      return t('not found');
    case 'circular':
      return t('circular');
    case 'unavailable':
      return t('in another repository');
    case 'outside-root':
      return t('outside of the repository');
    case 'not-markdown':
      return t('no Markdown file');
  }
}
