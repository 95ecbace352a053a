import { openBook } from '../../../desk/cli/files';
import { readWorkbook } from '../../../src/workbook/excel/read-workbook';
import type { SheetGrid } from '../../../src/workbook/sessions/grid';
import { onDesk } from '../../support/desk';

/** The sheets of a workbook or CSV file, read as the add-in reads them. */
export async function sheetsOfFile(path: string): Promise<readonly SheetGrid[]> {
  const { answer } = await onDesk(openBook(path), (context) => readWorkbook(context, () => false));
  return answer.sheets;
}
