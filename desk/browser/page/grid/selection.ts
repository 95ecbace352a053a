import { RANGE_TYPE } from '@univerjs/presets';
import type { FUniver, IRange } from '@univerjs/presets';
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

  constructor(
    private readonly api: FUniver,
    private readonly onSelect: (selection: Selection) => void,
  ) {
    api.addEvent(api.Event.SelectionChanged, ({ worksheet, selections }) => {
      const range = selections.at(-1);
      if (range) this.tell({ sheet: worksheet.getSheetId(), area: wholeArea(range) });
    });
    api.addEvent(api.Event.ActiveSheetChanged, ({ activeSheet }) => {
      const range = activeSheet.getSelection()?.getActiveRange()?.getRange();
      const area = range ? wholeArea(range) : { row: 0, column: 0, rows: 1, columns: 1 };
      this.tell({ sheet: activeSheet.getSheetId(), area });
    });
  }

  show({ sheet, area }: Selection): void {
    this.shown = JSON.stringify({ sheet, area });
    const workbook = this.api.getActiveWorkbook();
    const worksheet = workbook?.getSheetBySheetId(sheet);
    if (!workbook || !worksheet) return;
    if (workbook.getActiveSheet().getSheetId() !== sheet) workbook.setActiveSheet(worksheet);
    const { row, column } = area;
    const rows = Math.min(area.rows, worksheet.getMaxRows() - row);
    const columns = Math.min(area.columns, worksheet.getMaxColumns() - column);
    if (rows < 1 || columns < 1) return;
    // The grid lays a sheet out after it was brought to the front.
    requestAnimationFrame(() => {
      const range = worksheet.getRange(row, column, rows, columns);
      range.activate();
      this.api.syncExecuteCommand(SCROLL, { range: range.getRange() });
    });
  }

  private tell(selection: Selection): void {
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
