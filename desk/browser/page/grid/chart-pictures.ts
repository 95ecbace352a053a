import { SheetExtension, type SpreadsheetSkeleton } from '@univerjs/preset-sheets-core';
import type { FUniver, IScale } from '@univerjs/presets';
import type { Area } from '../../../book/book';
import type { ChartView } from '../../view/view';
import { chartSvg } from '../charts/chart-svg';
import { WORKBOOK } from './sheet-data';

/** Above borders and texts of cells, below what is selected. */
const ABOVE_CELLS = 90;

/**
 * Draws charts over their cells, on the grid's own canvas: so they scroll, freeze and hide with the cells and can be
 * neither moved nor changed. The looks of a user's own file are Excel's to change.
 */
export class ChartPictures extends SheetExtension {
  override uKey = 'desk-charts';
  protected override Z_INDEX = ABOVE_CELLS;
  private readonly charts = new Map<string, readonly ChartView[]>();
  private readonly pictures = new Map<ChartView, HTMLImageElement>();

  constructor(private readonly api: FUniver) {
    super();
  }

  /** To be called when the grid is drawn: before that there is nothing to draw on. */
  start(): void {
    this.api.registerSheetMainExtension(WORKBOOK, this);
    this.redraw();
  }

  show(sheet: string, charts: readonly ChartView[]): void {
    if (JSON.stringify(this.charts.get(sheet) ?? []) === JSON.stringify(charts)) return;
    this.charts.set(sheet, charts);
    this.pictures.clear();
    this.redraw();
  }

  forget(sheet: string): void {
    this.charts.delete(sheet);
  }

  override draw(context: CanvasPicture, _scale: IScale, skeleton: SpreadsheetSkeleton): void {
    for (const chart of this.charts.get(skeleton.worksheet.getSheetId()) ?? []) {
      const { x, y, width, height } = placeOf(chart.area, skeleton);
      if (width < 1 || height < 1) continue;
      const picture = this.picture(chart, width, height);
      if (picture.complete && picture.naturalWidth > 0) context.drawImage(picture, x, y, width, height);
    }
  }

  private picture(chart: ChartView, width: number, height: number): HTMLImageElement {
    const known = this.pictures.get(chart);
    if (known?.width === width && known.height === height) return known;
    const picture = new Image(width, height);
    picture.addEventListener('load', () => this.redraw());
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(chartSvg(chart, width, height))}`;
    this.pictures.set(chart, picture);
    return picture;
  }

  private redraw(): void {
    if (this.parent) this.api.getActiveWorkbook()?.getActiveSheet().refreshCanvas();
  }
}

type CanvasPicture = Pick<CanvasRenderingContext2D, 'drawImage'>;

/** Pixels from the grid's first cell. */
function placeOf({ row, column, rows, columns }: Area, skeleton: SpreadsheetSkeleton) {
  const { rowHeightAccumulation: bottoms, columnWidthAccumulation: rights } = skeleton;
  const after = (ends: readonly number[], line: number): number =>
    line < 0 ? 0 : (ends[Math.min(line, ends.length - 1)] ?? 0);
  const x = after(rights, column - 1);
  const y = after(bottoms, row - 1);
  const width = Math.round(after(rights, column + columns - 1) - x);
  const height = Math.round(after(bottoms, row + rows - 1) - y);
  return { x, y, width, height };
}
