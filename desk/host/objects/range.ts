import { LIMITS, type Area, type Cell } from '../../book/book';
import { fullAddress } from '../../book/address';
import { contains, intersection, isUnbounded } from '../../book/areas';
import { integerArgument } from '../arguments';
import { apiValue, displayText, valueType } from '../cells/display';
import { forEachInput, readCells } from '../cells/grid';
import { requireUnprotected } from '../cells/protection';
import { uniform } from '../cells/uniform';
import { writeCells } from '../cells/write';
import type { ClassSpec, Property } from '../class-spec';
import { ExcelError, invalidArgument, WRONG_SHAPE } from '../errors';
import { object, type RangeTarget } from '../targets';
import { rangeEdits } from './range-edits';
import { rangeMoves } from './range-moves';

export const range: ClassSpec<RangeTarget> = {
  isGone: ({ sheet, deleted }) => deleted === true || !sheet.book.sheets.includes(sheet),
  properties: {
    Address: { get: ({ sheet, area }) => fullAddress(sheet.name, area) },
    AddressLocal: { get: ({ sheet, area }) => fullAddress(sheet.name, area) },
    RowIndex: { get: ({ area }) => area.row },
    ColumnIndex: { get: ({ area }) => area.column },
    RowCount: { get: ({ area }) => area.rows },
    ColumnCount: { get: ({ area }) => area.columns },
    // Microsoft: -1 when there are more than 2^31-1 cells.
    CellCount: {
      get: ({ area }) => (area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns),
    },
    IsEntireColumn: { get: ({ area }) => area.rows === LIMITS.rows },
    IsEntireRow: { get: ({ area }) => area.columns === LIMITS.columns },
    Values: {
      calculated: true,
      get: perCell((cell) => (cell ? apiValue(cell.value) : '')),
      set: ({ sheet, area }, value, workspace) => writeCells(sheet, area, value, workspace),
    },
    Formulas: formulas(),
    FormulasLocal: formulas(),
    Text: {
      calculated: true,
      get: ({ sheet, area }) =>
        readCells(area, (row, column) => {
          const value = sheet.cell(row, column)?.value ?? null;
          return displayText(value, sheet.styleOf(row, column).numberFormat, sheet.book.date1904);
        }),
    },
    ValueTypes: { calculated: true, get: perCell((cell) => valueType(cell?.value ?? null)) },
    NumberFormat: numberFormat(),
    NumberFormatLocal: numberFormat(),
    HasSpill: {
      calculated: true,
      get: ({ sheet, area }) =>
        isUnbounded(area)
          ? null
          : uniform(area, (row, column) => {
              const cell = sheet.cell(row, column);
              return Boolean(cell?.spill ?? cell?.spilledFrom);
            }),
    },
    RowHidden: {
      get: ({ sheet, area }) =>
        uniform({ ...area, columns: 1 }, (row) => sheet.rowFormats.get(row)?.hidden ?? false),
      set({ sheet, area }, value) {
        requireUnprotected(sheet);
        for (let row = area.row; row < area.row + area.rows; row++) {
          const height = sheet.rowFormats.get(row)?.height ?? null;
          sheet.rowFormats.set(row, { height, hidden: value === true });
        }
      },
    },
    ColumnHidden: {
      get: ({ sheet, area }) =>
        uniform({ ...area, rows: 1 }, (_row, column) => sheet.columnFormats.get(column)?.hidden ?? false),
      set({ sheet, area }, value) {
        requireUnprotected(sheet);
        for (let column = area.column; column < area.column + area.columns; column++) {
          const before = sheet.columnFormats.get(column) ?? { width: null, style: 0 };
          sheet.columnFormats.set(column, { ...before, hidden: value === true });
        }
      },
    },
  },
  links: {
    Format: (target) => object('RangeFormat', target),
    Worksheet: ({ sheet }) => object('Worksheet', sheet),
  },
  calculated: new Set(['GetUsedRange', 'GetUsedRangeOrNullObject']),
  methods: {
    ...rangeMoves,
    ...rangeEdits,
    _ValidateArraySize({ area }, [rows, columns]) {
      if (integerArgument(rows) !== area.rows || integerArgument(columns) !== area.columns) {
        throw invalidArgument(WRONG_SHAPE);
      }
    },
    Calculate(_target, _args, workspace) {
      workspace.dirty = true;
    },
    Select({ sheet, area }, _args, workspace) {
      if (sheet.visibility !== 'Visible') throw new ExcelError('InvalidOperation');
      workspace.select(sheet, area);
    },
    GetTables: ({ sheet, area }, [fullyContained]) =>
      object(
        'TableScopedCollection',
        sheet.tables.filter((table) => touches(table.area, area, fullyContained === true)),
      ),
  },
};

function touches(table: Area, area: Area, fullyContained: boolean): boolean {
  return fullyContained ? contains(area, table) : intersection(table, area) !== null;
}

function perCell<T>(read: (cell: Cell | undefined) => T): NonNullable<Property<RangeTarget>['get']> {
  return ({ sheet, area }) => readCells(area, (row, column) => read(sheet.cell(row, column)));
}

function formulas(): Property<RangeTarget> {
  return {
    // A formula's text does not wait for its value, but a constant filled by a spill does.
    calculated: true,
    get: perCell((cell) => (cell ? (cell.formula ?? apiValue(cell.value)) : '')),
    set: ({ sheet, area }, value, workspace) => writeCells(sheet, area, value, workspace),
  };
}

function numberFormat(): Property<RangeTarget> {
  return {
    get: ({ sheet, area }) => readCells(area, (row, column) => sheet.styleOf(row, column).numberFormat),
    set({ sheet, area }, value) {
      requireUnprotected(sheet);
      forEachInput(value, area, (row, column, format) => {
        if (typeof format !== 'string') throw invalidArgument();
        const style = sheet.cell(row, column)?.style ?? sheet.columnFormats.get(column)?.style ?? 0;
        sheet.setStyle(row, column, sheet.book.styles.derive(style, { numberFormat: format || 'General' }));
      });
    },
  };
}
