import type { GridValue } from '../../../../src/workbook/sessions/grid';
import { readSessionSheets } from '../../../../src/workbook/sessions/session-sheets';
import { sheet } from '../sheet';

/** Three sessions with one more column. */
function read(header: string, values: readonly GridValue[], more: Record<string, GridValue> = {}) {
  const headers = ['Date', 'Client', 'CPT', 'Charge', ...Object.keys(more), header];
  const rows = values.map((value, index): GridValue[] => [46298 + index, 'Ada Applegate', '97124', 120, ...Object.values(more), value]); // prettier-ignore
  const { sessions, findings } = readSessionSheets({ sheets: [sheet([headers, ...rows])] });
  return {
    statuses: sessions.map(({ status }) => status).join(),
    billed: sessions.map(({ billedMark }) => billedMark ?? '').join(),
    codes: sessions.map(({ procedures }) => procedures.map(({ code }) => code).join('+')).join(),
    payers: sessions.map(({ payer }) => payer ?? '').join(),
    rules: findings.map(({ rule }) => rule),
  };
}

test.each(['No-show fee', 'Cancellation fee', 'Missed appt fee'])(
  'an amount under "%s" says that nobody came',
  (header) => {
    expect(read(header, ['', 75, 0]).statuses).toBe('kept,no-show,kept');
  },
);

test.each(['Cancel reason', 'Reason for cancellation'])('words under "%s" leave the row out', (header) => {
  const { statuses, rules } = read(header, ['', 'sick', '']);
  expect(statuses).toBe('kept,kept');
  expect(rules).toEqual(['session-status-unreadable']);
});

test.each(['Office Ally', 'Availity', 'EOB', "EOB rec'd", 'ERA date'])(
  'what stands under "%s" says that it was billed',
  (header) => {
    expect(read(header, ['10/12', '', 'y']).billed).toBe('10/12,,y');
  },
);

test('two columns of codes under one header are both read', () => {
  expect(read('CPT', ['97140', '', '97112']).codes).toBe('97124+97140,97124,97124+97112');
});

test.each(['Secondary ins', 'Insurance 2'])('"%s" is told as not read', (header) => {
  const { rules } = read(header, ['', 'Evergreen', 'none'], { Insurance: 'Cascade' });
  expect(rules).toEqual(['second-insurer-not-read']);
});

test.each(['Bill insurance?', 'Insurance?', 'Billable'])(
  'a no under "%s" says that no insurer pays',
  (header) => {
    expect(read(header, ['Y', 'N', '']).payers).toBe(',no insurance,');
    expect(read(header, ['yes', 'no', 'yes'], { Payer: 'Cascade' }).payers).toBe(
      'Cascade,no insurance,Cascade',
    );
  },
);

test('a tick under "Do not bill" keeps the row from being billed', () => {
  expect(read('Do not bill', ['', 'x', '']).statuses).toBe('kept,cancelled,kept');
});
