import { addAll } from '../../billing/values/lists';
import type { SheetReading, WorkbookReading } from '../reading';
import type { GridTable, GridValue, RowLooks } from '../sessions/grid';
import { MEMORY_NAMESPACE } from '../memory-namespace';
import { markInName } from '../journal/strays';
import { canMarkSheets, SHEET_MARK } from './add-sheet';
import { askDateSystem } from './date-system';
import { runSteps, type Step } from './payload';
import { LOOKS_LOADED, looksOfRows } from './look-of-rows';
import { TABLE_NAMES } from '../tables';
import { askRevision } from './swap-revision';

/** Rows whose number formats are read: enough to tell a column of dates from a column of amounts. */
const FORMAT_ROWS = 80;
/** Where pages name their account, counted from 0. */
const HEADING_ROW = 2;
/** Bytes of one cell in an answer, generously. */
const CELL_BYTES = 16;

/**
 * Reads the whole workbook in three round trips, and one more for each 4 MB of cells. `skip` names sheets whose
 * cells are not wanted (pages made earlier); they come back without values. `known` gives sheets as they were read
 * before and have not been changed since: their cells are not read again, and the very same reading comes back where
 * nothing else about the sheet has changed either.
 */
export async function readWorkbook(
  context: Excel.RequestContext,
  skip: (sheetName: string) => boolean = () => false,
  known: (sheetName: string) => SheetReading | null = () => null,
  tries = 3,
): Promise<WorkbookReading> {
  try {
    return await readOnce(context, skip, known);
  } catch (error) {
    // A sheet or table went between one round trip and the next.
    if (tries === 1 || (error as { code?: unknown } | null)?.code !== 'ItemNotFound') throw error;
    return readWorkbook(context, skip, known, tries - 1);
  }
}

async function readOnce(
  context: Excel.RequestContext,
  skip: (sheetName: string) => boolean,
  known: (sheetName: string) => SheetReading | null,
): Promise<WorkbookReading> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  const tables = workbook.tables.load('items/name,items/showTotals,items/autoFilter/isDataFiltered');
  const protection = workbook.protection.load('protected');
  const dateSystem = askDateSystem(workbook);
  const revision = askRevision(workbook);
  const parts = workbook.customXmlParts.getByNamespace(MEMORY_NAMESPACE).load('items/id');
  await context.sync();

  const knowsMarks = canMarkSheets();
  const used = sheets.items.map((sheet) => ({
    sheet,
    mark: knowsMarks ? sheet.customProperties.getItemOrNullObject(SHEET_MARK).load('value') : null,
    range: sheet
      .getUsedRangeOrNullObject(true)
      .load(`rowIndex,columnIndex,rowCount,columnCount,${LOOKS_LOADED}`),
  }));
  const tableRanges = tables.items.map((table) => ({
    table,
    sheet: table.worksheet.load('name'),
    range: table.getRange().load('rowIndex,columnIndex,rowCount,columnCount'),
  }));
  const memory = parts.items.map((part) => ({ id: part.id, xml: part.getXml() }));
  await context.sync();

  const date1904 = dateSystem.is1904;
  const blocks: { reading: SheetReading; values: Excel.Range; formats: Excel.Range | null }[] = [];
  const steps: Step<Excel.RequestContext>[] = [];
  const headings: { reading: SheetReading; cell: Excel.Range }[] = [];
  const looked: { reading: SheetReading; looks: () => RowLooks }[] = [];
  const readings = used.map(({ sheet, mark, range }): SheetReading => {
    const reading: SheetReading = {
      name: sheet.name,
      id: sheet.id,
      mark: mark && !mark.isNullObject ? mark.value : markInName(sheet.name),
      visible: sheet.visibility === 'Visible',
      isProtected: sheet.protection.protected,
      firstRow: 1,
      firstColumn: 1,
      values: [],
      formats: [],
      date1904,
      tables: tableRanges
        .filter((table) => table.sheet.name === sheet.name)
        .map(({ table, range: area }) => tableOf(table, area)),
    };
    if (range.isNullObject) return reading;
    if (skip(sheet.name)) {
      steps.push({
        bytes: CELL_BYTES,
        run: () => {
          const cell = sheet.getRangeByIndexes(HEADING_ROW, 0, 1, 1).load('values');
          headings.push({ reading, cell });
        },
      });
      return reading;
    }
    const before = known(sheet.name);
    if (before) return sameSheet(before, reading);
    reading.firstRow = range.rowIndex + 1;
    reading.firstColumn = range.columnIndex + 1;
    const { steps: looking, looks } = looksOfRows({ sheet, range, isOwn: reading.tables.some(isOwnTable) });
    addAll(steps, looking);
    if (looking.length > 0) looked.push({ reading, looks });
    const rowsPerBlock = Math.max(1, Math.floor(1_000_000 / (CELL_BYTES * range.columnCount)));
    for (let row = 0; row < range.rowCount; row += rowsPerBlock) {
      const rows = Math.min(rowsPerBlock, range.rowCount - row);
      steps.push({
        bytes: rows * range.columnCount * CELL_BYTES,
        run: () => {
          const block = (top: number, count: number) =>
            sheet.getRangeByIndexes(range.rowIndex + top, range.columnIndex, count, range.columnCount);
          blocks.push({
            reading,
            values: block(row, rows).load('values'),
            formats: row === 0 ? block(0, Math.min(FORMAT_ROWS, rows)).load('numberFormat') : null,
          });
        },
      });
    }
    return reading;
  });
  await runSteps(context, steps);

  for (const { reading, values, formats } of blocks) {
    addAll(reading.values, values.values as GridValue[][]);
    if (formats) reading.formats = formats.numberFormat as string[][];
  }
  for (const { reading, cell } of headings) reading.heading = String(cell.values[0]?.[0] ?? '');
  for (const { reading, looks } of looked) reading.looks = looks();
  return {
    sheets: readings,
    structureProtected: protection.protected,
    date1904,
    memory: memory.map(({ id, xml }) => ({ id, xml: xml.value })),
    revision: revision(),
    knowsMarks,
  };
}

/** A sheet whose cells are as before; only its tables, visibility or protection may not be. */
function sameSheet(before: SheetReading, now: SheetReading): SheetReading {
  const { firstRow, firstColumn, values, formats, looks } = before;
  const reading = { ...now, firstRow, firstColumn, values, formats, ...(looks ? { looks } : {}) };
  const about = ({ id, mark, visible, isProtected, date1904, tables }: SheetReading) =>
    JSON.stringify([id, mark, visible, isProtected, date1904, tables]);
  return about(before) === about(reading) ? before : reading;
}

const OWN_TABLES: ReadonlySet<string> = new Set(TABLE_NAMES);

function isOwnTable({ name }: GridTable): boolean {
  return OWN_TABLES.has(name);
}

function tableOf(table: Excel.Table, range: Excel.Range): GridTable {
  const { name, showTotals, autoFilter } = table;
  return {
    name,
    ...(showTotals ? { hasTotals: true } : {}),
    ...(autoFilter.isDataFiltered ? { isFiltered: true } : {}),
    top: range.rowIndex + 1,
    left: range.columnIndex + 1,
    rows: range.rowCount,
    columns: range.columnCount,
  };
}
