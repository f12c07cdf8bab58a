import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { repairDate } from '../../../../src/core/schema/dateRepair';
import { parseExactDate } from '../../../../src/core/schema/dotnetDate';

const american = 'MM/dd/yyyy';
const iso = 'yyyy-MM-dd';

/** What is written, its format, what is meant with a `!` where nothing else can be. */
const cases: readonly (readonly [written: string, format: string, meant: string | undefined])[] = [
  ['2025-10-29', american, '! 10/29/2025'],
  ['2025-3-4', american, '! 03/04/2025'],
  ['2025/03/04', american, '! 03/04/2025'],
  ['2024-05-13T00:00:00Z', american, '! 05/13/2024'],
  ['2025-03-03T00:00:00.000Z', iso, '! 2025-03-03'],
  ['24-03-2026', american, '! 03/24/2026'],
  ['24.3.2026', american, '! 03/24/2026'],
  ['03-24-2026', american, '! 03/24/2026'],
  ['5/5/2026', american, '! 05/05/2026'],
  ['03/04/2026', iso, '2026-03-04'],
  ['03-04-2026', american, '03/04/2026'],
  ['10/20/25', american, '10/20/2025'],
  ['007/14/2025', american, '07/14/2025'],
  ['O2/26/2025', american, '02/26/2025'],
  ['06/13/2025vir', american, '06/13/2025'],
  ['2019-02-01.', iso, '2019-02-01'],
  [' 2019-2-1 ', iso, '! 2019-02-01'],
  ['20121-03-05', iso, undefined],
  ['2019-09-2019', iso, undefined],
  ['yyyy-mm-dd', iso, undefined],
  ['2025-02-30', american, undefined],
  ['13/13/2025', american, undefined],
  ['00/10/2025', american, undefined],
  ['soon', american, undefined],
  ['', american, undefined],
];

describe('Dates as people write them', () => {
  for (const [written, format, meant] of cases)
    it(`'${written}' for ${format} ${meant === undefined ? 'is no date' : `is meant to be '${meant}'`}`, () => {
      const repaired = repairDate(written, format);
      assert.equal(repaired === undefined ? undefined : `${repaired.isCertain ? '! ' : ''}${repaired.text}`, meant);
    });

  it('are never repaired to something that is not in the format', () => {
    const written = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('0', '1', '2', '29', '31', '2025', '/', '-', '.', 'T', ':', 'O', ' '), { maxLength: 9 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(written, fc.constantFrom(american, iso, 'MM/yyyy', 'd MMMM yyyy'), (text, format) => {
        const repaired = repairDate(text, format);
        if (repaired === undefined) return;
        assert.notEqual(parseExactDate(repaired.text, format), undefined);
        // What is repaired once is in order.
        assert.equal(repairDate(repaired.text, format)?.text ?? repaired.text, repaired.text);
      }),
      { numRuns: 2000 },
    );
  });

  it('take a long text in no time', () => {
    const started = performance.now();
    for (const text of [
      '1'.repeat(100_000),
      '1/'.repeat(50_000),
      'O1'.repeat(50_000),
      `2025-01-01${'T'.repeat(100_000)}`,
    ])
      repairDate(text, american);
    assert.ok(performance.now() - started < 2000);
  });
});
