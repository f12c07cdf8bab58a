import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { formatDay } from '../../../../src/core/schema/dateRepair';
import { localDay } from '../../../../src/core/schema/day';

describe('a day', () => {
  const zone = process.env.TZ;

  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('is the one on the calendar of the machine', () => {
    const moment = new Date('2026-01-01T03:30:00Z');
    const inZone = (name: string): unknown => {
      process.env.TZ = name;
      return localDay(moment);
    };
    assert.deepEqual(inZone('America/Los_Angeles'), { year: 2025, month: 12, day: 31 });
    assert.deepEqual(inZone('UTC'), { year: 2026, month: 1, day: 1 });
    assert.deepEqual(inZone('Asia/Tokyo'), { year: 2026, month: 1, day: 1 });
  });

  it('is written in the words of a format', () => {
    const day = { year: 2026, month: 3, day: 9 };
    const written = (format: string): string => formatDay(day, format);
    assert.deepEqual(
      ['M/d/yyyy', 'MM/dd/yyyy', 'yyyy-MM-dd', 'dd.MM.yy', 'd MMM yyyy', 'MMMM d, yyyy', 'yyyy-MM-dd HH:mm'].map(
        written,
      ),
      ['03/09/2026', '03/09/2026', '2026-03-09', '09.03.26', '09 Mar 2026', 'March 09, 2026', '2026-03-09 00:00'],
    );
  });
});
