import { readXlsx } from '../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../desk/xlsx/write-xlsx';
import { onDesk } from '../support/desk';
import { ACTIONS, longWorkbook } from '../support/long-workbook';

// `npm run bench -- long-workbook` measures the same with 200,000 rows.
const file = writeXlsx(longWorkbook(600));

test.each(Object.entries(ACTIONS))(
  'rows with blanks below and a note under them are read to their end by: %s',
  async (_, act) => {
    const { answer } = await onDesk(readXlsx(file), act);
    expect(answer).toBeTruthy();
  },
);
