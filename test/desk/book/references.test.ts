import { followMove, loseSheetIn, moveRelative, renameSheetIn } from '../../../desk/book/references';
import { movedArea } from '../../../desk/book/structure';

describe('references in formulas', () => {
  test.each([
    ['=A1+$A1+A$1+$A$1', 1, 1, '=B2+$A2+B$1+$A$1'],
    ['=SUM(A1:B2)', 2, 0, '=SUM(A3:B4)'],
    ["='My sheet'!A1*2", 0, 1, "='My sheet'!B1*2"],
    ['=SUM(A:A)+SUM($2:$2)', 1, 1, '=SUM(B:B)+SUM($2:$2)'],
    ['="A1"&A1', 1, 0, '="A1"&A2'],
    ['=Table1[A1]+A1', 1, 0, '=Table1[A1]+A2'],
    ['=LOG10(A1)+TAXES2024', 1, 0, '=LOG10(A2)+TAXES2024'],
    ['=A1', -1, 0, '=#REF!'],
  ])('%s copied %i down and %i right is %s', (formula, rows, columns, expected) => {
    expect(moveRelative(formula, rows, columns)).toBe(expected);
  });

  const insertTwoRowsAtThree = { row: 2, column: 0, rows: 2, columns: 16384 };

  test.each([
    ['=A3', '=A5'],
    ['=$A$3', '=$A$5'],
    ['=A2', '=A2'],
    ['=SUM(A1:A10)', '=SUM(A1:A12)'],
    ['=SUM(A:A)', '=SUM(A:A)'],
    ['=Other!A3', '=Other!A3'],
    ['=Data!A3', '=Data!A5'],
  ])('%s after two rows were inserted above row 3 is %s', (formula, expected) => {
    const moved = followMove(formula, 'Data', 'Data', (area) =>
      movedArea(area, insertTwoRowsAtThree, 'Down'),
    );
    expect(moved).toBe(expected);
  });

  test.each([
    ['=A3', '=#REF!'],
    ['=A5', '=A3'],
    ['=SUM(A1:A10)', '=SUM(A1:A8)'],
    ['=SUM(A3:A4)', '=SUM(#REF!)'],
  ])('%s after rows 3 and 4 were deleted is %s', (formula, expected) => {
    const moved = followMove(formula, 'Data', 'Data', (area) => movedArea(area, insertTwoRowsAtThree, 'Up'));
    expect(moved).toBe(expected);
  });

  test('a renamed sheet is renamed in formulas, quoted where needed', () => {
    expect(renameSheetIn("=Old!A1+'Old'!B2+Older!A1", 'OLD', 'New name')).toBe(
      "='New name'!A1+'New name'!B2+Older!A1",
    );
  });

  test('references to a deleted sheet are #REF!', () => {
    expect(loseSheetIn('=Gone!A1+A1', 'gone')).toBe('=#REF!+A1');
  });
});
