import { BooleanNumber, IUndoRedoService, IUniverInstanceService } from '@univerjs/presets';
import type { FUniver, IRange, Univer, Workbook, Worksheet } from '@univerjs/presets';
import {
  AddWorksheetMergeMutation,
  InsertSheetMutation,
  RemoveSheetMutation,
  RemoveWorksheetMergeMutation,
  SetColDataMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetRowDataMutation,
  SetTabColorMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  SetWorksheetRowCountMutation,
  ToggleGridlinesMutation,
} from '@univerjs/preset-sheets-core';
import type { BookChange, SheetChange, SheetFrame } from '../../view/view';
import type { CellData } from './cell-data';
import type { ChartPictures } from './chart-pictures';
import {
  columnData,
  extent,
  freezeData,
  matrix,
  rangeData,
  rowData,
  sheetData,
  WORKBOOK,
} from './sheet-data';

/**
 * Marks what the Desk does in the grid, so that it is not taken for the user's doing. `fromCollab`: as what another
 * person does, so that a sheet that is added or shown again does not come to the front; Excel leaves that to `activate`.
 */
export const BY_DESK = { onlyLocal: true, fromCollab: true, fromDesk: true };

/** Brings a grid up to date with the book. */
export class ChangeShower {
  private readonly frames = new Map<string, SheetFrame>();

  constructor(
    private readonly univer: Univer,
    private readonly api: FUniver,
    private readonly data: CellData,
    private readonly charts: ChartPictures,
    frames: readonly SheetFrame[],
  ) {
    for (const frame of frames) {
      this.frames.set(frame.id, frame);
      charts.show(frame.id, frame.charts);
    }
  }

  show(change: BookChange): void {
    this.data.learn(change.styles);
    const ids = change.sheets.map((sheet) => (typeof sheet === 'string' ? sheet : sheet.id));
    for (const sheet of change.sheets) {
      if (typeof sheet === 'string') continue;
      if (sheet.isNew) this.addSheet(sheet, ids.indexOf(sheet.id));
      else this.changeSheet(sheet);
    }
    for (const id of this.frames.keys()) if (!ids.includes(id)) this.removeSheet(id, ids);
    this.putInOrder(ids);
  }

  private addSheet({ frame, cells }: SheetChange, index: number): void {
    if (!frame) return;
    const sheet = sheetData({ ...frame, cells }, this.data);
    this.run(InsertSheetMutation, { unitId: WORKBOOK, index, sheet });
    this.frames.set(frame.id, frame);
    this.charts.show(frame.id, frame.charts);
  }

  private removeSheet(id: string, left: readonly string[]): void {
    if (this.workbook.getActiveSheet().getSheetId() === id) {
      const next = left.find((each) => this.frames.get(each)?.visible);
      if (next !== undefined) this.api.getActiveWorkbook()?.setActiveSheet(next);
    }
    this.run(RemoveSheetMutation, { unitId: WORKBOOK, subUnitId: id, subUnitName: '' });
    this.frames.delete(id);
    this.charts.forget(id);
    this.forgetUndo();
  }

  private changeSheet(change: SheetChange): void {
    const worksheet = this.workbook.getSheetBySheetId(change.id);
    if (!worksheet) return;
    if (change.frame) this.changeFrame(worksheet, change.frame);
    if (change.cells.length === 0 && change.emptied.length === 0) return;
    // What a cell had is taken away first: Univer merges a new look into the old one.
    const cells = worksheet.getCellMatrix();
    for (const [row, column] of [...change.cells, ...change.emptied]) cells.realDeleteValue(row, column);
    const cellValue: Record<number, Record<number, unknown>> = matrix(change.cells, this.data);
    for (const [row, column] of change.emptied) (cellValue[row] ??= {})[column] = null;
    this.run(SetRangeValuesMutation, { ...target(change.id), cellValue });
  }

  private changeFrame(worksheet: Worksheet, frame: SheetFrame): void {
    const { id } = frame;
    const before = this.frames.get(id);
    this.frames.set(id, frame);
    const at = target(id);
    const { rows, columns } = extent(frame);
    if (rows > worksheet.getRowCount()) this.run(SetWorksheetRowCountMutation, { ...at, rowCount: rows });
    if (columns > worksheet.getColumnCount())
      this.run(SetWorksheetColumnCountMutation, { ...at, columnCount: columns });
    if (before?.name !== frame.name) this.run(SetWorksheetNameMutation, { ...at, name: frame.name });
    if (before?.visible !== frame.visible) this.setVisible(frame);
    if (before?.tabColor !== frame.tabColor)
      this.run(SetTabColorMutation, { ...at, color: frame.tabColor ?? '' });
    const showGridlines = frame.showGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE;
    if (before?.showGridlines !== frame.showGridlines)
      this.run(ToggleGridlinesMutation, { ...at, showGridlines });
    if (!same(before?.freeze, frame.freeze))
      this.run(SetFrozenMutation, { ...at, ...freezeData(frame.freeze), resetScroll: false });
    this.changeMerges(worksheet, frame);
    this.charts.show(id, frame.charts);
    // Also when nothing is different: the user may have pulled a line that the book refuses to move.
    const goneRows = gone(
      before?.rows.map(({ row }) => row),
      frame.rows.map(({ row }) => row),
    );
    this.run(SetRowDataMutation, { ...at, rowData: { ...goneRows, ...rowData(frame, this.data) } });
    const goneColumns = gone(
      before?.columns.map(({ column }) => column),
      frame.columns.map(({ column }) => column),
    );
    this.run(SetColDataMutation, { ...at, columnData: { ...goneColumns, ...columnData(frame, this.data) } });
  }

  private setVisible(frame: SheetFrame): void {
    const isActive = this.workbook.getActiveSheet().getSheetId() === frame.id;
    const next = [...this.frames.values()].find((each) => each.visible && each.id !== frame.id);
    if (!frame.visible && isActive && next) this.api.getActiveWorkbook()?.setActiveSheet(next.id);
    const hidden = frame.visible ? BooleanNumber.FALSE : BooleanNumber.TRUE;
    this.run(SetWorksheetHideMutation, { ...target(frame.id), hidden });
  }

  private changeMerges(worksheet: Worksheet, frame: SheetFrame): void {
    const wanted = frame.merges.map(rangeData);
    const held = worksheet.getMergeData();
    const name = ({ startRow, startColumn, endRow, endColumn }: IRange): string =>
      [startRow, startColumn, endRow, endColumn].join();
    const heldNames = held.map(name);
    const wantedNames = wanted.map(name);
    const removed = held.filter((range) => !wantedNames.includes(name(range)));
    const added = wanted.filter((range) => !heldNames.includes(name(range)));
    if (removed.length > 0)
      this.run(RemoveWorksheetMergeMutation, {
        ...target(frame.id),
        ranges: removed.map((range) => ({ ...range })),
      });
    if (added.length > 0) this.run(AddWorksheetMergeMutation, { ...target(frame.id), ranges: added });
  }

  private putInOrder(ids: readonly string[]): void {
    ids.forEach((id, toOrder) => {
      const order = this.workbook.getSheetOrders();
      const fromOrder = order.indexOf(id);
      if (fromOrder === toOrder || fromOrder < 0) return;
      this.run(SetWorksheetOrderMutation, { ...target(id), fromOrder, toOrder });
    });
  }

  /** Univer's own undo knows cells by their places, which are others now. */
  private forgetUndo(): void {
    this.univer.__getInjector().get(IUndoRedoService).clearUndoRedo(WORKBOOK);
  }

  private get workbook(): Workbook {
    const found = this.univer.__getInjector().get(IUniverInstanceService).getUnit<Workbook>(WORKBOOK);
    if (!found) throw new Error('the grid has no workbook');
    return found;
  }

  private run(mutation: { id: string }, parameters: object): void {
    this.api.syncExecuteCommand(mutation.id, parameters, BY_DESK);
  }
}

const target = (sheet: string): { unitId: string; subUnitId: string } => ({
  unitId: WORKBOOK,
  subUnitId: sheet,
});

/** Lines that have no format any more, as Univer's mutations take them. */
function gone(before: readonly number[] | undefined, now: readonly number[]): Record<number, null> {
  const kept = new Set(now);
  return Object.fromEntries((before ?? []).filter((line) => !kept.has(line)).map((line) => [line, null]));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
