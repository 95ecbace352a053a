import type { LaidArea, LaidOutReport, LaidValue } from '../../forms/report/laid-out';
import { layOut } from '../../forms/report/lay-out';
import { MARGINS, pageSize } from '../../forms/report/page-setup';
import type { ReportSheet } from '../plan/plan';
import { cellOfLaid } from '../plan/page-cells';
import { addSheet } from './add-sheet';
import { cellInput, type CellInput } from './cell-input';
import { applyLook, LOOK_BYTES } from './looks';
import { ACTION_BYTES, type ExcelStep } from './excel-step';
import { addChart, chartBytes } from './write-chart';

/** About so many bytes of values go into one write. */
const BLOCK_BYTES = 500_000;

/** The steps that make the sheet of a report: looks first, so that Excel takes each value as it is meant. */
export function reportSteps({ name, report }: ReportSheet, date1904: boolean, mark: string): ExcelStep[] {
  const laid = layOut(report);
  const heights = runsOf(laid.rowHeights);
  const onSheet = (bytes: number, run: (sheet: Excel.Worksheet) => void): ExcelStep => ({
    bytes,
    run: (context) => {
      run(context.workbook.worksheets.getItem(name));
    },
  });
  return [
    {
      bytes: 4 * ACTION_BYTES,
      run: (context) => {
        addSheet(context, name, mark).showGridlines = false;
      },
    },
    onSheet((laid.columnWidths.length + heights.length) * 2 * ACTION_BYTES, (sheet) => {
      laid.columnWidths.forEach((width, column) => {
        sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = width;
      });
      for (const { first, count, height } of heights)
        sheet.getRangeByIndexes(first, 0, count, 1).getEntireRow().format.rowHeight = height;
    }),
    ...laid.areas.map((area) => onSheet(LOOK_BYTES, (sheet) => applyLook(rangeOf(sheet, area), area.style))),
    ...laid.merges.map((block) => onSheet(ACTION_BYTES, (sheet) => rangeOf(sheet, block).merge())),
    ...valueSteps(laid, date1904, onSheet),
    ...laid.charts.map((chart) => onSheet(chartBytes(chart), (sheet) => addChart(sheet, chart))),
    onSheet((20 + laid.breaks.length) * ACTION_BYTES, (sheet) => setUpPrinting(sheet, laid)),
  ];
}

function rangeOf(sheet: Excel.Worksheet, block: Omit<LaidArea, 'style'>): Excel.Range {
  return sheet.getRangeByIndexes(block.row - 1, block.column - 1, block.rows, block.columns);
}

function valueSteps(
  laid: LaidOutReport,
  date1904: boolean,
  onSheet: (bytes: number, run: (sheet: Excel.Worksheet) => void) => ExcelStep,
): ExcelStep[] {
  const columns = laid.columnWidths.length;
  const lines = laid.rowHeights.map(() => new Array<CellInput>(columns).fill(null));
  for (const { row, column, value } of laid.cells) {
    const line = lines[row - 1];
    if (line) line[column - 1] = inputOf(value, date1904);
  }
  const steps: ExcelStep[] = [];
  let first = 0;
  let bytes = 0;
  lines.forEach((line, index) => {
    bytes += JSON.stringify(line).length * 1.1;
    if (bytes < BLOCK_BYTES && index < lines.length - 1) return;
    const from = first;
    const block = lines.slice(from, index + 1);
    steps.push(
      onSheet(bytes + ACTION_BYTES, (sheet) => {
        sheet.getRangeByIndexes(from, 0, block.length, columns).values = block;
      }),
    );
    first = index + 1;
    bytes = 0;
  });
  return steps;
}

function inputOf(value: LaidValue, date1904: boolean): CellInput {
  const cell = cellOfLaid(value, date1904);
  return value.kind === 'text' ? cellInput(cell, 'General') : cell;
}

/** Rows below each other of the same height. */
function runsOf(heights: readonly number[]): { first: number; count: number; height: number }[] {
  const runs: { first: number; count: number; height: number }[] = [];
  heights.forEach((height, first) => {
    const last = runs[runs.length - 1];
    if (last?.height === height) last.count++;
    else runs.push({ first, count: 1, height });
  });
  return runs;
}

function setUpPrinting(sheet: Excel.Worksheet, laid: LaidOutReport): void {
  const width = laid.columnWidths.reduce((sum, each) => sum + each, 0);
  const layout = sheet.pageLayout;
  layout.orientation = laid.orientation;
  layout.paperSize = 'Letter';
  layout.topMargin = MARGINS.top;
  layout.bottomMargin = MARGINS.bottom;
  layout.leftMargin = MARGINS.left;
  layout.rightMargin = MARGINS.right;
  layout.headerMargin = MARGINS.header;
  layout.footerMargin = MARGINS.footer;
  layout.centerHorizontally = true;
  layout.zoom = { scale: pageSize(laid.orientation, width).scale };
  layout.setPrintArea(
    sheet.getRangeByIndexes(0, 0, Math.max(1, laid.rowHeights.length), laid.columnWidths.length),
  );
  layout.headersFooters.defaultForAllPages.rightFooter = 'Page &P of &N';
  for (const row of laid.breaks) sheet.horizontalPageBreaks.add(`A${String(row)}`);
}
