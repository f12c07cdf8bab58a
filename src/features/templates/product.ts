import type { EffectiveEntry } from '../../core/metadata/effective';
import { toJson } from '../../core/text/locatedNode';
import { slugOf } from '../fileNames';

/** Both ways in which an article names its product; empty where nothing is known of it. */
export interface Product {
  readonly product?: string;
  readonly service?: string;
}

/**
 * Tells name and `ms.service` of a product by either of them, else by what the docset supplies.
 *
 * @param typed a name such as "Dynamics 365 Finance", or an ID such as "dynamics-365-finance"; '' for neither
 */
export function productOf(typed: string, supplied: EffectiveEntry | undefined): Product {
  const value = supplied === undefined ? undefined : toJson(supplied.value);
  const given = typed.trim() === '' ? (typeof value === 'string' ? value : '') : typed.trim();
  if (given === '') return {};
  const isId = /^[a-z\d]+(?:-[a-z\d]+)*$/.test(given);
  return isId ? { product: nameOf(given), service: given } : { product: given, service: slugOf(given, given) };
}

function nameOf(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
