import { RANGE_TYPE } from '@univerjs/presets';
import type { FUniver, IRange } from '@univerjs/presets';
import { SelectionMoveType, SetSelectionsOperation } from '@univerjs/preset-sheets-core';
import type { ISetSelectionsOperationParams } from '@univerjs/preset-sheets-core';
import { LIMITS, type Area } from '../../../book/book';
import { areaOf } from './user-edits';

export interface Selection {
  sheet: string;
  area: Area;
}

/** Scrolls only as far as needed (`ScrollToRangeOperation`, which the preset does not pass on). */
const SCROLL = 'sheet.operation.scroll-to-range';

/** Follows what the user selects, and selects what the add-in asks for. */
export class GridSelection {
  private shown = '';
  private isShowing = false;

  constructor(
    private readonly api: FUniver,
    private readonly onSelect: (selection: Selection) => void,
  ) {
    api.addEvent(api.Event.CommandExecuted, ({ id, params }) => {
      if (id !== SetSelectionsOperation.id) return;
      const { subUnitId: sheet, selections, type } = params as ISetSelectionsOperationParams;
      const range = selections.at(-1)?.range;
      if (range && type !== SelectionMoveType.MOVING) this.tell({ sheet, area: wholeArea(range) });
    });
    api.addEvent(api.Event.ActiveSheetChanged, ({ activeSheet }) => {
      const range = activeSheet.getSelection()?.getActiveRange()?.getRange();
      const area = range ? wholeArea(range) : { row: 0, column: 0, rows: 1, columns: 1 };
      this.tell({ sheet: activeSheet.getSheetId(), area });
    });
  }

  show({ sheet, area }: Selection): void {
    const workbook = this.api.getActiveWorkbook();
    const worksheet = workbook?.getSheetBySheetId(sheet);
    if (!workbook || !worksheet) return;
    const { row, column } = area;
    const rows = Math.min(area.rows, worksheet.getMaxRows() - row);
    const columns = Math.min(area.columns, worksheet.getMaxColumns() - column);
    if (rows < 1 || columns < 1) return;
    const range = worksheet.getRange(row, column, rows, columns);
    // Bringing a sheet to the front selects in it what was selected there before: not the user's doing.
    this.isShowing = true;
    if (workbook.getActiveSheet().getSheetId() !== sheet) workbook.setActiveSheet(worksheet);
    range.activate();
    this.isShowing = false;
    this.shown = JSON.stringify({ sheet, area });
    // The grid lays a sheet out after it was brought to the front.
    requestAnimationFrame(() => this.scrollTo(sheet, range.getRange()));
  }

  private scrollTo(sheet: string, range: IRange): void {
    const isInFront = this.api.getActiveWorkbook()?.getActiveSheet().getSheetId() === sheet;
    if (isInFront) this.api.syncExecuteCommand(SCROLL, { range });
  }

  private tell(selection: Selection): void {
    if (this.isShowing) return;
    const text = JSON.stringify(selection);
    if (text === this.shown) return;
    this.shown = text;
    this.onSelect(selection);
  }
}

/** Whole rows and columns are as long as a sheet of Excel, not as the part that the grid scrolls. */
function wholeArea(range: IRange): Area {
  const area = areaOf(range);
  const { rangeType } = range;
  if (rangeType === RANGE_TYPE.COLUMN || rangeType === RANGE_TYPE.ALL)
    Object.assign(area, { row: 0, rows: LIMITS.rows });
  if (rangeType === RANGE_TYPE.ROW || rangeType === RANGE_TYPE.ALL)
    Object.assign(area, { column: 0, columns: LIMITS.columns });
  return area;
}
