import type { BlockName } from '../../core/directives/blocks';

/** A place to fill in. @param number from 1 */
type Stop = (number: number, value: string) => string;

const columns = (stop: Stop): readonly string[] =>
  [1, 2].flatMap((number) => [':::column:::', stop(number, ''), ':::column-end:::']);

/** What articles hold: forms are for pages of another kind. */
export type OfferedBlock = Exclude<BlockName, 'form'>;

/** How each element is written, line by line. */
export const blockTemplates: Readonly<Record<OfferedBlock, (stop: Stop) => readonly string[]>> = {
  image: (stop) => [`:::image type="content" source="${stop(1, '')}" alt-text="${stop(2, '')}":::`],
  video: (stop) => [`:::video source="${stop(1, 'https://')}" title="${stop(2, '')}":::`],
  code: (stop) => [`:::code language="${stop(1, '')}" source="${stop(2, '')}":::`],
  zone: (stop) => [`::: zone pivot="${stop(1, '')}"`, '', stop(2, ''), '', '::: zone-end'],
  moniker: (stop) => [`::: moniker range="${stop(1, '')}"`, '', stop(2, ''), '', '::: moniker-end'],
  row: (stop) => [':::row:::', ...columns(stop), ':::row-end:::'],
  column: (stop) => [':::column:::', stop(1, ''), ':::column-end:::'],
  'no-loc': (stop) => [`:::no-loc text="${stop(1, '')}":::`],
};

/** What else than an alert a quote can begin with. */
export const quoteTemplates = {
  VIDEO: (stop: Stop) => `[!VIDEO ${stop(1, 'https://')}]`,
  div: (stop: Stop) => `[!div class="${stop(1, '')}"]`,
} as const;
