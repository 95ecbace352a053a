import fc from 'fast-check';
import { join } from 'node:path';
import type { GridValue } from '../../../../src/workbook/sessions/grid';
import { accountToJson } from '../../../../src/workbook/sessions/account/account-json';
import { accountWords, unusedWords } from '../../../../src/workbook/sessions/account/account-words';
import { mapColumns } from '../../../../src/workbook/sessions/mapping/map-columns';
import { readSessions } from '../../../../src/workbook/sessions/rows/read-sessions';
import { generatedSheet } from '../generated/session-sheets';
import { gridOfLayout, layoutsIn } from '../layouts/layouts';
import { sheet } from '../sheet';
import { sheetsOfFile } from '../sheets-of-file';
import { cellsTold, everyCell } from './conserved';

const accountOf = (grid: ReturnType<typeof sheet>) => readSessions(grid, mapColumns(grid)).account;

describe('every row, column and cell of a sheet is told once', () => {
  test('on sheets as people keep them', () => {
    fc.assert(
      fc.property(generatedSheet, ({ grid }) => {
        const { account, sessions } = readSessions(grid, mapColumns(grid));
        expect(cellsTold(grid, account)).toEqual(everyCell(grid));
        const rows = account.tables.flatMap((table) => table.rows.filter(({ kind }) => kind === 'session'));
        expect(rows).toHaveLength(sessions.length);
      }),
    );
  });

  test('on sheets with anything in their cells', () => {
    const cell = fc.oneof(
      fc.constantFrom<GridValue>('', 'Date', 'Client', 'CPT', 'Total', 'Oct 2026', 97124, 46298, '#N/A'),
      fc.integer({ min: 0, max: 50_000 }),
      fc.string({ maxLength: 8 }),
      fc.boolean(),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.boolean(), (below, hasHeader) => {
        const header = hasHeader ? [['Date', 'Client', 'Minutes', 'CPT', 'Charge']] : [];
        const grid = sheet([...header, ...below]);
        expect(cellsTold(grid, accountOf(grid))).toEqual(everyCell(grid));
      }),
    );
  });

  const layouts = ['known-layouts.json', 'other-layouts.json'].flatMap(layoutsIn);
  test.each(layouts)('on the layout $name', (layout) => {
    const grid = gridOfLayout(layout);
    grid.values.push(layout.headers.map((_, at) => (at % 3 === 0 ? 46298 : 'some text')));
    expect(cellsTold(grid, accountOf(grid))).toEqual(everyCell(grid));
  });

  test('on the sample', async () => {
    const grids = await sheetsOfFile(join(__dirname, '../../../../assets/sample/sessions.xlsx'));
    for (const grid of grids) expect(cellsTold(grid, accountOf(grid))).toEqual(everyCell(grid));
  });
});

describe('the account in words', () => {
  const grid = sheet([
    ['Date', 'Client', 'Minutes', 'CPT', 'Charge', 'Shoe size'],
    ['October 2026'],
    [46298, 'Jane Doe', 60, '97124', 95, 38],
    ['soon', 'Jane Doe', 60, '97124', 95],
    ['Total', '', '', '', 190],
    [],
    ['', '', '', '', '', 'a note'],
  ]);

  test('says how many rows of each kind there are, and nothing of blank ones', () => {
    expect(accountWords(accountOf(grid))).toBe(
      '5 rows: 1 session, 1 row left out, 1 month band, 1 heading, 1 total.',
    );
  });

  test('names the columns that are not used', () => {
    expect(unusedWords(accountOf(grid))).toEqual(['Not used: "Shoe size" (3 cells).']);
  });

  test('names each row that is left out, with its reason', () => {
    const [table] = accountToJson(accountOf(grid)).tables;
    expect(table?.leftOut).toMatchObject([
      { row: 4, why: expect.stringContaining('is not a date') as string },
    ]);
  });
});
