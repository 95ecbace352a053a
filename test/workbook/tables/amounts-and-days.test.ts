import type { CellChange } from '../../../src/workbook/plan/plan';
import type { OwnTables } from '../../../src/workbook/tables';
import type { RecordOf, RowOf } from '../../../src/workbook/tables/define-table';
import { cents, ZERO } from '../../../src/billing/values/cents';
import { readTable } from '../../../src/workbook/tables/read-table';
import { readingOf } from '../../support/own-tables';
import { day, usd } from '../../support/values';

type Claim = RowOf<OwnTables['Claims']>;
type ClaimRecord = RecordOf<OwnTables['Claims']>;
const written = { billed: usd('95.00'), madeOn: day('2026-10-03'), visits: 2 } satisfies Claim;

/** Compiles only as long as the compiler refuses the line below each comment. */
const REFUSED: (() => unknown)[] = [
  // @ts-expect-error: a number is not written into a column of money
  (): Claim => ({ billed: 9500 }),
  // @ts-expect-error: a number is not written into a column of days
  (): Claim => ({ madeOn: 46_298 }),
  // @ts-expect-error: a day is not written into a column of money
  (): Claim => ({ billed: written.madeOn }),
  // @ts-expect-error: an amount is not written into a column of numbers
  (): Claim => ({ visits: written.billed }),
  // @ts-expect-error: nor are cells changed to a number where an amount belongs
  (): CellChange => ({ table: 'Claims', row: 'C1', column: 'billed', to: 9500 }),
  // @ts-expect-error: a record holds an amount, not a number
  ({ billed }: Pick<ClaimRecord, 'billed'> = written): number | null => billed,
  // @ts-expect-error: a record holds a day, not a number
  ({ madeOn }: Pick<ClaimRecord, 'madeOn'> = written): number | null => madeOn,
];

test('only the compiler refuses numbers in columns of money and of days: at run time all of them are numbers', () => {
  const values = (value: unknown): unknown[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(values) : [value];
  const told = REFUSED.map((row) => values(row()).at(-1));
  expect(told.map((value) => typeof value)).toEqual(REFUSED.map(() => 'number'));
});

test.each([false, true])('amounts and days are read as they were written; from 1904 on: %s', (date1904) => {
  const rows = [
    { ...written, account: 'C26100001' },
    { ...written, account: 'C26100002', billed: cents(-5), clientPaid: ZERO },
  ];
  expect(readTable(readingOf({ Claims: rows }, date1904), 'Claims').rows).toMatchObject(rows);
});
