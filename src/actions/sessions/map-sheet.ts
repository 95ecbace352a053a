import { readWorkbook } from '../../workbook/excel/read-workbook';
import { Refusal } from '../../workbook/refusal';
import type { ColumnMapping, MappingOverrides } from '../../workbook/sessions/column-mapping';
import { mapColumns } from '../../workbook/sessions/mapping/map-columns';
import { chooseSessionSheets } from '../../workbook/sessions/session-sheets';
import { isOwnDocument } from '../../workbook/plan/own-sheets';
import { asRemembered } from '../../practice/set-up/as-remembered';
import { askRemembered } from '../../practice/set-up/remembered';

/**
 * Which column of the session sheet is taken for which field. Where no sheet looks like sessions, the first that
 * holds anything is shown, so that the user sees what is missing.
 */
export async function mapSheet(
  context: Excel.RequestContext,
  asked: { sheet?: string | undefined; columns?: MappingOverrides },
): Promise<ColumnMapping> {
  const remembered = askRemembered(context);
  const reading = await readWorkbook(context, isOwnDocument);
  const { sheet, columns } = asRemembered(asked, remembered(), reading);
  const choice = chooseSessionSheets(reading, sheet);
  if (choice.outcome === 'rivals') throw new Refusal('sheet-unclear', choice.words);
  const chosen = choice.outcome === 'none' ? choice.closest : choice.sheets[0];
  const grid =
    reading.sheets.find(({ name }) => name === chosen?.sheet) ??
    reading.sheets.find(({ visible, values }) => visible && values.length > 0);
  if (!grid) throw new Refusal('no-sessions', 'The workbook is empty: there is no column to map.');
  const mapping = mapColumns(grid, chosen?.mapping.headerRow, columns);
  const [misnamed] = mapping.misnamed;
  if (misnamed !== undefined) throw new Refusal('column-unclear', misnamed);
  return mapping;
}
