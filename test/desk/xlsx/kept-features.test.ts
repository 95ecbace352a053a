import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { KEPT_FEATURES } from './cases/kept-features';
import { handMade, partsOf, partText } from './support/package-files';

const SHEET = 'xl/worksheets/sheet1.xml';

describe.each(KEPT_FEATURES)('$feature', ({ book: hand, proof }) => {
  const file = handMade(hand);

  test('is in the file of this test', () => {
    expect(partsOf(file).get(proof[0])).toContain(proof[1]);
  });

  test('comes back byte for byte when nothing is changed', () => {
    expect(partsOf(writeXlsx(readXlsx(file)))).toEqual(partsOf(file));
  });

  test('comes back byte for byte when a cell elsewhere on its sheet is changed', () => {
    const book = readXlsx(file);
    book.sheets[0]?.setValue(98, 25, 4711);
    const saved = partsOf(writeXlsx(book));
    const before = partsOf(file);
    const cell = '<row r="99"><c r="Z99"><v>4711</v></c></row>';
    expect(partText(writeXlsx(book), SHEET)).toContain(`${cell}</sheetData>`);
    const rest = (text = '') => text.replace(cell, '').replace(/<dimension[^>]*>/, '');
    expect(rest(saved.get(SHEET))).toBe(rest(before.get(SHEET)));
    saved.delete(SHEET);
    before.delete(SHEET);
    expect(saved).toEqual(before);
  });
});
