import { prepareTextSheet } from '../../../src/actions/files/make-text-sheet';
import { isOwnDocument } from '../../../src/workbook/plan/own-sheets';
import { applyPrepared } from '../../../src/practice/prepare';
import { undoLast } from '../../support/write-plan';
import { contentsOf, onDesk } from '../../support/desk';
import { workbookOf } from '../../support/practice-workbook';

const FILE = { name: '2026-10.837', content: 'ISA*00~\n=GS*HC~\n' };
const NOW = new Date(2026, 10, 2, 9, 30);

test('a file goes on a sheet of its own as text, twice where asked twice, and Undo takes each back', async () => {
  const book = workbookOf({ Notes: [['kept']] });
  const before = contentsOf(book);
  const make = () =>
    onDesk(book, async (context) => {
      const prepared = await prepareTextSheet(context, FILE, NOW);
      await applyPrepared(context, prepared);
      return prepared.report.sheet;
    });
  const undo = () => onDesk(book, undoLast);
  const sheets = [(await make()).answer, (await make()).answer];
  expect(sheets).toEqual(['File 2026-10.837', 'File 2026-10.837 (2)']);
  expect(sheets.every(isOwnDocument)).toBe(true);
  const [first] = sheets;
  const values = [0, 1, 2].map((row) => book.sheet(first ?? '')?.cell(row, 0)?.value);
  expect(values).toEqual(['2026-10.837, from the next row down', 'ISA*00~', '=GS*HC~']);
  await undo();
  await undo();
  expect(contentsOf(book)).toEqual(before);
});
