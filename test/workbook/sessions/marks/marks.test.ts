import type { GridValue } from '../../../../src/workbook/sessions/grid';
import { mapColumns } from '../../../../src/workbook/sessions/mapping/map-columns';
import { readSessions } from '../../../../src/workbook/sessions/rows/read-sessions';
import { sheet } from '../sheet';

function read(values: GridValue[][], name = 'Log') {
  const grid = sheet(values, { name });
  const mapping = mapColumns(grid);
  return { mapping, ...readSessions(grid, mapping) };
}

test('names down and dates across: an x is a visit, a number its minutes, a code its procedure', () => {
  const { mapping, sessions, findings } = read([
    ['Client', '10/1/2026', '10/3/2026', '10/5/2026'],
    ['Jane Doe', 'x', '', 60],
    ['Bo Fox', '', '97124-GP', 'NS'],
    ['Total', 1, 1, 2],
  ]);
  expect(mapping.marks).toEqual({ datesRun: 'across', edgeRow: 1, edgeColumn: 1 });
  expect(findings).toEqual([]);
  expect(sessions.map(({ client, date, minutes, status }) => [client, date, minutes, status])).toEqual([
    ['Jane Doe', 46296, null, 'kept'],
    ['Jane Doe', 46300, 60, 'kept'],
    ['Bo Fox', 46298, null, 'kept'],
    ['Bo Fox', 46300, null, 'no-show'],
  ]);
  expect(sessions[2]?.procedures).toEqual([{ code: '97124', modifiers: ['GP'], minutes: null, units: null }]);
  expect(sessions[0]?.place).toEqual({ sheet: 'Log', row: 2, column: 2 });
});

test('dates down and names across, with a mark that cannot be read', () => {
  const { mapping, sessions, findings } = read([
    ['Date', 'Jane Doe', 'Bo Fox'],
    [46298, 'x', ''],
    [46299, '', 1],
    [46300, 60, '?'],
  ]);
  expect(mapping.marks).toMatchObject({ datesRun: 'down' });
  expect(sessions.map(({ client, date }) => [client, date])).toEqual([
    ['Jane Doe', 46298],
    ['Bo Fox', 46299],
    ['Jane Doe', 46300],
  ]);
  expect(findings).toMatchObject([
    { rule: 'session-mark-unreadable', client: 'Bo Fox', place: { row: 4, column: 3 } },
  ]);
});

test('days of the month across take month and year from the title', () => {
  const { sessions } = read([
    ['October 2026'],
    ['Name', 1, 2, 3, 4, 5],
    ['Jane Doe', 'x', '', '', 'x', ''],
    ['Bo Fox', '', '', 'x', '', ''],
  ]);
  expect(sessions.map(({ date }) => date)).toEqual([46296, 46299, 46298]);
});

test('days of the month without a month are not guessed', () => {
  const { mapping } = read([
    ['Name', 1, 2, 3, 4, 5],
    ['Jane Doe', 'x', '', '', 'x', ''],
    ['Bo Fox', '', '', 'x', '', ''],
  ]);
  expect(mapping.marks).toBeNull();
});

test('a list of sessions is not a grid of marks', () => {
  const { mapping } = read([
    ['Date', 'Client', 'Minutes'],
    [46298, 'Jane Doe', 60],
    [46299, 'Bo Fox', 60],
    [46300, 'Bo Fox', 90],
  ]);
  expect(mapping.marks).toBeNull();
});
