/** Activates the sheet and selects the cell; row and column count from 1. */
export async function showCell(
  context: Excel.RequestContext,
  place: { sheet: string; row: number; column: number },
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  sheet.activate();
  sheet.getRangeByIndexes(place.row - 1, place.column - 1, 1, 1).select();
  await context.sync();
}

export async function showSheet(context: Excel.RequestContext, name: string): Promise<void> {
  context.workbook.worksheets.getItem(name).activate();
  await context.sync();
}
