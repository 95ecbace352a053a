import { CellError } from '../../../desk/book/book';
import { createCalculator } from '../../../desk/calc/calculator';
import { closeDesks, openDesk } from '../host/desk';
import { functions } from './workbench';

afterEach(closeDesks);

const ROWS = 2000;

describe('Microsoft’s custom-functions runtime behind the calculation', () => {
  it('fills 2,000 cells, errors included, in one message', async () => {
    const { book, client } = await openDesk(['Sessions']);
    const { CustomFunctions } = client;
    CustomFunctions.associate('BILLABLE_UNITS', (rows: unknown[][]) => {
      const minutes = rows[0]?.[0];
      if (typeof minutes === 'number') return Math.floor(minutes / 15);
      if (minutes === 'throw') throw new Error('Oh.');
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, 'These are not minutes.');
    });
    CustomFunctions.associate('GRID', (rows: number, columns: number) =>
      Promise.resolve(Array.from({ length: rows }, () => Array.from({ length: columns }, () => 7))),
    );
    const sheet = book.sheet('Sessions');
    if (!sheet) throw new Error('The desk has a sheet.');
    for (let row = 0; row < ROWS; row++) {
      sheet.setValue(row, 0, row % 10 === 9 ? 'abc' : 60);
      sheet.setFormula(row, 1, `=CLAIM.BILLABLE_UNITS(A${String(row + 1)})`);
    }
    sheet.setValue(5, 0, 'throw');
    sheet.setFormula(0, 3, '=SUM(B1:B5)');
    sheet.setFormula(1, 3, '=CLAIM.GRID(2,2)');
    sheet.setFormula(0, 4, '=CLAIM.ECHO(1)');
    const calculator = await createCalculator(book, { functions, invoke: client.invoke });
    const report = await calculator.recalculateAll();
    calculator.close();

    expect(report).toMatchObject({ calls: ROWS + 2, messages: 1 });
    expect(report.calculated).toHaveLength(ROWS + 3);
    const values = Array.from({ length: ROWS }, (_, row) => sheet.cell(row, 1)?.value);
    expect(values.filter((value) => value === 4)).toHaveLength(ROWS * 0.9 - 1);
    expect(values[9]).toEqual(new CellError('#VALUE!', 'These are not minutes.'));
    expect(values[5]).toMatchObject({ text: '#VALUE!' });
    expect([sheet.cell(0, 3)?.value, sheet.cell(2, 4)?.value]).toEqual([20, 7]);
    // Registered in the metadata, but nothing associated with its id.
    expect(sheet.cell(0, 4)?.value).toBeInstanceOf(CellError);
  });
});
