import type { Session } from '../../../../src/billing/records/session';
import { dayOf } from '../../../../src/billing/values/day';
import type { GridValue } from '../../../../src/workbook/sessions/grid';
import { mapColumns } from '../../../../src/workbook/sessions/mapping/map-columns';
import { readSessions } from '../../../../src/workbook/sessions/rows/read-sessions';
import { sheet } from '../sheet';
import cases from './code-columns.json';

interface SheetCase {
  case: string;
  headers: GridValue[];
  rows: GridValue[][];
  reads: string[];
  says?: string[];
}

/** "50: 97110 15, 97140-GP x2": minutes of the row, then each code with its minutes or units. */
function told({ minutes, procedures }: Session): string {
  const listed = procedures.map(({ code, modifiers, minutes: own, units }) =>
    [[code, ...modifiers].join('-'), own ?? '', units === null ? '' : `x${String(units)}`]
      .filter((part) => part !== '')
      .join(' '),
  );
  return `${minutes === null ? '-' : String(minutes)}: ${listed.join(', ')}`;
}

test.each(cases.sheets as SheetCase[])('$case', ({ headers, rows, reads, says = [] }) => {
  const grid = sheet([headers, ...rows]);
  const { sessions, findings } = readSessions(grid, mapColumns(grid), { today: dayOf(2026, 11, 2) });
  expect(sessions.map(told)).toEqual(reads);
  const words = findings.map((finding) => finding.message).join(' ');
  for (const part of says) expect(words).toContain(part);
  if (says.length === 0) expect(words).toBe('');
});

test('the mapping says what the cells under codes are', () => {
  const grid = sheet([
    ['Date', 'Client', 97110, 'TE', 'Eval'],
    [46300, 'Pia Ash', 15, 10, 97161],
  ]);
  expect(mapColumns(grid).fields.cpt?.evidence).toBe(
    'minutes under "97110", minutes under "TE" (97110), codes under "Eval"',
  );
});

test('a code column that the user names is read as one', () => {
  const grid = sheet([
    ['Date', 'Client', 'Kind', 'TE'],
    [46300, 'Pia Ash', 'knee', 23],
  ]);
  const { sessions } = readSessions(grid, mapColumns(grid, 1, { cpt: 'TE' }), { today: null });
  expect(sessions.map(told)).toEqual(['-: 97110 23']);
});
