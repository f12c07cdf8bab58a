import type { Repository } from '../../core/docset/repository';
import { placeIn } from './articles';
import type { DuplicatedValue } from './model';

/** Values that several articles of a docset share although each should have its own; the most shared first. */
export function duplicatedValues(repository: Repository, holds: (path: string) => boolean): readonly DuplicatedValue[] {
  return repository
    .duplicates()
    .filter(({ places }) => places.some(({ path }) => holds(path)))
    .map(({ property, value, places }) => ({
      property,
      value,
      places: places.map(({ path, range }) => placeIn(path, range.start)),
    }))
    .sort((a, b) => b.places.length - a.places.length);
}
