import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isDate, isDateTime, isTime, parseExactDate, parseTimeSpan } from '../../../../src/core/schema/dotnetDate';
import { describeKeyword } from './keywordCases';

const day = 24 * 3_600_000;

function utc(text: string): number {
  return Date.parse(`${text.includes('T') ? text : `${text}T00:00:00`}Z`);
}

describe('.NET date formats', () => {
  const read: readonly (readonly [text: string, format: string, expected: string])[] = [
    ['03/09/2026', 'MM/dd/yyyy', '2026-03-09'],
    ['3/9/2026', 'M/d/yyyy', '2026-03-09'],
    ['03/09/2026', 'M/d/yyyy', '2026-03-09'],
    ['2026-03-09', 'yyyy-MM-dd', '2026-03-09'],
    ['0099-03-09', 'yyyy-MM-dd', '0099-03-09'],
    ['26-03-09', 'yy-MM-dd', '2026-03-09'],
    ['49-03-09', 'yy-MM-dd', '2049-03-09'],
    ['50-03-09', 'yy-MM-dd', '1950-03-09'],
    ['20260309', 'yyyyMMdd', '2026-03-09'],
    ['29.02.2024', 'dd.MM.yyyy', '2024-02-29'],
    ['Mar 9, 2026', 'MMM d, yyyy', '2026-03-09'],
    ['march 09, 2026', 'MMMM dd, yyyy', '2026-03-09'],
    ['Monday, 9 March 2026', 'dddd, d MMMM yyyy', '2026-03-09'],
    ['Mon 9 Mar 2026', 'ddd d MMM yyyy', '2026-03-09'],
    ['2026-03-09 23:05:07', 'yyyy-MM-dd HH:mm:ss', '2026-03-09T23:05:07'],
    ['2026-03-09 11:05 PM', 'yyyy-MM-dd hh:mm tt', '2026-03-09T23:05:00'],
    ['2026-03-09 12:05 AM', 'yyyy-MM-dd hh:mm tt', '2026-03-09T00:05:00'],
    ['2026-03-09 23:05 PM', 'yyyy-MM-dd HH:mm tt', '2026-03-09T23:05:00'],
    ['2026-03-09 12:05', 'yyyy-MM-dd hh:mm', '2026-03-09T00:05:00'],
    ['2026-03-09 08:00:00.250', 'yyyy-MM-dd HH:mm:ss.fff', '2026-03-09T08:00:00'],
    ['2026-03-09 08:00:00.2', 'yyyy-MM-dd HH:mm:ss.FFF', '2026-03-09T08:00:00'],
    ['2026-03-09 1p', 'yyyy-MM-dd ht', '2026-03-09T13:00:00'],
    ['2026-03-09T08:00', "yyyy-MM-dd'T'HH:mm", '2026-03-09T08:00:00'],
    ['day 9 of 3/2026', '"day "d" of "M/yyyy', '2026-03-09'],
    ['d9/3/2026', '\\dd/M/yyyy', '2026-03-09'],
    ['9/3/2026', '%d/M/yyyy', '2026-03-09'],
  ];
  for (const [text, format, expected] of read)
    it(`${format} reads '${text}'`, () => {
      assert.equal(parseExactDate(text, format), utc(expected));
    });

  const refused: readonly (readonly [text: string, format: string])[] = [
    ['3/9/2026', 'MM/dd/yyyy'],
    ['03/9/2026', 'MM/dd/yyyy'],
    ['03-09-2026', 'MM/dd/yyyy'],
    ['03/09/26', 'MM/dd/yyyy'],
    ['03/09/20261', 'MM/dd/yyyy'],
    ['20121-03-05', 'yyyy-MM-dd'],
    [' 03/09/2026', 'MM/dd/yyyy'],
    ['03/09/2026 ', 'MM/dd/yyyy'],
    ['03/09/2026vir', 'MM/dd/yyyy'],
    ['O2/26/2025', 'M/d/yyyy'],
    ['007/14/2025', 'M/d/yyyy'],
    ['10/20/25', 'M/d/yyyy'],
    ['24-03-2026', 'M/d/yyyy'],
    ['2019-09-2019', 'yyyy-MM-dd'],
    ['2019-02-01.', 'yyyy-MM-dd'],
    ['yyyy-mm-dd', 'yyyy-MM-dd'],
    ['13/01/2026', 'MM/dd/yyyy'],
    ['00/01/2026', 'MM/dd/yyyy'],
    ['04/31/2026', 'MM/dd/yyyy'],
    ['02/29/2026', 'MM/dd/yyyy'],
    ['02/00/2026', 'MM/dd/yyyy'],
    ['0000-01-01', 'yyyy-MM-dd'],
    ['٠٣/٠٩/٢٠٢٦', 'MM/dd/yyyy'],
    ['24:00', 'HH:mm'],
    ['13:00 PM', 'hh:mm tt'],
    ['13:00', 'hh:mm'],
    ['13:00 AM', 'HH:mm tt'],
    ['11:00 PM', 'HH:mm tt'],
    ['08:00:00.25', 'HH:mm:ss.fff'],
    ['23:60', 'HH:mm'],
    ['23:59:60', 'HH:mm:ss'],
    ['Tuesday, 9 March 2026', 'dddd, d MMMM yyyy'],
    ['Marc 9, 2026', 'MMM d, yyyy'],
  ];
  for (const [text, format] of refused)
    it(`${format} refuses '${text}'`, () => {
      assert.equal(parseExactDate(text, format), undefined);
    });
});

describe('.NET time spans', () => {
  const read: readonly (readonly [text: string, expected: number])[] = [
    ['5:00:00:00', 5 * day],
    ['5.00:00:00', 5 * day],
    ['5', 5 * day],
    ['-365:00:00:00', -365 * day],
    ['-2:00:00', -2 * 3_600_000],
    ['02:30', 2.5 * 3_600_000],
    ['1.02:03:04', day + 2 * 3_600_000 + 3 * 60_000 + 4000],
    ['00:00:00', 0],
    [' 1:00:00 ', 3_600_000],
  ];
  for (const [text, expected] of read)
    it(`reads '${text}'`, () => {
      assert.equal(parseTimeSpan(text), expected);
    });
  for (const text of ['', 'five days', '1:2:3:4:5', '1d', '5:', '--1'])
    it(`refuses '${text}'`, () => {
      assert.equal(parseTimeSpan(text), undefined);
    });
});

describe('formats date-time, date and time', () => {
  const cases: readonly (readonly [name: string, test: (text: string) => boolean, yes: string[], no: string[]])[] = [
    [
      'date-time',
      isDateTime,
      [
        '2026-3-9',
        '2026-03-09T08:05:07.1234567Z',
        '2026-03-09 08:05',
        '3/9/2026 8:05 PM',
        '9 Mar 2026',
        'March 9, 2026',
      ],
      ['', 'yesterday', '2026-02-30', '2026-03-09T25:00', '9/31/2026'],
    ],
    ['date', isDate, ['2026-03-09'], ['2026-3-9', '2026-03-09T00:00', '']],
    [
      'time',
      isTime,
      ['08:05', '8:05:07', '8:05:07.25', '8:05 PM', '23:59Z'],
      ['8', '24:00', '08:60', '2026-03-09 08:05', ''],
    ],
  ];
  for (const [name, test, yes, no] of cases) {
    for (const text of yes)
      it(`${name} takes '${text}'`, () => {
        assert.equal(test(text), true);
      });
    for (const text of no)
      it(`${name} refuses '${text}'`, () => {
        assert.equal(test(text), false);
      });
  }
});

/** The clock of the tests stands at noon of 10 March 2026. */
describe('dialect: dates', () => {
  describeKeyword('dateFormat', {
    schema: { properties: { a: { dateFormat: 'MM/dd/yyyy' } } },
    pass: [{}, { a: '12/31/1999' }, { a: '' }, { a: ' ' }, { a: null }, { a: 5 }, { a: ['x'] }],
    fail: [[{ a: '1/2/2026' }, ['date-format-invalid', "Invalid date format for '<a>': '1/2/2026'.", 'value', 'a']]],
  });

  const outOfRange = (value: string): string => `Value out of range for '<a>': '${value}'.`;
  describeKeyword(
    'relativeMaxDate',
    {
      schema: { properties: { a: { dateFormat: 'M/d/yyyy', relativeMaxDate: '5:00:00:00' } } },
      pass: [{ a: '3/15/2026' }, { a: '1/1/1900' }],
      fail: [
        [{ a: '3/16/2026' }, ['date-out-of-range', outOfRange('3/16/2026'), 'value', 'a']],
        [{ a: '13/16/2026' }, ['date-format-invalid', "Invalid date format for '<a>': '13/16/2026'.", 'value', 'a']],
      ],
    },
    // Counted from the minute, not from the day.
    {
      schema: { properties: { a: { dateFormat: 'M/d/yyyy HH:mm', relativeMaxDate: '1:00:00' } } },
      pass: [{ a: '3/10/2026 13:00' }],
      fail: [[{ a: '3/10/2026 13:01' }, ['date-out-of-range', outOfRange('3/10/2026 13:01'), 'value', 'a']]],
    },
  );
  describeKeyword('relativeMinDate', {
    schema: {
      properties: { a: { dateFormat: 'M/d/yyyy', relativeMinDate: '-10:00:00:00', relativeMaxDate: '0:00:00' } },
    },
    pass: [{ a: '3/1/2026' }, { a: '3/10/2026' }],
    fail: [
      [{ a: '2/28/2026' }, ['date-out-of-range', outOfRange('2/28/2026'), 'value', 'a']],
      [{ a: '3/11/2026' }, ['date-out-of-range', outOfRange('3/11/2026'), 'value', 'a']],
    ],
  });
});
