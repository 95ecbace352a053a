import { nameBeforeMark } from '../journal/strays';

/** The custom property of a sheet that says which run made it. */
export const SHEET_MARK = 'Claimsheet.run';

/** Custom properties of sheets are of ExcelApi 1.12; an older Excel knows our sheets by their ids and names. */
export function canMarkSheets(): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', '1.12');
}

/**
 * Adds a sheet that can be told from everybody else's however soon Excel stops: it begins under a name that nobody
 * gives a sheet, is marked, and then gets its own.
 */
export function addSheet({ workbook }: Excel.RequestContext, name: string, mark: string): Excel.Worksheet {
  if (!canMarkSheets()) return workbook.worksheets.add(name);
  const sheet = workbook.worksheets.add(nameBeforeMark(mark));
  sheet.customProperties.add(SHEET_MARK, mark);
  sheet.name = name;
  return sheet;
}
